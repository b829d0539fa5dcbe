import type { Rules } from './rule.ts';

/** Rules on files, front matter and names. */
export const files = {
  'file/place': {
    summary: 'Every file of content/ is where it is looked for.',
    severity: 'error',
  },
  'yaml/missing': {
    summary: 'An article begins with front matter between two lines of ---.',
    severity: 'error',
  },
  'yaml/tab': {
    summary: 'Front matter and data files are indented with spaces, never with a tab.',
    severity: 'error',
  },
  'yaml/colon': {
    summary: 'A value that holds a colon and a space stands in quotes.',
    severity: 'error',
  },
  'yaml/quotes': {
    summary: 'Values are quoted with straight quotes, not with curly ones.',
    severity: 'error',
  },
  'yaml/syntax': {
    summary: 'Front matter and data files can be read as YAML.',
    severity: 'error',
  },
  'field/missing': {
    summary: 'Every field that is needed is there.',
    severity: 'error',
  },
  'field/unknown': {
    summary: 'Every field is one that we know.',
    severity: 'error',
  },
  'field/date': {
    summary: 'A date is a day of the calendar, written as 2026-11-23.',
    severity: 'error',
  },
  'field/value': {
    summary: 'Every field holds what it is for.',
    severity: 'error',
  },
  'name/unknown': {
    summary: 'Authors, reviewers, topics and series are ones that exist.',
    severity: 'error',
  },
} satisfies Rules;
