import { fromFragment, toFragment } from '../lib/search/address.ts';
import type { Scripts } from '../lib/interface/en.ts';
import type { Counted } from '../lib/interface/say.ts';
import { isCrisisQuery } from '../lib/search/crisis.ts';
import type { Counts, Filter, Found, FoundPage, Query } from '../lib/search/engine.ts';
import type { SearchEngine, Segment, Selection } from '../lib/search/engine.ts';
import { keyAction, type Action, type Focus } from '../lib/search/keyboard.ts';
import { indexEngine } from '../lib/search/index-engine.ts';
import { messageFor, NO_INDEX_YET, thingsToTry } from '../lib/search/messages.ts';
import { indexSource } from './index-source.ts';
import { keptArticles, siteAnswers } from './kept-articles.ts';
import { base } from './place.ts';
import { sayIn } from './words.ts';

/** Time without a letter after which the words are looked for, in milliseconds. */
const PAUSE = 150;
/** After so long without an answer the page says that the search is at work. */
const PATIENCE = 400;
/** Results shown at a time. */
const PAGE = 10;

/**
 * The search page: searches while the reader types, in `SearchPanel.astro`'s markup. Every search
 * has a number; an answer that comes after a later search began is dropped.
 */
class SearchPage extends HTMLElement {
  #words = JSON.parse(this.dataset['words']!) as Scripts['search'];
  #field = this.#part<HTMLInputElement>('field');
  #facets = this.#part<HTMLDetailsElement>('facets');
  #filters = this.#part('filters');
  #selects = [...this.#filters.querySelectorAll<HTMLSelectElement>('select[data-facet]')];
  #sort = this.#filters.querySelector<HTMLSelectElement>('select[name="sort"]')!;
  #help = this.#part('help');
  #status = this.#part('status');
  #notes = this.#part('notes');
  #tips = this.#part('tips');
  #list = this.#part('results');
  #pieces = this.#part('pieces');
  #more = this.#part('more');
  #again = this.#part('again');
  #clear = this.#part('clear');
  #start = this.#part('start');

  #engine: Promise<SearchEngine> | undefined;
  #answers: Promise<boolean> | undefined;
  #attempts = 0;
  #number = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The answer that is shown, and the results of it not shown yet. */
  #rest: Found['hits'] = [];

