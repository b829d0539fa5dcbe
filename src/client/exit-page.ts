/** Presses of Shift that leave the page, and the time that each may take. In milliseconds. */
const PRESSES = 3;
const PATIENCE = 5000;

/**
 * Leaves the page at once, in the markup of `ExitPage.astro`: after the pattern "Exit a page
 * quickly" of the GOV.UK Design System. The page is emptied first, since the other one may take its
 * time, and takes this one's place in the history; what was opened before stays in it.
 */
class ExitPage extends HTMLElement {
  #link = this.querySelector('a')!;
  #status = this.querySelector('[role=status]')!;
  #presses = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback() {
    this.#link.addEventListener('click', (event) => {
      event.preventDefault();
      this.#leave();
    });
    addEventListener('keydown', ({ key, repeat }) => {
      if (key !== 'Shift') this.#forget();
      else if (!repeat) this.#press();
    });
    // With the mouse it marks text.
    addEventListener('pointerdown', () => this.#forget());
    // Whoever comes back sees no emptied page but a new one.
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted && document.body.hidden) location.reload();
    });
  }

  #press() {
    clearTimeout(this.#timer);
    this.#presses++;
    const left = PRESSES - this.#presses;
    if (left === 0) return this.#leave();
    this.#status.textContent = this.dataset[left === 1 ? 'once' : 'twice']!;
    this.#timer = setTimeout(() => this.#forget(), PATIENCE);
  }

  #forget() {
    clearTimeout(this.#timer);
    this.#presses = 0;
    this.#status.textContent = '';
  }

  #leave() {
    document.body.hidden = true;
    document.title = '';
    document.querySelector('link[rel=icon]')?.remove();
    location.replace(this.#link.href);
  }
}

customElements.define('exit-page', ExitPage);
