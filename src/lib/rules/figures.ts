import type { Rules } from './rule.ts';

/** Rules on figures in prose. */
export const figures = {
  'figure/unread': {
    summary: 'A figure stands in a form that can be checked.',
    severity: 'error',
    example: {
      wrong: 'Upper pressure was 4.2.0 mmHg lower with less salt.[@heath2021]',
      right: 'Upper pressure was 4.2 mmHg lower with less salt.[@heath2021]',
    },
  },
  'figure/not-in-source': {
    summary: 'A figure in a cited sentence is one that the cited finding has.',
    severity: 'error',
    example: {
      wrong: 'With sleep training 53.8% responded, with tablets 44.1%.[@harrow2023]',
      right: 'With sleep training 58.3% responded, with tablets 44.1%.[@harrow2023]',
    },
  },
  'figure/uncited': {
    summary: 'A clinical figure has a source, in its sentence or at the end of its paragraph.',
    severity: 'error',
    example: {
      wrong: 'With sleep training 58.3% responded, with tablets 44.1%.',
      right: 'With sleep training 58.3% responded, with tablets 44.1%.[@harrow2023]',
    },
  },
  'figure/one-arm': {
    summary: 'The result of one group stands beside that of the group it was compared with.',
    severity: 'error',
    example: {
      wrong: 'With sleep training 58.3% responded.[@harrow2023]',
      right: 'With sleep training 58.3% responded, with tablets 44.1%.[@harrow2023]',
    },
  },
} satisfies Rules;
