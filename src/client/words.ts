import { say, type Counted } from '../lib/interface/say.ts';

/** Puts `values` into a message, as the page's part around `element` is written. */
export function sayIn(
  element: Element,
  message: string | Counted,
  values: Record<string, string | number>,
): string {
  return say(message, values, languageAt(element));
}

/** The language of the part of the page around `element`; English days stand before months. */
export function languageAt(element: Element): string {
  const lang = element.closest<HTMLElement>('[lang]')?.lang || 'en';
  return lang === 'en' ? 'en-GB' : lang;
}
