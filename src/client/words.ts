import { localeOf, say, type Counted } from '../lib/interface/say.ts';

/** Puts `values` into a message, as the page's part around `element` is written. */
export function sayIn(
  element: Element,
  message: string | Counted,
  values: Record<string, string | number>,
): string {
  return say(message, values, languageAt(element));
}

/** The locale of the part of the page around `element`. */
export function languageAt(element: Element): string {
  return localeOf(element.closest<HTMLElement>('[lang]')?.lang || 'en');
}
