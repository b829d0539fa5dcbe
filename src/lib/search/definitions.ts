import { plainWords } from './tokens.ts';

/** A term of the glossary, for readers who ask what it means. */
export interface Definition {
  /** The term with its abbreviation: `default mode network (DMN)`. */
  name: string;
  meaning: string;
  /** What a reader may type for it, as `asked` gives it. */
  asked: string[];
}

interface Term {
  term: string;
  abbreviation?: string | undefined;
  meaning: string;
  synonyms: string[];
}

/** How a question for a meaning begins and ends. */
const BEGINS = new Set(
  'what whats is are does do the a an define explain definition meaning of'.split(' '),
);
const ENDS = new Set('mean means meaning definition stand stands for'.split(' '));

/** What a question for a meaning asks for, as one word: `what does KAP mean` is `kap`. */
function asked(words: string[]): string {
  const from = words.findIndex((word) => !BEGINS.has(word));
  const to = words.findLastIndex((word) => !ENDS.has(word));
  return from === -1 ? '' : words.slice(from, to + 1).join('');
}

/** The glossary for readers who ask for a term, its abbreviation, or a brand (with a capital). */
export function definitionsOf(glossary: Term[]): Definition[] {
  return glossary.map(({ term, abbreviation, meaning, synonyms }) => {
    const names = [abbreviation ?? [], ...synonyms.filter((word) => /^\p{Lu}/u.test(word))].flat();
    return {
      name: abbreviation === undefined ? term : `${term} (${abbreviation})`,
      meaning,
      asked: [...new Set([term, ...names].map((name) => asked(plainWords(name))))].filter(Boolean),
    };
  });
}

/** The definition that a query of plain words asks for and for nothing else. */
export function definitionFor(words: string[], definitions: Definition[]): Definition | undefined {
  const wanted = asked(words);
  return definitions.find((one) => one.asked.includes(wanted));
}
