import type { Rules } from './rule.ts';

/** Rules on files of references that npm run source add reads. */
export const imports = {
  'import/format': {
    summary: 'A file of references is BibTeX, RIS, CSL-JSON or PubMed, with a publication in it.',
    severity: 'error',
  },
  'import/syntax': {
    summary: 'A file of references can be read in its format.',
    severity: 'error',
  },
  'import/missing': {
    summary: 'A reference has a title and a year.',
    severity: 'error',
  },
  'import/value': {
    summary: 'A value of a reference has the form of its field.',
    severity: 'error',
  },
} satisfies Rules;
