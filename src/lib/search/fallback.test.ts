import { expect, test } from 'vitest';
import { isOnlyFallback } from './fallback.ts';

test.each([
  ['ketmine', ['k', '/k/']],
  ['qqzzxx yyvvww', ['q,', 'y']],
  ['Ümlautig', ['u.']],
])('%s is not answered by %s', (words, matched) => {
  expect(isOnlyFallback(words, matched)).toBe(true);
});

test.each([
  ['k', ['k']],
  ['vitamin b', ['b', 'B']],
  ['trials', ['trial']],
  ['running', ['run']],
  ['dying', ['die']],
  ['ket', ['ketamine']],
  ['wine qqzz', ['wine', 'q']],
  ['ketamine', []],
])('%s is answered by %s', (words, matched) => {
  expect(isOnlyFallback(words, matched)).toBe(false);
});
