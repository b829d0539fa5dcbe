import { chooseVoice, spoken } from '../lib/reading/voice.ts';

/** Parts of the text that are said one by one. Cards, marks and what only the eye needs are left out. */
const BLOCKS = 'p, li, h2, h3, h4, blockquote, figcaption, th, td, summary';
const SILENT = '[popover], .note-ref, [data-pagefind-ignore], svg, .visually-hidden';

/**
 * Reads the article aloud with a voice of the device, in the markup of `ReadAloud.astro`. Hidden
 * where the device has none: voices of other companies would be sent what somebody reads.
 */
class ReadAloud extends HTMLElement {
  #button = this.querySelector<HTMLButtonElement>('[data-read]')!;
  #stop = this.querySelector<HTMLButtonElement>('[data-stop]')!;
  #read = this.#button.textContent;
  #blocks: HTMLElement[] = [];
  #at = 0;
  #speaking = false;

  connectedCallback() {
    if (!('speechSynthesis' in window)) return;
    const look = () => (this.hidden = this.#voice() === undefined);
    look();
    // Some browsers know their voices only a while later.
    speechSynthesis.addEventListener?.('voiceschanged', look);
    this.#button.addEventListener('click', () => (this.#speaking ? this.#pause() : this.#go()));
    this.#stop.addEventListener('click', () => this.#end());
    addEventListener('pagehide', () => speechSynthesis.cancel());
  }

  #voice() {
    return chooseVoice(speechSynthesis.getVoices(), document.documentElement.lang);
  }

  #go() {
    const prose = document.querySelector('.prose')!;
    this.#blocks = [...prose.querySelectorAll<HTMLElement>(BLOCKS)].filter(
      (block) => !block.closest(SILENT) && !block.querySelector(BLOCKS) && this.#text(block) !== '',
    );
    this.#speaking = true;
    this.#say();
  }

  #text(block: HTMLElement): string {
    const copy = block.cloneNode(true) as HTMLElement;
    for (const silent of copy.querySelectorAll(SILENT)) silent.remove();
    return spoken(copy.textContent);
  }

  #say() {
    const block = this.#blocks[this.#at];
    const voice = this.#voice();
    this.#mark(block);
    if (!block || !voice) return this.#end();
    const utterance = new SpeechSynthesisUtterance(this.#text(block));
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.addEventListener('end', () => {
      if (!this.#speaking || this.#blocks[this.#at] !== block) return;
      this.#at++;
      this.#say();
    });
    utterance.addEventListener('error', ({ error }) => {
      if (error !== 'interrupted' && error !== 'canceled') this.#end();
    });
    speechSynthesis.speak(utterance);
    this.#show();
  }

  /** Goes on later with the same block: to pause within one fails on many devices. */
  #pause() {
    this.#speaking = false;
    speechSynthesis.cancel();
    this.#show();
  }

  #end() {
    const focused = document.activeElement === this.#stop;
    this.#pause();
    this.#at = 0;
    this.#mark(undefined);
    this.#show();
    if (focused) this.#button.focus();
  }

  #mark(block: HTMLElement | undefined) {
    document.querySelector('[data-said]')?.removeAttribute('data-said');
    block?.setAttribute('data-said', '');
    block?.scrollIntoView({ block: 'nearest' });
  }

  #show() {
    const begun = this.#speaking || this.#at > 0;
    this.#button.textContent = this.#speaking
      ? this.dataset['pause']!
      : begun
        ? this.dataset['goOn']!
        : this.#read;
    this.#stop.hidden = !begun;
  }
}

customElements.define('read-aloud', ReadAloud);
