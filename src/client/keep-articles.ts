import type { Scripts } from '../lib/interface/en.ts';
import { canKeep, keptArticles } from './kept-articles.ts';
import { drop, keep, keepingFailed, keepsRecent } from './kept.ts';

/** The button of `KeepArticles.astro`: keeps one article, or all of a topic, or takes them off. */
class KeepArticles extends HTMLElement {
  #button = this.querySelector('button')!;
  #status = this.querySelector('[role=status]')!;
  #articles = JSON.parse(this.dataset['articles']!) as { path: string; title: string }[];
  #words = JSON.parse(this.dataset['words']!) as Scripts['keep'] & Scripts['keepingFailed'];
  #isPage = this.dataset['page'] !== undefined;

  connectedCallback() {
    if (!canKeep) return;
    this.hidden = false;
    this.#button.addEventListener('click', () => void this.#press());
    addEventListener('kept', () => void this.#show());
    void this.#show();
    if (this.#isPage) void this.#refresh();
  }

  /** The articles of this button that are kept. */
  async #kept() {
    const list = (await keptArticles()).filter(({ recent }) => !recent);
    return this.#articles.filter(({ path }) => list.some((one) => one.path === path));
  }

  async #show() {
    const whole = (await this.#kept()).length === this.#articles.length;
    this.#button.setAttribute('aria-pressed', String(whole));
    this.#button.textContent = whole ? this.dataset['kept']! : this.dataset['keep']!;
  }

  async #press() {
    const kept = await this.#kept();
    this.#button.disabled = true;
    try {
      if (kept.length === this.#articles.length) {
        await drop(kept.map(({ path }) => path));
        this.#status.textContent = this.#words.off;
      } else {
        for (const [at, { path, title }] of this.#articles.entries()) {
          this.#status.textContent =
            this.#articles.length === 1
              ? this.#words.keeping
              : this.#words.keepingOf
                  .replace('{at}', String(at + 1))
                  .replace('{n}', String(this.#articles.length));
          await keep(path, title);
        }
        this.#status.textContent = this.#words.kept;
      }
    } catch (error) {
      this.#status.textContent = this.#words[keepingFailed(error)];
    }
    this.#button.disabled = false;
    this.#button.focus();
  }

  /** A kept article that is opened is kept again, as it is now. */
  async #refresh() {
    const [article] = this.#articles;
    const list = await keptArticles();
    const before = list.find(({ path }) => path === article!.path);
    if (!navigator.onLine || !(before || keepsRecent())) return;
    await keep(article!.path, article!.title, before ? 'again' : 'read').catch(() => undefined);
  }
}

customElements.define('keep-articles', KeepArticles);
