import { exportList, importList, sizeText, type KeptArticle } from '../lib/offline/kept-list.ts';
import { cacheNames } from '../lib/offline/names.ts';
import './keep-search.ts';
import { canKeep, KEPT, keptArticles } from './kept-articles.ts';
import { drop, keep, keepingFailed, keepsRecent, setKeepsRecent } from './kept.ts';
import { base } from './place.ts';

/** The page "On this device", in the markup of `DevicePanel.astro`. */
class DevicePanel extends HTMLElement {
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
    this.#shell.textContent = sizeText(await cacheSize(cacheNames(base).shell));
  }

  #article({ path, title, on, size, recent }: KeptArticle): HTMLLIElement {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = path;
    link.textContent = title;
    const facts = document.createElement('span');
    const day = new Date(`${on}T12:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long' });
    facts.textContent = `${recent ? 'Read' : 'Kept'} on ${day}, ${sizeText(size)}`;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Take off';
    button.setAttribute('aria-label', `Take off: ${title}`);
    button.addEventListener('click', async () => {
      const next = item.nextElementSibling ?? item.previousElementSibling;
      const place = next && [...this.#list.children].indexOf(next);
      await drop([path]);
      await this.#show();
      this.#status.textContent = `“${title}” is no longer on this device.`;
      const buttons = this.#list.querySelectorAll('button');
      (buttons[Math.min(place ?? 0, buttons.length - 1)] ?? this.#recent).focus();
    });
    item.append(link, facts, button);
    return item;
  }

  async #setRecent() {
    try {
      await setKeepsRecent(this.#recent.checked);
      this.#status.textContent = this.#recent.checked
        ? 'Articles that you read from now on are kept.'
        : 'Articles that were kept because you read them are gone.';
    } catch {
      this.#recent.checked = false;
      this.#status.textContent = 'Your browser does not keep this.';
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
        this.#status.textContent = `Being kept: ${at + 1} of ${articles.length} …`;
        await keep(path, title).catch((error) => {
          // Without room the others would fail too.
          if (error instanceof DOMException) throw error;
          failed++;
        });
      }
      const kept = articles.length - failed;
      this.#status.textContent =
        `${kept} of the list’s articles ${kept === 1 ? 'is' : 'are'} on this device.` +
        (failed > 0 ? ` ${failed} could not be loaded.` : '');
    } catch (error) {
      this.#status.textContent = error instanceof RangeError ? error.message : keepingFailed(error);
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
        ? 'There was nothing on this device.'
        : `Removed: ${new Intl.ListFormat('en-GB').format(removed)}. When you open another page of this site, what works without a connection comes again; articles and settings do not.`;
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
    const labels = {
      kept: articles === 1 ? '1 article' : `${articles} articles`,
      packs: 'the search index',
      shell: 'the pages that work without a connection',
    };
    for (const name of ['kept', 'packs', 'shell'] as const) {
      const size = await cacheSize(names[name]);
      if (await caches.delete(names[name])) removed.push(`${labels[name]} (${sizeText(size)})`);
    }
    const settings = ['reading', 'keep-recent'].filter((key) => localStorage.getItem(key) !== null);
    for (const key of settings) localStorage.removeItem(key);
    if (settings.length > 0) removed.push('your settings');
    for (const registration of await navigator.serviceWorker.getRegistrations()) {
      if (new URL(registration.scope).pathname !== base) continue;
      await registration.unregister();
      removed.push('the worker that gave out all this');
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
