import { createHash } from 'node:crypto';
import { clinicalFigures } from './rules/figures.ts';
import type { Statement } from './statements.ts';

/** Digits of the digest: short enough to be typed, long enough not to meet by chance. */
const LENGTH = 12;

/**
 * A digest of what an article claims: the words of all sentences that cite a source or give a
 * clinical figure, and what they cite. Other words may change without a new review.
 */
export function claimsDigest(statements: Statement[]): string {
  const hash = createHash('sha256');
  for (const statement of statements) {
    const { text, cited } = statement;
    if (cited.length === 0 && clinicalFigures(statement).length === 0) continue;
    const keys = cited.map(({ key, finding = '' }) => `${key}#${finding}`);
    hash.update(`${text.replace(/\s+/g, ' ')}\0${keys.join(' ')}\0`);
  }
  return hash.digest('hex').slice(0, LENGTH);
}
