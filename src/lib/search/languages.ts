import type { SearchLanguage } from './search-language.ts';

/** The index of all languages that are not known here: its words stand as they are written. */
export const OTHER = 'und';

/** Each comes only to sites that are written in it. */
const LANGUAGES: Record<string, () => Promise<SearchLanguage>> = {
  en: async () => (await import('./languages/en.ts')).language,
  de: async () => (await import('./languages/de.ts')).language,
  es: async () => (await import('./languages/es.ts')).language,
  fr: async () => (await import('./languages/fr.ts')).language,
};

/** The index in which a page of a language stands: `de` for `de-AT`, `und` for what is not known. */
export function indexOf(tag: string): string {
  const [code = ''] = tag.toLowerCase().split('-');
  return Object.hasOwn(LANGUAGES, code) ? code : OTHER;
}

/** What is known of the language of an index. */
export async function searchLanguage(index: string): Promise<SearchLanguage> {
  return (await LANGUAGES[index]?.()) ?? { stem: (word) => word, stopWords: new Set() };
}
