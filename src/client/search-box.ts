import { isSearchShortcut } from '../lib/search/shortcut.ts';

/**
 * The search in the header: leads to the search page with the words in its fragment, and is where
 * `/` goes. On the search page `/` goes to that page's own field.
 */
class SearchBox extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')!;
    const field = this.querySelector('input')!;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      // The form that `lib/search/address.ts` reads. A module that both scripts import would become
      // a file of its own, one request more on every page.
      location.assign(`${form.action}#${new URLSearchParams({ q: field.value })}`);
    });
    addEventListener('keydown', (event) => {
      const target = event.target as HTMLElement;
      const typing =
        target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName ?? '');
      const off = document.documentElement.dataset['slash'] === 'off';
      if (!isSearchShortcut(event, typing, off)) return;
      // On a narrow screen the field may be folded away behind the link.
      const goals = [document.querySelector('search-page input'), field, this.querySelector('a')];
      const goal = goals.find((one) => one?.checkVisibility()) as HTMLElement | undefined;
      if (!goal) return;
      event.preventDefault();
      goal.focus();
    });
  }
}

customElements.define('search-box', SearchBox);
