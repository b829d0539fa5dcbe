import { closest, distance } from 'fastest-levenshtein';

/** The word of `known` that `word` is a slip of, if one is near: two letters (in short words one) or a third. */
export function didYouMean(word: string, known: string[]): string | undefined {
  if (known.length === 0) return undefined;
  const lower = new Map(known.map((name) => [name.toLowerCase(), name]));
  const near = closest(word.toLowerCase(), [...lower.keys()]);
  const length = Math.max(word.length, near.length);
  const allowed = length < 4 ? 1 : Math.max(2, Math.floor(length / 3));
  return distance(word.toLowerCase(), near) <= allowed ? lower.get(near) : undefined;
}

/** 'Did you mean "draft"?' and a blank, or nothing. */
export function suggestion(word: string, known: string[]): string {
  const near = didYouMean(word, known);
  return near === undefined ? '' : `Did you mean "${near}"? `;
}
