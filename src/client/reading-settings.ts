/** The only thing this site keeps without being asked for more; the privacy page names it. */
const KEY = 'reading';

/**
 * The panel of `ReadingSettings.astro`. A setting stands as `data-<name>` on the root element and
 * on this device, both only where it differs from what the site was designed with. `theme.js` puts
 * the kept ones back before the first paint.
 */
class ReadingSettings extends HTMLElement {
  #form = this.querySelector('form')!;
  #status = this.querySelector('[role=status]')!;

  connectedCallback() {
    this.#fill();
    this.#form.addEventListener('change', () => this.#keep());
    // The fields are put back after this event.
    this.#form.addEventListener('reset', () =>
      setTimeout(() => {
        this.#keep();
        this.#status.textContent = this.dataset['reset']!;
      }),
    );
    addEventListener('storage', ({ key, newValue }) => {
      if (key === KEY || key === null) this.#take(newValue);
    });
    // A page that comes back from the browser's memory has the settings of then.
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.#take(stored());
    });
  }

  /** The fields, each with the name of its setting and the value that it stands for now. */
  #fields() {
    return [...this.#form.querySelectorAll('input')];
  }

  /** Shows in the panel what holds on the page. */
  #fill() {
    const { dataset } = document.documentElement;
    for (const field of this.#fields()) {
      const now = dataset[field.name];
      field.checked = now === undefined ? field.defaultChecked : now === field.value;
    }
  }

  /** Applies what the panel says and keeps it. */
  #keep() {
    const { dataset } = document.documentElement;
    const changed: Record<string, string> = {};
    for (const { name, value, checked, defaultChecked } of this.#fields()) {
      if (checked && !defaultChecked) changed[name] = value;
      else if (checked) delete dataset[name];
    }
    Object.assign(dataset, changed);
    let message = '';
    try {
      if (Object.keys(changed).length === 0) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, JSON.stringify(changed));
    } catch {
      message = this.dataset['refused']!;
    }
    this.#status.textContent = message;
  }

  /** Takes over what another tab kept. */
  #take(text: string | null) {
    const { dataset } = document.documentElement;
    for (const { name } of this.#fields()) delete dataset[name];
    try {
      Object.assign(dataset, JSON.parse(text ?? '{}'));
    } catch {
      // Not ours.
    }
    this.#fill();
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

customElements.define('reading-settings', ReadingSettings);
