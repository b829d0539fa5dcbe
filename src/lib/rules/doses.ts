import type { Rules } from './rule.ts';

/** Rules on doses. */
export const doses = {
  'dose/open-ended': {
    summary: 'A dose that is advised has a ceiling.',
    severity: 'error',
    example: {
      wrong: 'Take at least 80 mg of elemental iron a day.[@moss2019]',
      right:
        'The review speaks of up to 80 mg of elemental iron a day.[@moss2019] Do not start on your own: ask your doctor.',
    },
  },
  'dose/salt': {
    summary: 'A dose says whether it is of a substance or of a salt of it.',
    severity: 'error',
    example: {
      wrong: 'Some were given 80 mg of iron a day.[@moss2019]',
      right: 'Some were given 80 mg of elemental iron a day.[@moss2019]',
    },
  },
  'dose/advice': {
    summary: 'Where a dose is advised, the article says who should not take it and whom to ask.',
    severity: 'error',
    example: {
      wrong: 'You should take up to 80 mg of elemental iron a day.[@moss2019]',
      right:
        'You should take up to 80 mg of elemental iron a day.[@moss2019] It is unsafe for people with too much iron in the blood. Ask your doctor first.',
    },
  },
} satisfies Rules;
