import type { Scripts } from '../interface/en.ts';

type SearchWords = Scripts['search'];

/** What was found, as a sentence that a screen reader reads out too; to be filled with both values. */
export function messageFor(
  { found, count, nothing, nothingLeft }: SearchWords,
  n: number,
  words: string,
) {
  if (n === 0) return words === '' ? nothingLeft : nothing;
  return words === '' ? count : found;
}

/** What a reader can try when nothing was found. */
export function thingsToTry(
  { clear, unquote, spelling, topics }: SearchWords,
  words: string,
  filtered: boolean,
): string[] {
  const quoted = /^\s*["“„«].+["”“»]\s*$/.test(words);
  return [...(filtered ? [clear] : []), ...(quoted ? [unquote] : []), spelling, topics];
}

/** Only in `npm run dev`. */
export const NO_INDEX_YET =
  'There is no search index yet. Run “npm run build” once; the search then uses the index of that build.';
