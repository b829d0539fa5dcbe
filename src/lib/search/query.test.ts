import { expect, test } from 'vitest';
import { language as english } from './languages/en.ts';
import { parseQuery } from './query.ts';

const words = (text: string) => parseQuery(text, [english.stopWords]).words.map(({ word }) => word);

test.each([
  ['can I have a glass of wine the day after caffeine', 'glass wine day caffeine'],
  ['what is it', 'what is it'],
  ['"to be" caffeine', 'to be caffeine'],
  ['Omega-3 & EPA', 'omega3 epa'],
  ['evidence-based boundary-layer', 'evidence based boundary layer'],
  ['naïve café', 'naive cafe'],
  ['doesn’t work', 'work'],
  ['  ', ''],
  ['?!', ''],
])('%s is looked up as %s', (text, expected) => {
  expect(words(text).join(' ')).toBe(expected);
});

test('a word that stands there twice counts twice', () => {
  expect(parseQuery('pain and more pain', [english.stopWords]).words).toEqual([
    { word: 'pain', count: 2 },
  ]);
});

test('quotation marks keep words together, a hyphen before a word leaves it out', () => {
  const query = parseQuery('“default mode network” scans -mice', [english.stopWords]);
  expect(query.phrases).toEqual([['default', 'mode', 'network']]);
  expect(query.without).toEqual(['mice']);
  expect(words('“default mode network” scans -mice')).toEqual([
    'default',
    'mode',
    'network',
    'scans',
  ]);
});

test('the last word is being typed until something stands behind it', () => {
  expect(parseQuery('caffeine dep', [english.stopWords]).typing).toBe(true);
  expect(parseQuery('caffeine dep ', [english.stopWords]).typing).toBe(false);
  expect(parseQuery('caffeine and the', [english.stopWords]).typing).toBe(false);
});
