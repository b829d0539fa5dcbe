import { expect, test } from 'vitest';
import { countSentence, nothingSentence, thingsToTry } from './messages.ts';

test('the number of results is a sentence', () => {
  expect(countSentence(1, 'wine')).toBe('1 result for “wine”.');
  expect(countSentence(12, 'wine')).toBe('12 results for “wine”.');
  expect(countSentence(3, '')).toBe('3 results.');
});

test('nothing found names the words', () => {
  expect(nothingSentence('ketmine')).toBe('Nothing found for “ketmine”.');
  expect(nothingSentence('')).toBe('Nothing with these filters.');
});

test('what to try fits the query', () => {
  expect(thingsToTry('wine', false)).toHaveLength(2);
  expect(thingsToTry('red wine', false)[0]).toMatch(/spelling/);
  expect(thingsToTry('"red wine"', true)).toHaveLength(4);
  expect(thingsToTry('"red wine"', true)[0]).toMatch(/filters/);
});
