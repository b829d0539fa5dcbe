import { formatDay, formatMonth } from '../text/dates.ts';
import { de } from './de.ts';
import { en, type Words } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { localeOf, say, type Counted } from './say.ts';

/** The interface in one language: its words, and how it writes days, numbers and lists. */
export interface Interface {
  /** The language of the words, as a BCP 47 tag. */
  language: string;
  words: Words;
  /** See `say.ts`. */
  say(message: string | Counted, values?: Record<string, string | number>): string;
  number(value: number): string;
  /** An ISO day in words. Throws a RangeError for anything else. */
  day(day: string): string;
  /** An ISO month in words. Throws a RangeError for anything else. */
  month(month: string): string;
  list(items: string[], type?: 'conjunction' | 'disjunction'): string;
}

/** A language has words here, or the interface is English. */
export const LANGUAGES: Record<string, Words> = { en, de, es, fr };

const known = new Map<string, Interface>();

/** The interface for a language, by its BCP 47 tag; in English where there are no words in it. */
export function interfaceOf(tag: string): Interface {
  const language = hasInterface(tag) ? tag : 'en';
  const made = known.get(language) ?? make(language);
  known.set(language, made);
  return made;
}

/** The first of these languages that there are words in; else English. */
export function interfaceFor(...tags: string[]): Interface {
  return interfaceOf(tags.find(hasInterface) ?? 'en');
}

/** Whether there are words in a language. */
export function hasInterface(tag: string): boolean {
  return Object.hasOwn(LANGUAGES, primary(tag));
}

/** The name of a language in another: `German` in `en`, `Deutsch` in `de`. */
export function languageName(tag: string, within: string): string {
  return new Intl.DisplayNames(within, { type: 'language' }).of(tag) ?? tag;
}

/** Scripts that are written from the right (Unicode, bidirectional class R or AL). */
const FROM_THE_RIGHT = 'Adlm Arab Aran Hebr Mand Mani Mend Nkoo Rohg Samr Syrc Thaa Yezi'.split(
  ' ',
);

/** `rtl` for a language whose script is written from the right, `ar` or `pa-Arab`; nothing else. */
export function directionOf(tag: string): 'rtl' | undefined {
  const { script = '' } = new Intl.Locale(tag).maximize();
  return FROM_THE_RIGHT.includes(script) ? 'rtl' : undefined;
}

function primary(tag: string): string {
  return tag.toLowerCase().split('-')[0]!;
}

function make(language: string): Interface {
  const locale = localeOf(language);
  const numbers = new Intl.NumberFormat(locale);
  return {
    language,
    words: LANGUAGES[primary(language)]!,
    say: (message, values = {}) => say(message, values, locale),
    number: (value) => numbers.format(value),
    day: (day) => formatDay(day, locale),
    month: (month) => formatMonth(month, locale),
    list: (items, type = 'conjunction') => new Intl.ListFormat(locale, { type }).format(items),
  };
}
