import { expect, test } from 'vitest';
import { en } from '../interface/en.ts';
import { say } from '../interface/say.ts';
import { messageFor, thingsToTry } from './messages.ts';

const words = en.scripts.search;
const sentence = (n: number, typed: string) =>
  say(messageFor(words, n, typed), { n, words: typed }, 'en');

test('the number of results is a sentence', () => {
  expect(sentence(1, 'wine')).toBe('1 result for “wine”.');
  expect(sentence(12, 'wine')).toBe('12 results for “wine”.');
  expect(sentence(3, '')).toBe('3 results.');
});

test('nothing found names the words, whatever they are', () => {
  expect(sentence(0, 'ketmine')).toBe('Nothing found for “ketmine”.');
  expect(sentence(0, '{n} $& $1')).toBe('Nothing found for “{n} $& $1”.');
  expect(sentence(0, '')).toBe('Nothing with these filters.');
});

test('what to try fits the query', () => {
  expect(thingsToTry(words, 'wine', false)).toHaveLength(2);
  expect(thingsToTry(words, 'red wine', false)[0]).toMatch(/spelling/);
  expect(thingsToTry(words, '"red wine"', true)).toHaveLength(4);
  expect(thingsToTry(words, '„roter Wein“', false)).toHaveLength(3);
  expect(thingsToTry(words, '"red wine"', true)[0]).toMatch(/filters/);
});
