import type { Rules } from './rule.ts';

/** Rules on sources and what cites them. */
export const sources = {
  'source/unknown': {
    summary: 'A citation names a source that is there.',
    severity: 'error',
    example: {
      wrong: 'More people slept better with sleep training than with tablets.[@harow2023]',
      right: 'More people slept better with sleep training than with tablets.[@harrow2023]',
    },
  },
  'source/unknown-finding': {
    summary: 'A citation names a finding that its source has.',
    severity: 'error',
    example: {
      wrong: 'More people slept better with sleep training than with tablets.[@harrow2023#respons]',
      right:
        'More people slept better with sleep training than with tablets.[@harrow2023#response]',
    },
  },
  'source/unused': {
    summary: 'A source is cited somewhere.',
    severity: 'warning',
    example: {
      wrong: 'A file of content/sources that nothing cites.',
      right: 'The same file, and [@harrow2023] in an article.',
      file: 'content/sources/harrow2023.yaml',
    },
  },
  'source/duplicate': {
    summary: 'A publication is recorded once.',
    severity: 'error',
    example: {
      wrong: 'DOI: 10.5555/harrow in harrow2023.yaml and in sleep-training.yaml.',
      right: 'DOI: 10.5555/harrow in harrow2023.yaml alone.',
      file: 'content/sources/',
    },
  },
  'source/incomplete': {
    summary: 'A source that is cited has findings, and says where it can be read.',
    severity: 'error',
    example: {
      wrong: 'A source that is cited, without findings.',
      right: 'findings:\n  - id: response\n    says: …',
      file: 'content/sources/harrow2023.yaml',
    },
  },
  'source/retracted': {
    summary: 'Nothing rests on a source that was retracted.',
    severity: 'error',
    example: {
      wrong: 'Beetroot lowered blood pressure in a trial.[@dune2020]',
      right: 'A trial of beetroot was withdrawn, so we leave it out.',
    },
  },
  'source/corrected': {
    summary: 'A source that was corrected says what was, and the page shows it.',
    severity: 'error',
    example: {
      wrong: 'status:\n  is: corrected\n  checked: 2026-11-01\n  where: the journal',
      right:
        'status:\n  is: corrected\n  checked: 2026-11-01\n  where: the journal\n  notice: moss2021correction',
      file: 'content/sources/moss2019.yaml',
    },
  },
  'source/status-stale': {
    summary: 'Whether a cited source still stands was looked up in the last 180 days.',
    severity: 'warning',
    example: {
      wrong: 'status: { is: current, checked: 2025-01-10, where: PubMed }',
      right: 'status: { is: current, checked: 2026-11-01, where: PubMed }',
      file: 'content/sources/harrow2023.yaml',
    },
  },
} satisfies Rules;
