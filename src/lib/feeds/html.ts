import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { PostView } from '../posts/views.ts';
import type { Interface } from '../interface/interface.ts';

const writer = unified().use(rehypeStringify).freeze();

/** What a feed reader is given, with what it may carry beside `lang` and `dir`. */
const ELEMENTS: Record<string, string[]> = {
  ...Object.fromEntries(
    (
      'p h1 h2 h3 h4 h5 h6 ul dl dt dd pre code em strong b i s u small sub sup mark abbr cite ' +
      'dfn kbd samp var figure figcaption table caption thead tbody tfoot tr hr br wbr div section ' +
      'details summary ruby rt rp bdi bdo'
    )
      .split(' ')
      .map((name) => [name, []]),
  ),
  a: ['href'],
  abbr: ['title'],
  blockquote: ['cite'],
  col: ['span'],
  colgroup: ['span'],
  del: ['cite', 'dateTime'],
  img: ['src', 'alt', 'width', 'height', 'title'],
  ins: ['cite', 'dateTime'],
  li: ['value'],
  ol: ['start', 'reversed', 'type'],
  q: ['cite'],
  td: ['colSpan', 'rowSpan'],
  th: ['colSpan', 'rowSpan', 'scope'],
  time: ['dateTime'],
};

/** Left out with all that is in them; other unknown elements give way to their content. */
const DROPPED = new Set(
  'button script style template form nav svg math iframe object embed select textarea dialog'.split(
    ' ',
  ),
);

/** Boxes that are only there for the style sheet. */
const WRAPPERS = ['heading', 'table-scroll', 'details-body'];

/** Paragraphs that the style sheet alone marks as titles. */
const TITLES = ['aside-title', 'timeline-when', 'timeline-title'];

const ADDRESSES = new Set(['href', 'src', 'cite']);

/**
 * The text of a post for feed readers, as HTML: addresses absolute; popups, buttons, links beside
 * headings and drawn bars left out; notes as `<sup><a href="#fn…">`, the form by which readers such
 * as NetNewsWire and Feedbin know them and show them beside their mark; remarks set apart as block
 * quotations, since no style sheet comes along. Ends with whether it was reviewed and by whom, and
 * who has an interest in it; begins, on hard subjects, with the way to help. Comments stay behind.
 */
export function feedHtml(article: Root, post: PostView, helpUrl: string, t: Interface): string {
  const notes = new Set(
    ids(article).filter((id) => id.startsWith('note-') || id.startsWith('noteref-')),
  );
  const cleaner = new Cleaner(post.canonical, post.slug, notes);
  return writer.stringify({
    type: 'root',
    children: [...before(post, helpUrl, t), ...cleaner.clean(article.children), ...after(post, t)],
  });
}

function before(
  { sensitive }: PostView,
  helpUrl: string,
  { words: { article } }: Interface,
): Element[] {
  if (sensitive.length === 0) return [];
  return [
    h('p', [
      h('strong', `${article.feedHelp} `),
      h('a', { href: helpUrl }, article.feedLines),
      '.',
    ]),
  ];
}

function after({ reviewedBy, disclosure }: PostView, t: Interface): Element[] {
  const { article } = t.words;
  const review = reviewedBy
    ? t.say(article.reviewed, {
        name: reviewedBy.person.name,
        day: t.day(reviewedBy.on),
        scope: reviewedBy.scope,
      })
    : article.notReviewed;
  return [
    h('hr'),
    h('p', h('small', `${review.replace(/\.?$/, '.')} ${disclosure.trim()} ${article.feedLegal}`)),
  ];
}

class Cleaner {
  readonly #page: string;
  readonly #slug: string;
  readonly #notes: Set<string>;

  constructor(page: string, slug: string, notes: Set<string>) {
    this.#page = page;
    this.#slug = slug;
    this.#notes = notes;
  }

  clean(nodes: (RootContent | ElementContent)[]): ElementContent[] {
    return nodes.flatMap((node): ElementContent[] => {
      if (node.type === 'text') return [{ type: 'text', value: node.value }];
      return node.type === 'element' ? this.#element(node) : [];
    });
  }

  #element(element: Element): ElementContent[] {
    const { tagName, properties, children } = element;
    const classes = Array.isArray(properties.className) ? properties.className.map(String) : [];
    if (DROPPED.has(tagName) || properties.popover !== undefined) return [];
    if (classes.includes('heading-link')) return [];
    if (classes.includes('note-ref')) return this.#mark(element);
    if (tagName === 'input') return [{ type: 'text', value: properties.checked ? '☑ ' : '☐ ' }];
    if (tagName === 'picture') return this.clean(children.filter(isImage));

    const content = this.clean(children);
    if (properties.role === 'note') return [h('blockquote', content)];
    if (classes.some((name) => TITLES.includes(name))) return [h('p', h('strong', content))];
    const allowed = ELEMENTS[tagName];
    if (!allowed || classes.some((name) => WRAPPERS.includes(name))) return content;
    if (tagName === 'img' && !properties.src) return [];

    const kept: Element['properties'] = {};
    for (const name of ['lang', 'dir', ...allowed]) {
      const value = properties[name];
      if (value === undefined || value === null) continue;
      const written = ADDRESSES.has(name) ? this.#address(String(value)) : value;
      if (written !== undefined) kept[name] = written;
    }
    const id = String(properties.id ?? '');
    if (this.#notes.has(id)) kept.id = this.#noteId(id);
    return [{ type: 'element', tagName, properties: kept, children: content }];
  }

  /**
   * A mark in the text, of one note or several sources. Button and link both lead to the same place;
   * one will do. Numbers keep their brackets: a bare raised 3 behind a dose reads as a power.
   */
  #mark({ properties, children }: Element): ElementContent[] {
    const links = children
      .filter((child): child is Element => child.type === 'element' && child.tagName === 'a')
      .map((link) => h('a', { href: this.#address(String(link.properties.href)) }, toString(link)));
    if (links.length === 0) return [];
    return [h('sup', { id: this.#noteId(String(properties.id)) }, links)];
  }

  /** Ids hold the slug: some readers show several entries on one page. */
  #noteId(id: string): string {
    return id.replace(
      /^note(ref)?-/,
      (_, ref: string | undefined) => `fn${ref ?? ''}-${this.#slug}-`,
    );
  }

  /** Absolute, but for notes; `undefined` for what is no address to follow (`javascript:`). */
  #address(value: string): string | undefined {
    if (value.startsWith('#')) {
      const id = decode(value.slice(1));
      if (this.#notes.has(id)) return `#${encodeURIComponent(this.#noteId(id))}`;
    }
    const url = URL.parse(value, this.#page);
    return url && /^(https?|mailto|tel):$/.test(url.protocol) ? url.href : undefined;
  }
}

function isImage(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'img';
}

function ids(parent: Root | Element): string[] {
  return parent.children.flatMap((child) =>
    child.type === 'element'
      ? [...(child.properties.id ? [String(child.properties.id)] : []), ...ids(child)]
      : [],
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
