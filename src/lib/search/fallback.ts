/** Longer than this, the beginning of a word may be its stem: `run` for `running`. In letters. */
const LONGEST_FALLBACK = 2;

/**
 * Whether an answer is none. For a word that stands nowhere Pagefind looks for its longest
 * beginning that does, down to a single letter: `ketmine` finds every page with a `k` in a formula.
 * True when all of `matched`, the words that are marked in the best page, are such beginnings.
 */
export function isOnlyFallback(words: string, matched: string[]): boolean {
  const asked = words.split(/\s+/).map(letters);
  const found = matched.flatMap((text) => text.split(/\s+/).map(letters)).filter(Boolean);
  return (
    found.length > 0 &&
    found.every(
      (word) =>
        word.length <= LONGEST_FALLBACK &&
        !asked.includes(word) &&
        asked.some((one) => one.startsWith(word)),
    )
  );
}

function letters(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
