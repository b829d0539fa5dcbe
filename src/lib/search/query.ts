import { plainWord, plainWords } from './tokens.ts';

/** A query as the reader means it. All words are plain, and not yet stems. */
export interface ParsedQuery {
  /** What is looked for, each word once, in order. Words of phrases are among them. */
  words: { word: string; count: number }[];
  /** Words in quotation marks, which must stand together. */
  phrases: string[][];
  /** All words in quotation marks: they are taken as they stand. */
  exact: Set<string>;
  /** `-word`: pages with it are left out. */
  without: string[];
  /** The last word is still being typed: nothing stands behind it. */
  typing: boolean;
}

const QUOTED = /["“”„«»]([^"“”„«»]+)["“”„«»]/g;

/**
 * Reads what a reader typed. Words that carry no meaning are dropped, unless nothing else is left
 * or they stand in quotation marks. A hyphenated word counts as a whole and in its parts.
 *
 * `stopWords` has a set for each language of the site. The language of the query is the one most of
 * whose stop words it has, the first of several: "die" is dropped from a German question, and not
 * from an English one.
 */
export function parseQuery(text: string, stopWords: ReadonlySet<string>[]): ParsedQuery {
  const phrases = [...text.matchAll(QUOTED)].map(([, words]) => plainWords(words!));
  const rest = text.replace(QUOTED, ' ');
  const tokens = rest.split(/\s+/).filter(Boolean);
  const without = tokens
    .filter((token) => /^-\p{L}/u.test(token))
    .map(plainWord)
    .filter(Boolean);
  const typed = tokens.filter((token) => !token.startsWith('-')).flatMap(parts);
  const hits = stopWords.map((set) => typed.filter((word) => set.has(word)).length);
  const dropped = stopWords[hits.indexOf(Math.max(...hits))];
  const telling = typed.filter((word) => !dropped?.has(word));
  const quoted = phrases.flat();
  const chosen = telling.length + quoted.length > 0 ? telling : typed;
  const counts = new Map<string, number>();
  for (const word of [...quoted, ...chosen]) counts.set(word, (counts.get(word) ?? 0) + 1);
  return {
    words: [...counts].map(([word, count]) => ({ word, count })),
    phrases: phrases.filter((phrase) => phrase.length > 1),
    exact: new Set(quoted),
    without,
    typing: /[\p{L}\p{N}]$/u.test(text) && chosen.at(-1) === typed.at(-1),
  };
}

/** `boundary-layer` is `boundary` and `layer`; `omega-3` stays whole: a part would say nothing. */
function parts(token: string): string[] {
  const pieces = token
    .split(/[-‐‑/]/)
    .map(plainWord)
    .filter(Boolean);
  if (pieces.length > 1 && pieces.every((piece) => piece.length > 2)) return pieces;
  const whole = plainWord(token);
  return whole === '' ? [] : [whole];
}
