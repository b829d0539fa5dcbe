import { plainWords } from './tokens.ts';

/** Words of a reader, and the words of our texts that answer them. */
export interface Synonym {
  /** Plain words as typed, one or more. */
  from: string[];
  /** Plain words to look for as well. */
  to: string[];
  /** As readers see it: `alcohol`. */
  name: string;
  /** Only where no page has the words themselves: a brand for its medicine. */
  rare?: boolean;
}

interface Term {
  term: string;
  abbreviation?: string | undefined;
  synonyms: string[];
}

/**
 * What the glossary says of words that mean the same. Every synonym leads to its term; a term leads
 * to its abbreviation and to names (those with a capital), since articles may use either.
 * `stopWords` are those of the glossary's language.
 */
export function synonymsOf(glossary: Term[], stopWords: ReadonlySet<string>): Synonym[] {
  return glossary.flatMap(({ term, abbreviation, synonyms }) => {
    const names = synonyms.filter((word) => /^\p{Lu}/u.test(word));
    const short = abbreviation === undefined ? [] : [abbreviation];
    return [
      ...[...synonyms, ...short].map((word) => pair(word, term, stopWords)),
      ...[...short, ...names].map((word) => ({ ...pair(term, word, stopWords), rare: true })),
    ].filter(({ from, to }) => from.length > 0 && to.length > 0 && from.join() !== to.join());
  });
}

function pair(from: string, to: string, stopWords: ReadonlySet<string>): Synonym {
  return {
    from: plainWords(from),
    to: plainWords(to).filter((word) => !stopWords.has(word)),
    name: to,
  };
}

/** The synonyms whose words stand in a query, in their order, with where they begin. */
export function synonymsIn(words: string[], synonyms: Synonym[]): (Synonym & { at: number })[] {
  return synonyms.flatMap((synonym) => {
    const { from, to } = synonym;
    const at = words.findIndex((_, start) =>
      from.every((word, step) => words[start + step] === word),
    );
    // What is looked for anyway need not be looked for again.
    return at === -1 || to.every((word) => words.includes(word)) ? [] : [{ ...synonym, at }];
  });
}
