/** What `content/vocabulary.yaml` holds: the words of the publication's field. */
export interface VocabularyRecord {
  populations: {
    name: string;
    recorded: string[];
    unless: string[];
    told: string[];
    includes: string[];
  }[];
  conditions: string[];
  routes: Record<string, string[]>;
  familiar: string[];
  salts: { of: string; forms: string[]; example: string }[];
  praise: { word: string; clinical: string[] }[];
}

/** People of a special kind, whose results do not simply hold for others. */
export interface Population {
  /** As messages say it: "people with bipolar depression". */
  name: string;
  /** Whether a finding is from them, by what its source says of whom it studied. */
  isRecordedIn: (studied: string) => boolean;
  /** Whether a text names them, or a group that belongs to them. */
  isNamedIn: (text: string) => boolean;
}

/** Words of praise, with the senses in which they are none. */
export interface Praise {
  word: RegExp;
  clinical: RegExp | undefined;
}

const NOTHING: VocabularyRecord = {
  populations: [],
  conditions: [],
  routes: {},
  familiar: [],
  salts: [],
  praise: [],
};

/** The words of a field, ready to be asked by the rules. Without a file, no rule that needs it speaks. */
export class Vocabulary {
  readonly populations: Population[];
  /** Words for people or for what they have: only sentences with one are about somebody. */
  readonly conditions: RegExp | undefined;
  /** Ways of giving a medicine, with the words for each. */
  readonly routes: { name: string; words: RegExp }[];
  /** Substances of which a dose must say the form. */
  readonly salts: { of: string; word: RegExp; forms: RegExp; example: string }[];
  readonly praise: Praise[];
  readonly #familiar: RegExp | undefined;

  /**
   * @param record the file, or nothing where there is none
   * @param glossary terms, abbreviations and synonyms of the glossary: readers know those too
   */
  constructor(record: VocabularyRecord = NOTHING, glossary: string[] = []) {
    const told = new Map(record.populations.map((one) => [one.name, one.told]));
    this.populations = record.populations.map((one) => {
      const recorded = wordsPattern(one.recorded)!;
      const unless = wordsPattern(one.unless);
      const named = wordsPattern([
        ...one.told,
        ...one.includes.flatMap((name) => told.get(name) ?? [name]),
      ])!;
      return {
        name: one.name,
        isRecordedIn: (text) => recorded.test(text) && !unless?.test(text),
        isNamedIn: (text) => named.test(text),
      };
    });
    this.conditions = wordsPattern(record.conditions);
    this.routes = Object.entries(record.routes).map(([name, words]) => ({
      name,
      words: wordsPattern(words)!,
    }));
    this.salts = record.salts.map(({ of, forms, example }) => ({
      of,
      word: wordsPattern([of])!,
      forms: wordsPattern([...forms, 'elemental', 'salt'])!,
      example,
    }));
    this.praise = record.praise.map(({ word, clinical }) => ({
      word: wordsPattern([word], 'gi')!,
      clinical: wordsPattern(clinical, 'gi'),
    }));
    const known = glossary.flatMap((term) => term.match(/\p{L}+/gu) ?? []);
    this.#familiar = wordsPattern([...record.familiar, ...new Set(known)], 'iu');
  }

  /** Whether readers of this field know a word, whatever its length. */
  isFamiliar(word: string): boolean {
    return this.#familiar?.exec(word)?.[0] === word;
  }
}

/**
 * A pattern for any of the words and phrases. `*` stands for any letters; a blank for any blanks or
 * a hyphen. Undefined for an empty list.
 */
export function wordsPattern(words: string[], flags = 'i'): RegExp | undefined {
  if (words.length === 0) return undefined;
  const sources = words
    .toSorted((a, b) => b.length - a.length)
    .map((word) =>
      word
        .trim()
        .replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
        .replaceAll('*', String.raw`[\p{L}\p{M}]*`)
        .replace(/\s+/g, String.raw`[\s-]+`),
    );
  const all = flags.includes('u') ? flags : `${flags}u`;
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${sources.join('|')})(?![\p{L}\p{N}])`, all);
}
