/** Narrows the list of sources to those that hold all words typed. */
class SourceFilter extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')!;
    const field = form.querySelector('input')!;
    const status = form.querySelector<HTMLElement>('[role="status"]')!;
    form.hidden = false;
    form.addEventListener('submit', (event) => event.preventDefault());
    field.addEventListener('input', () => {
      const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const group of document.querySelectorAll<HTMLElement>('[data-design]')) {
        let any = false;
        for (const item of group.querySelectorAll<HTMLElement>('.source-list > li')) {
          const text = `${group.dataset['design']} ${item.textContent}`.toLowerCase();
          item.hidden = !words.every((word) => text.includes(word));
          if (!item.hidden) {
            any = true;
            shown++;
          }
        }
        group.hidden = !any;
      }
      status.textContent =
        words.length === 0
          ? ''
          : status.dataset['shown']!.replace('{n}', String(shown)).replace(
              '{total}',
              status.dataset['total']!,
            );
    });
  }
}

customElements.define('source-filter', SourceFilter);
