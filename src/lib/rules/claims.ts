import type { Rules } from './rule.ts';

/** Rules on what is claimed. */
export const claims = {
  'claim/certainty': {
    summary: 'A claim is no stronger than the certainty of what it rests on.',
    severity: 'error',
    example: {
      wrong: 'Less salt lowers blood pressure.[@heath2021]',
      right: 'Less salt probably lowers blood pressure.[@heath2021]',
    },
  },
  'claim/animal': {
    summary: 'What was found in animals or cells is reported as found there.',
    severity: 'error',
    example: {
      wrong: 'A fixed hour of rising builds up sleep pressure.[@gorse2016]',
      right: 'In mice, a fixed hour of rising built up sleep pressure.[@gorse2016]',
    },
  },
  'claim/population': {
    summary: 'What was found in some people is not reported of others.',
    severity: 'error',
    example: {
      wrong: 'People who took a nap needed longer to fall asleep.[@brack2021]',
      right: 'Healthy men who took a nap needed longer to fall asleep.[@brack2021]',
    },
  },
  'claim/route': {
    summary: 'What was found for one way of giving a medicine is not reported of another.',
    severity: 'error',
    example: {
      wrong: 'Iron into a vein may help against tiredness.[@moss2019]',
      right: 'Iron by mouth may help against tiredness.[@moss2019]',
    },
  },
  'claim/praise': {
    summary: 'Nothing is praised: praise is a claim.',
    severity: 'error',
    example: {
      wrong: 'Sleep training is a breakthrough.',
      right: 'In one trial more people responded to sleep training than to tablets.[@harrow2023]',
    },
  },
  'claim/uncited': {
    summary: 'Who says that studies show something, or that it works better, names the study.',
    severity: 'error',
    example: {
      wrong: 'Studies show that iron helps against tiredness.',
      right: 'A review found less tiredness with some amounts of iron.[@moss2019]',
    },
  },
  'claim/one-sided': {
    summary: 'Who cites what speaks for something also cites what speaks against it.',
    severity: 'error',
    example: {
      wrong: 'Sleep training may relieve insomnia.[@harrow2023]',
      right:
        'Sleep training may relieve insomnia.[@harrow2023] A blinded trial found no clear difference from a sham.[@pellow2024]',
    },
  },
} satisfies Rules;
