import type { Rules } from './rule.ts';

/** Rules on how people are spoken of. */
export const people = {
  'person/wording': {
    summary: 'Words put the person before the condition.',
    severity: 'error',
    example: {
      wrong: 'He committed suicide.',
      right: 'He died by suicide.',
    },
  },
  'person/method': {
    summary: 'Means of suicide, and amounts, are not described.',
    severity: 'error',
  },
} satisfies Rules;
