import type { Scripts } from '../lib/interface/en.ts';
import { sizeText } from '../lib/offline/kept-list.ts';
import { totalSize } from '../lib/packs/table.ts';
import { bringPacks, dropPacks } from './bring-packs.ts';
import { canKeep } from './kept-articles.ts';
import { keepingFailed } from './kept.ts';
import { keptPacks, siteTable } from './stored-packs.ts';
import { languageAt, sayIn } from './words.ts';

/** The part of `KeepSearch.astro`: the whole search index on this device, or not. */
class KeepSearch extends HTMLElement {
  #text = this.querySelector('p')!;
  #get = this.querySelector<HTMLButtonElement>('[data-get]')!;
  #stop = this.querySelector<HTMLButtonElement>('[data-stop]')!;
  #remove = this.querySelector<HTMLButtonElement>('[data-remove]')!;
  #meter = this.querySelector('progress')!;
  #status = this.querySelector('[role=status]')!;
  #words = JSON.parse(this.dataset['words']!) as Scripts['keepSearch'] & Scripts['keepingFailed'];
  #stopping: AbortController | undefined;

  connectedCallback() {
    if (!canKeep) return;
    this.#get.addEventListener('click', () => void this.#bring());
    this.#stop.addEventListener('click', () => this.#stopping?.abort());
    this.#remove.addEventListener('click', () => void this.#drop());
    addEventListener('erased', () => void this.#show());
    void this.#show();
  }

  #say(message: string, values: Record<string, string>): string {
    return sayIn(this, message, values);
  }

  #size(bytes: number): string {
    return sizeText(bytes, languageAt(this));
  }

  async #show() {
    const table = await (await keptPacks())?.table();
    const size = table ?? (await siteTable().catch(() => undefined));
    const { here, offer, away } = this.#words;
    this.#text.textContent = size
      ? this.#say(table ? here : offer, { size: this.#size(totalSize(size)) })
      : away;
    this.#get.hidden = table !== undefined || !size || this.#stopping !== undefined;
    this.#remove.hidden = table === undefined || this.dataset['removable'] === undefined;
    this.#stop.hidden = this.#meter.hidden = this.#stopping === undefined;
  }

  async #bring() {
    this.#stopping = new AbortController();
    await this.#show();
    this.#stop.focus();
    try {
      await bringPacks((done, total) => {
        this.#meter.value = done / total;
        this.#status.textContent = this.#say(this.#words.progress, {
          done: this.#size(done),
          total: this.#size(total),
        });
      }, this.#stopping.signal);
      this.#status.textContent = this.#words.kept;
      this.dispatchEvent(new Event('index-kept', { bubbles: true }));
    } catch (error) {
      this.#status.textContent = this.#stopping.signal.aborted
        ? this.#words.stopped
        : this.#words[keepingFailed(error)];
    }
    this.#stopping = undefined;
    await this.#show();
    [this.#get, this.#remove].find(({ hidden }) => !hidden)?.focus();
  }

  async #drop() {
    await dropPacks();
    this.#status.textContent = this.#words.off;
    await this.#show();
    this.#get.focus();
  }
}

customElements.define('keep-search', KeepSearch);