  connectedCallback() {
    // Whoever comes near the field will search: the engine comes meanwhile.
    this.addEventListener('focusin', () => void this.#warmUp(), { once: true });
    this.#field.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#search(), PAUSE);
    });
    this.#field.form!.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#act(keyAction('Enter', 'field', this.#state()));
    });
    this.#filters.addEventListener('change', () => void this.#search());
    this.addEventListener('keydown', (event) => this.#key(event));
    this.#clear.addEventListener('click', () => {
      this.#choose({});
      this.#field.focus();
      void this.#search();
    });
    this.#more.addEventListener('click', () => void this.#showMore());
    this.#again.addEventListener('click', () => void this.#search());
    // On a phone they would stand between the words and the results.
    this.#facets.open = matchMedia('(min-width: 48rem)').matches;
    addEventListener('hashchange', () => this.#fromAddress());
    this.#pieces.addEventListener('index-kept', () => {
      this.#engine = undefined;
      void this.#search();
    });
    for (const change of ['online', 'offline', 'kept']) {
      addEventListener(change, () => {
        this.#answers = undefined;
        void this.#markKept();
      });
    }
    this.#fromAddress();
    // Who comes with words, from the field in the header, goes on with the arrow keys. Not on a
    // phone, where the keyboard would cover the results.
    if (this.#field.value !== '' && matchMedia('(pointer: fine)').matches)
      this.#field.focus({ preventScroll: true });
  }

  #part<T extends HTMLElement>(name: string): T {
    return this.querySelector<T>(`[data-search="${name}"]`)!;
  }

  #say(message: string | Counted, values: Record<string, string | number>): string {
    return sayIn(this, message, values);
  }

  #query(): Query {
    const selection: Selection = {};
    for (const select of this.#selects) {
      if (select.value !== '') selection[select.name as keyof Selection] = select.value;
    }
    const sort = this.#sort.value === 'date' ? 'date' : undefined;
    // A blank at the end says that the word is whole.
    return { words: this.#field.value.trimStart(), selection, sort };
  }

  #choose(selection: Selection) {
    for (const select of this.#selects) {
      select.value = selection[select.name as keyof Selection] ?? '';
      // A value that no option has leaves nothing chosen.
      if (select.selectedIndex < 0) select.value = '';
    }
  }

  #fromAddress() {
    const query = fromFragment(location.hash);
    this.#field.value = query.words;
    this.#choose(query.selection);
    this.#sort.value = query.sort ?? '';
    void this.#search();
  }

  /** The engine, loaded once; after a failure the next call tries again. */
  #load(): Promise<SearchEngine> {
    this.#engine ??= this.#open().catch((error) => {
      this.#engine = undefined;
      throw error;
    });
    return this.#engine;
  }

  async #open(): Promise<SearchEngine> {
    const { load, inPieces } = await indexSource(this.dataset['bundle']!, this.#attempts++ > 0);
    this.#pieces.hidden = inPieces === undefined;
    // Few readers meet it.
    if (inPieces !== undefined) void import('./keep-search.ts');
    return indexEngine(load, base);
  }

  async #warmUp() {
    await this.#load().catch(() => undefined);
    if (toFragment(this.#query()) === '') await this.#search();
  }

  async #search(goToFirst = false) {
    clearTimeout(this.#timer);
    const number = ++this.#number;
    const late = () => number !== this.#number;
    const query = this.#query();
    const filtered = Object.keys(query.selection).length > 0;
    history.replaceState(history.state, '', location.pathname + toFragment(query));
    this.#clear.hidden = !filtered;
    if (filtered || query.sort) this.#facets.open = true;
    // From the page itself, before and without any answer.
    this.#help.hidden = !isCrisisQuery(query.words);
    if (query.words.trim() === '' && !filtered) {
      this.#show('', [], [], true);
      this.#notes.replaceChildren();
      const all = await this.#engine?.then((engine) => engine.search(query)).catch(() => undefined);
      if (all && !late()) this.#showCounts(all.counts);
      return;
    }

    const waiting = setTimeout(
      () => late() || (this.#status.textContent = this.#words.searching),
      PATIENCE,
    );
    try {
      const { found, pages } = await this.#firstPage(query).catch(() => {
        // The index may have changed on this device or on the site since it was opened.
        this.#engine = undefined;
        return this.#firstPage(query);
      });
      if (late()) return;
      const count = found.hits.length;
      const nothing = count === 0;
      this.#rest = found.hits.slice(PAGE);
      this.#showCounts(found.counts);
      this.#showNotes(found);
      const words = query.words.trim();
      this.#show(
        this.#say(messageFor(this.#words, count, words), { n: count, words }),
        nothing ? thingsToTry(this.#words, words, filtered) : [],
        pages,
        nothing,
      );
      if (goToFirst && !nothing) this.#go(0);
    } catch {
      if (late()) return;
      // The site may have been published again since the engine read what the index consists of.
      this.#engine = undefined;
      this.#notes.replaceChildren();
      this.#show(import.meta.env.DEV ? NO_INDEX_YET : this.#words.failed, [], [], true);
      this.#again.hidden = false;
    } finally {
      clearTimeout(waiting);
    }
  }

  async #firstPage(query: Query) {
    const found = await (await this.#load()).search(query);
    return { found, pages: await Promise.all(found.hits.slice(0, PAGE).map((hit) => hit.load())) };
  }

  /** Without a connection, a result that is not on the device is no link but says so. */
  async #markKept() {
    // Asked once, so that no request tells when somebody typed.
    const answers = await (this.#answers ??= siteAnswers());
    const kept = answers ? [] : (await keptArticles()).map(({ path }) => path);
    for (const item of this.#list.children) {
      const path = new URL(item.querySelector('a')!.dataset['href']!, location.href).pathname;
      const away = !answers && !kept.includes(path);
      item.classList.toggle('search-result--away', away);
      for (const one of item.querySelectorAll('a')) {
        if (away) one.removeAttribute('href');
        else one.href = one.dataset['href']!;
      }
    }
  }

  /** What was looked for instead of a word, and beside it, with the way back. */
  #showNotes({ corrected, offered, also, unknown, definition, hits }: Found) {
    const again = (words: string, from: string, to: string) => {
      const button = element('button', 'search__swap', words);
      button.type = 'button';
      button.addEventListener('click', () => {
        this.#field.value = this.#field.value.replace(swapPattern(from), to);
        this.#field.focus();
        void this.#search();
      });
      return button;
    };
    const { instead, asTyped, offer, unknown: none, also: alsoFor } = this.#words;
    this.#notes.replaceChildren(
      ...corrected.map(({ typed, meant }) =>
        element(
          'p',
          '',
          ...filled(instead, {
            typed: element('em', '', typed),
            meant: element('strong', '', meant),
          }),
          ' ',
          again(this.#say(asTyped, { typed }), typed, `"${typed}"`),
        ),
      ),
      ...offered.map(({ typed, meant }) =>
        element('p', '', ...filled(offer, { meant: again(meant, typed, meant) })),
      ),
      ...(unknown.length > 0 && hits.length > 0
        ? [
            element(
              'p',
              '',
              this.#say(none, { words: unknown.map((word) => `“${word}”`).join(', ') }),
            ),
          ]
        : []),
      ...(also.length > 0
        ? [element('p', '', this.#say(alsoFor, { words: also.join(', ') }))]
        : []),
      ...(definition
        ? [
            element(
              'p',
              'search__meaning',
              element('strong', '', definition.name),
              `: ${definition.meaning}`,
            ),
          ]
        : []),
    );
  }

  #show(message: string, tips: string[], results: FoundPage[], start: boolean) {
    if (results.length === 0) this.#rest = [];
    this.#status.textContent = message;
    this.#tips.replaceChildren(...tips.map((tip) => element('li', '', tip)));
    this.#tips.hidden = tips.length === 0;
    // Whoever was among the results stays there, or goes back to the field.
    const at = this.#titles().indexOf(document.activeElement as HTMLAnchorElement);
    this.#list.replaceChildren(...results.map((result) => this.#result(result)));
    if (at >= 0) this.#go(results.length > 0 ? Math.min(at, results.length - 1) : 'field');
    void this.#markKept();
    this.#list.hidden = results.length === 0;
    this.#more.hidden = this.#rest.length === 0;
    this.#again.hidden = true;
    this.#start.hidden = !start;
  }

  async #showMore() {
    const number = this.#number;
    const next = this.#rest.slice(0, PAGE);
    try {
      const pages = await Promise.all(next.map((hit) => hit.load()));
      if (number !== this.#number) return;
      const before = this.#titles().length;
      this.#list.append(...pages.map((page) => this.#result(page)));
      void this.#markKept();
      this.#rest = this.#rest.slice(PAGE);
      this.#more.hidden = this.#rest.length === 0;
      this.#go(before);
    } catch {
      if (number === this.#number) this.#status.textContent = this.#words.failed;
    }
  }

  /** Puts the counts beside the names; what would bring nothing cannot be chosen. */
  #showCounts(counts: Counts) {
    for (const select of this.#selects) {
      for (const option of select.options) {
        if (option.value === '') continue;
        const count = counts[select.name as keyof Counts]?.[option.value] ?? 0;
        option.text = `${option.dataset['name']} (${count})`;
        option.disabled = count === 0 && !option.selected;
      }
    }
  }

  #result({ href, title, excerpt, filters, sections, language }: FoundPage): HTMLLIElement {
    const kind = this.#nameOf('kind', filters.kind?.[0] ?? '');
    const facts = [kind, filters.year?.[0]].filter(Boolean).join(' · ');
    const result = element(
      'li',
      'search-result',
      element('h2', 'search-result__title', link(href, title)),
      element('p', 'search-result__away', this.#words.away),
      ...(facts === '' ? [] : [element('p', 'search-result__facts', facts)]),
      ...excerptOf(excerpt),
      ...(sections.length === 0
        ? []
        : [
            element(
              'ul',
              'search-result__sections',
              ...sections.map((section) =>
                element('li', '', link(section.href, section.title), ...excerptOf(section.excerpt)),
              ),
            ),
          ]),
    );
    if (language) Object.assign(result, { lang: language, dir: 'auto' });
    return result;
  }

  /** What the reader calls a value of a facet. */
  #nameOf(filter: Filter, value: string): string {
    const select = this.#selects.find(({ name }) => name === filter);
    const option = [...(select?.options ?? [])].find((one) => one.value === value);
    return option?.dataset['name'] ?? value;
  }

  #titles(): HTMLAnchorElement[] {
    return [...this.#list.querySelectorAll<HTMLAnchorElement>('.search-result__title > a[href]')];
  }

  #state() {
    return { results: this.#titles().length, words: this.#field.value };
  }

  #key(event: KeyboardEvent) {
    const at = this.#titles().indexOf(event.target as HTMLAnchorElement);
    const focus: Focus | undefined =
      event.target === this.#field ? 'field' : at >= 0 ? at : undefined;
    // Enter in the field comes as a submission of the form, on every keyboard.
    if (focus === undefined || event.isComposing || event.key === 'Enter') return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const action = keyAction(event.key, focus, this.#state());
    if (!action) return;
    event.preventDefault();
    this.#act(action);
  }

  #act(action: Action | undefined) {
    if (!action) return;
    if ('go' in action) this.#go(action.go);
    else if ('clear' in action) {
      this.#field.value = '';
      void this.#search();
    } else void this.#search(true);
  }

  #go(focus: Focus) {
    if (focus === 'field') this.#field.focus();
    else this.#titles()[focus]?.focus();
  }
}

/** A word of the query as it was typed, with the quotation marks it may have. */
function swapPattern(word: string): RegExp {
  const letters = [...word].map((letter) => `${letter}['’-]?`).join('');
  return new RegExp(`"?${letters}"?`, 'iu');
}

/** A message with elements in the place of its `{names}`. */
function filled(message: string, values: Record<string, Element>): (Element | string)[] {
  return message.split(/\{(\w+)\}/).map((part, at) => (at % 2 === 1 ? values[part]! : part));
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

function link(href: string, text: string): HTMLAnchorElement {
  const made = element('a', '', text);
  made.href = made.dataset['href'] = href;
  return made;
}

function excerptOf(segments: Segment[]): HTMLElement[] {
  if (segments.length === 0) return [];
  const text = segments.map(({ text, marked }) => (marked ? element('mark', '', text) : text));
  return [element('p', 'search-result__excerpt', ...text)];
}

customElements.define('search-page', SearchPage);
