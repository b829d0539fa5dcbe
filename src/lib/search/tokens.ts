/** A word as the index writes it: small letters, without marks, hyphens and apostrophes. */
export function plainWord(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * The words of a text as Pagefind takes them: what stands between blanks, joined over hyphens and
 * apostrophes. Those without a letter or digit are left out.
 */
export function plainWords(text: string): string[] {
  return text.split(/\s+/).map(plainWord).filter(Boolean);
}
