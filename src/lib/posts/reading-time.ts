/**
 * Words a minute of adults who read non-fiction in English silently: 238, the mean of 190 studies
 * in Brysbaert M. How many words do we read per minute? A review and meta-analysis of reading
 * rate. Journal of Memory and Language. 2019;109:104047.
 */
export const WORDS_PER_MINUTE = 238;

/** Whole minutes that a text of `words` words takes to read, at least 1. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}
