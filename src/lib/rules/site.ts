import type { Rules } from './rule.ts';

/** Rules on the site as a whole. */
export const site = {
  'site/missing': {
    summary: 'The file content/site.yaml is there.',
    severity: 'error',
  },
  'site/language': {
    summary: 'The interface has words in the language of the site.',
    severity: 'warning',
  },
  'page/missing': {
    summary: 'The pages that others link to are there.',
    severity: 'error',
  },
  'help/stale': {
    summary: 'A crisis line was looked up in the last 180 days.',
    severity: 'warning',
  },
} satisfies Rules;
