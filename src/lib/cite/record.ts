/**
 * A work that can be cited, under the names of the Citation Style Language (CSL 1.0.2), as source
 * files spell them. `issued` is an ISO date of any length: `2023`, `2023-05` or `2023-05-24`.
 */
export interface CslRecord {
  /** Key of the work, e.g. `doe2020` or a post's slug. */
  id: string;
  /** CSL type, e.g. `article-journal`, `webpage`, `post-weblog`, `report`, `book`. */
  type: string;
  title: string;
  author?: CslName[];
  'container-title'?: string;
  issued?: string;
  volume?: string;
  issue?: string;
  page?: string;
  publisher?: string;
  DOI?: string;
  PMID?: string;
  PMCID?: string;
  URL?: string;
  language?: string;
  /** ISO day of the last change, for works that change. */
  updated?: string;
  /** False when `author` names only the first of them. */
  authorsComplete?: boolean;
}

export type CslName = { family: string; given?: string } | { literal: string };

/**
 * A name written in one go as a CSL name. The last word is the family name, with the lower-case
 * words before it (`Vincent van Gogh`); an organisation, or a single word, stays whole.
 */
export function nameOf(name: string, kind: 'person' | 'organisation'): CslName {
  const words = name.trim().split(/\s+/);
  if (kind === 'organisation' || words.length < 2) return { literal: name.trim() };
  let start = words.length - 1;
  while (start > 1 && /^\p{Ll}/u.test(words[start - 1]!)) start--;
  return { family: words.slice(start).join(' '), given: words.slice(0, start).join(' ') };
}

/** Year, month and day of an ISO date as numbers, as many as it has; none for anything else. */
export function dateParts(date: string | undefined): number[] {
  return /^\d{4}(-\d{2}(-\d{2})?)?$/.test(date ?? '') ? date!.split('-').map(Number) : [];
}
