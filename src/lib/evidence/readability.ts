/** Sentences that a grade needs to mean something: the test was made for 30. */
const ENOUGH = 30;

/**
 * The SMOG grade of a text (McLaughlin 1969): years of schooling that a reader needs, from the words
 * of three and more syllables in its sentences. `isKnown` says which are names of drugs
 * and conditions, which are left out: a reader of an article on them knows them by then (NHS digital service manual).
 * Undefined for a text of fewer than 30 sentences.
 */
export function smog(sentences: string[], isKnown: (word: string) => boolean): number | undefined {
  const told = sentences.filter((sentence) => /\p{L}{2}/u.test(sentence));
  if (told.length < ENOUGH) return undefined;
  let long = 0;
  for (const sentence of told) {
    for (const [word] of sentence.matchAll(/\p{L}+/gu)) {
      if (!isKnown(word) && syllables(word) >= 3) long++;
    }
  }
  return 1.043 * Math.sqrt(long * (30 / told.length)) + 3.1291;
}

/** Syllables of an English word, by its groups of vowels. An estimate. */
export function syllables(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '');
  const groups = plain
    .replace(/(?:[^laeiouy]es|[^td]ed|[^l]e)$/, (end) => end[0]!)
    .match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 0);
}
