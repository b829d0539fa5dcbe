import { toBibtex } from './bibtex.ts';
import { toCslJson } from './csl.ts';
import type { CslRecord } from './record.ts';
import { toRis } from './ris.ts';

/** Forms of references that citation managers read, by the ends of their files' names. */
export const FORMS = ['bib', 'ris', 'json'] as const;
export type ReferenceForm = (typeof FORMS)[number];

/** References as the text of a file: BibTeX, RIS, or CSL-JSON. */
export function referenceFile(records: CslRecord[], form: ReferenceForm): string {
  if (form === 'json') return toCslJson(records);
  return records.map(form === 'bib' ? toBibtex : toRis).join('\n');
}
