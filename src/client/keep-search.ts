import { sizeText } from '../lib/offline/kept-list.ts';
import { totalSize } from '../lib/packs/table.ts';
import { bringPacks, dropPacks } from './bring-packs.ts';
import { canKeep } from './kept-articles.ts';
import { keepingFailed } from './kept.ts';
import { keptPacks, siteTable } from './stored-packs.ts';

/** The part of `KeepSearch.astro`: the whole search index on this device, or not. */
class KeepSearch extends HTMLElement {
  #text = this.querySelector('p')!;
  #get = this.querySelector<HTMLButtonElement>('[data-get]')!;
  #stop = this.querySelector<HTMLButtonElement>('[data-stop]')!;
  #remove = this.querySelector<HTMLButtonElement>('[data-remove]')!;
  #meter = this.querySelector('progress')!;
  #status = this.querySelector('[role=status]')!;
  #stopping: AbortController | undefined;

  connectedCallback() {
    if (!canKeep) return;
    this.#get.addEventListener('click', () => void this.#bring());
    this.#stop.addEventListener('click', () => this.#stopping?.abort());
    this.#remove.addEventListener('click', () => void this.#drop());
    addEventListener('erased', () => void this.#show());
    void this.#show();
  }

  async #show() {
    const table = await (await keptPacks())?.table();
    const size = table ?? (await siteTable().catch(() => undefined));
    this.#text.textContent = table
      ? `The search works without a connection. It takes ${sizeText(totalSize(table))} here.`
      : size
        ? `With the whole search on this device (${sizeText(totalSize(size))}) it works without a connection, and nobody can tell from what is fetched what you look for.`
        : 'The search is not on this device, and there is no connection.';
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
        this.#status.textContent = `${sizeText(done)} of ${sizeText(total)}`;
      }, this.#stopping.signal);
      this.#status.textContent = 'The search is on this device.';
      this.dispatchEvent(new Event('index-kept', { bubbles: true }));
    } catch (error) {
      this.#status.textContent = this.#stopping.signal.aborted
        ? 'Stopped. What has come stays, and the rest comes when you go on.'
        : keepingFailed(error);
    }
    this.#stopping = undefined;
    await this.#show();
    [this.#get, this.#remove].find(({ hidden }) => !hidden)?.focus();
  }

  async #drop() {
    await dropPacks();
    this.#status.textContent = 'Taken off this device. It does not come again by itself.';
    await this.#show();
    this.#get.focus();
  }
}

customElements.define('keep-search', KeepSearch);
