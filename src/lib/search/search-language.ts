/** What the search knows of a language. */
export interface SearchLanguage {
  /** The stem under which the index keeps a plain word. `tests/stems.test.ts` holds it to Pagefind. */
  stem(word: string): string;
  /** Plain words that carry no meaning in a question. */
  stopWords: ReadonlySet<string>;
}
