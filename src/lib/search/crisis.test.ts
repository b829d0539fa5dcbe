import { expect, test } from 'vitest';
import { isCrisisQuery } from './crisis.ts';

test.each([
  'suicide',
  'Suicidal thoughts caffeine',
  'self-harm',
  'I want to die',
  'overdose',
  'how to end my life',
  'i don’t want to live',
  'kill myself',
  'hurting myself',
])('%s shows where to get help', (words) => {
  expect(isCrisisQuery(words)).toBe(true);
});

test.each(['caffeine and alcohol', 'end of treatment', 'heart rhythm', 'harm of omega-3', ''])(
  '%s does not',
  (words) => {
    expect(isCrisisQuery(words)).toBe(false);
  },
);
