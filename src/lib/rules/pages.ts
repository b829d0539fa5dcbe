import type { Rules } from './rule.ts';

/** Rules on an article as a whole. */
export const pages = {
  'page/help-missing': {
    summary: 'An article that speaks of suicide or abuse shows where to get help.',
    severity: 'error',
    example: {
      wrong: '---\n---\nMany people who think of suicide tell nobody.',
      right: '---\nsensitive: [suicide]\n---\nMany people who think of suicide tell nobody.',
    },
  },
  'page/review-overdue': {
    summary: 'An article is looked at again by the day it names.',
    severity: 'warning',
    example: {
      wrong: '---\nnextReview: 2026-01-31\n---',
      right: '---\nnextReview: 2027-11-01\n---',
      file: 'content/posts/sleep-training/index.md',
    },
  },
  'page/changed-since-review': {
    summary: 'The claims of a reviewed article are those that were reviewed.',
    severity: 'error',
    example: {
      wrong:
        "---\nreviewed: { by: dr-a, on: 2026-10-01, scope: figures, claims: '000000000000' }\n---\nWith sleep training 58.3% responded, with tablets 44.1%.[@harrow2023]",
      right:
        "---\nreviewed: { by: dr-a, on: 2026-10-01, scope: figures, claims: 'af15088c303f' }\n---\nWith sleep training 58.3% responded, with tablets 44.1%.[@harrow2023]",
    },
  },
  'page/disclosure-missing': {
    summary: 'The disclosure says in a sentence who has an interest.',
    severity: 'error',
    example: {
      wrong: '---\ndisclosure: None.\n---',
      right: '---\ndisclosure: The author sells nothing and refers nobody.\n---',
    },
  },
  'page/language': {
    summary: 'Prose is in a language that the rules read, or a second person has read it.',
    severity: 'warning',
    example: {
      wrong: '---\nlanguage: de\n---\nGuter Schlaf hilft.',
      right: '---\nlanguage: en\n---\nGood sleep helps.',
    },
  },
  'page/readability': {
    summary: 'The text is no harder to read than SMOG grade 14.',
    severity: 'warning',
    example: {
      wrong:
        'Considerable cardiovascular heterogeneity complicates interpretation of pharmacological interventions.',
      right: 'People differ, so it is hard to say what a medicine did.',
      repeated: 30,
    },
  },
} satisfies Rules;
