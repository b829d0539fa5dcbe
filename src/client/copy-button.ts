/** A button that copies the text in `data-copy` and says in `[role=status]` whether it did. */
class CopyButton extends HTMLElement {
  connectedCallback() {
    const status = this.querySelector('[role=status]')!;
    this.querySelector('button')!.addEventListener('click', async () => {
      // Emptied first: the same words twice would not be read out again.
      status.textContent = '';
      try {
        await navigator.clipboard.writeText(this.dataset['copy']!);
        status.textContent = this.dataset['copied']!;
      } catch {
        status.textContent = this.dataset['failed']!;
      }
    });
  }
}

customElements.define('copy-button', CopyButton);
