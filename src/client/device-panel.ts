import type { Scripts } from '../lib/interface/en.ts';
import { exportList, importList, sizeText, type KeptArticle } from '../lib/offline/kept-list.ts';
import { cacheNames } from '../lib/offline/names.ts';
import './keep-search.ts';
import { canKeep, KEPT, keptArticles } from './kept-articles.ts';
import { drop, keep, keepingFailed, keepsRecent, setKeepsRecent } from './kept.ts';
import { base } from './place.ts';
import { languageAt, sayIn } from './words.ts';

/** The page "On this device", in the markup of `DevicePanel.astro`. */
class DevicePanel extends HTMLElement {
  #words = JSON.parse(this.dataset['words']!) as Scripts['device'] &
    Scripts['keepingFailed'] &
    Pick<Scripts['keep'], 'keepingOf'>;
  #list = this.#part<HTMLUListElement>('list');
  #empty = this.#part('empty');
  #shell = this.#part('shell');
  #recent = this.#part<HTMLInputElement>('recent');
  #export = this.#part<HTMLButtonElement>('export');
  #import = this.#part<HTMLInputElement>('import');
  #status = this.#part('status');
  #erased = this.#part('erased');

  connectedCallback() {
    if (!canKeep) return;
    this.#part('without').hidden = true;
    this.#part('with').hidden = false;
    this.#recent.checked = keepsRecent();
    this.#recent.addEventListener('change', () => void this.#setRecent());
    this.#export.addEventListener('click', () => void this.#save());
    this.#import.addEventListener('change', () => void this.#load());
    this.#part('erase').addEventListener('click', () => void this.#erase());
    addEventListener('kept', () => void this.#show());
    void this.#show();
  }

  #part<T extends HTMLElement>(name: string): T {
    return this.querySelector<T>(`[data-device="${name}"]`)!;
  }

  async #show() {
    const articles = await keptArticles();
    this.#list.replaceChildren(...articles.map((article) => this.#article(article)));
    this.#empty.hidden = articles.length > 0;
    this.#export.disabled = articles.length === 0;
    this.#shell.textContent = this.#size(await cacheSize(cacheNames(base).shell));
  }

  #article({ path, title, on, size, recent }: KeptArticle): HTMLLIElement {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = path;
    link.textContent = title;
    const facts = document.createElement('span');
    const day = new Date(`${on}T12:00:00Z`).toLocaleDateString(languageAt(this), {
      dateStyle: 'long',
    });
    const { readOn, keptOn, takeOff, takeOffArticle, gone } = this.#words;
    facts.textContent = sayIn(this, recent ? readOn : keptOn, { day, size: this.#size(size) });
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = takeOff;
    button.setAttribute('aria-label', sayIn(this, takeOffArticle, { title }));
    button.addEventListener('click', async () => {
      const next = item.nextElementSibling ?? item.previousElementSibling;
      const place = next && [...this.#list.children].indexOf(next);
      await drop([path]);
      await this.#show();
      this.#status.textContent = sayIn(this, gone, { title });
      const buttons = this.#list.querySelectorAll('button');
      (buttons[Math.min(place ?? 0, buttons.length - 1)] ?? this.#recent).focus();
    });
    item.append(link, facts, button);
    return item;
  }

  #size(bytes: number): string {
    return sizeText(bytes, languageAt(this));
  }

  async #setRecent() {
    try {
      await setKeepsRecent(this.#recent.checked);
      this.#status.textContent = this.#recent.checked
        ? this.#words.recentOn
        : this.#words.recentOff;
    } catch {
      this.#recent.checked = false;
      this.#status.textContent = this.#words.refused;
    }
    await this.#show();
  }

  async #save() {
    const text = exportList(await keptArticles(), this.dataset['site']!);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = 'kept-articles.json';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  async #load() {
    const [file] = this.#import.files ?? [];
    if (!file) return;
    let failed = 0;
    try {
      const articles = importList(await file.text(), base);
      for (const [at, { path, title }] of articles.entries()) {
        this.#status.textContent = sayIn(this, this.#words.keepingOf, {
          at: at + 1,
          n: articles.length,
        });
        await keep(path, title).catch((error) => {
          // Without room the others would fail too.
          if (error instanceof DOMException) throw error;
          failed++;
        });
      }
      const kept = articles.length - failed;
      this.#status.textContent =
        sayIn(this, this.#words.imported, { n: kept }) +
        (failed > 0 ? ` ${sayIn(this, this.#words.importFailed, { n: failed })}` : '');
    } catch (error) {
      const name =
        error instanceof RangeError
          ? (error.message as 'notJson' | 'notList')
          : keepingFailed(error);
      this.#status.textContent = this.#words[name];
    }
    this.#import.value = '';
    await this.#show();
  }

  /** Everything of this site, and nothing of another that may lie on the same origin. */
  async #erase() {
    // Not in the middle of keeping something.
    const removed = await navigator.locks.request(KEPT, () => this.#removeAll());
    this.#erased.textContent =
      removed.length === 0
        ? this.#words.nothing
        : sayIn(this, this.#words.removed, {
            parts: new Intl.ListFormat(languageAt(this)).format(removed),
          });
    this.#erased.focus();
    dispatchEvent(new Event('erased'));
    this.#recent.checked = false;
    await this.#show();
  }

  /** What was removed, in words. */
  async #removeAll(): Promise<string[]> {
    const articles = (await keptArticles()).length;
    const removed: string[] = [];
    const names = cacheNames(base);
    const { packs, shell, settings: kept, worker } = this.#words;
    const labels = { kept: sayIn(this, this.#words.articles, { n: articles }), packs, shell };
    for (const name of ['kept', 'packs', 'shell'] as const) {
      const size = await cacheSize(names[name]);
      if (await caches.delete(names[name])) removed.push(`${labels[name]} (${this.#size(size)})`);
    }
    const settings = ['reading', 'keep-recent'].filter((key) => localStorage.getItem(key) !== null);
    for (const key of settings) localStorage.removeItem(key);
    if (settings.length > 0) removed.push(kept);
    for (const registration of await navigator.serviceWorker.getRegistrations()) {
      if (new URL(registration.scope).pathname !== base) continue;
      await registration.unregister();
      removed.push(worker);
    }
    return removed;
  }
}

async function cacheSize(name: string): Promise<number> {
  if (!(await caches.has(name))) return 0;
  const cache = await caches.open(name);
  let size = 0;
  for (const request of await cache.keys()) {
    size += (await (await cache.match(request))?.blob())?.size ?? 0;
  }
  return size;
}

customElements.define('device-panel', DevicePanel);
