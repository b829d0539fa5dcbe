import { expect, test } from 'vitest';
import { definitionFor, definitionsOf } from './definitions.ts';
import { plainWords } from './tokens.ts';

const definitions = definitionsOf([
  {
    term: 'default mode network',
    abbreviation: 'DMN',
    meaning: 'Brain areas.',
    synonyms: ['resting state'],
  },
  { term: 'decaffeine', meaning: 'A form of caffeine.', synonyms: ['Ferrolind', 'nasal spray'] },
  { term: 'off-label', meaning: 'Another use.', synonyms: [] },
  { term: 'number needed to treat', abbreviation: 'NNT', meaning: 'How many.', synonyms: [] },
]);
const found = (text: string) => definitionFor(plainWords(text), definitions)?.name;

test.each([
  ['default mode network', 'default mode network (DMN)'],
  ['What is the default-mode network?', 'default mode network (DMN)'],
  ['what does DMN stand for', 'default mode network (DMN)'],
  ['ferrolind', 'decaffeine'],
  ['what does off label mean', 'off-label'],
  ['NNT', 'number needed to treat (NNT)'],
])('%s asks for %s', (text, name) => {
  expect(found(text)).toBe(name);
});

test.each([
  'resting state',
  'caffeine and the default mode network',
  'what does it mean',
  'can I have decaffeine',
  'what should I do about decaffeine',
  'before decaffeine',
  'what is the',
  '',
])('%j asks for none', (text) => {
  expect(found(text)).toBeUndefined();
});
