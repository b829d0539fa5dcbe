import { expect, test } from 'vitest';
import { Vocabulary, wordsPattern, type VocabularyRecord } from './vocabulary.ts';

const record: VocabularyRecord = {
  populations: [
    {
      name: 'infants',
      recorded: ['infant*'],
      unless: [],
      told: ['infant*', 'babies'],
      includes: [],
    },
    {
      name: 'children',
      recorded: ['child*'],
      unless: ['without children'],
      told: ['child*'],
      includes: ['infants'],
    },
  ],
  conditions: ['high blood pressure'],
  routes: { inhaled: ['inhal*'] },
  familiar: ['metformin*'],
  salts: [{ of: 'iron', forms: ['gluconate'], example: '65 mg of elemental iron' }],
  praise: [{ word: 'cure*', clinical: ['cure rate*'] }],
};
const vocabulary = new Vocabulary(record, ['type 2 diabetes', 'hyperglycaemia']);

test('words are whole words, with * for any letters and a hyphen for a blank', () => {
  const pattern = wordsPattern(['low mood', 'depress*', 'IV'])!;
  const found = (text: string) => pattern.exec(text)?.[0];
  expect(found('a low-mood day')).toBe('low-mood');
  expect(found('Depression')).toBe('Depression');
  expect(found('undepressed')).toBeUndefined();
  expect(found('HIV')).toBeUndefined();
  expect(wordsPattern([])).toBeUndefined();
});

test('a sign of a pattern is only a sign', () => {
  expect(wordsPattern(['vitamin B(12)'])!.test('vitamin B(12)')).toBe(true);
  expect(wordsPattern(['a.b'])!.test('axb')).toBe(false);
});

test('a population is recorded by its words, and named by its own and those of its parts', () => {
  const [, children] = vocabulary.populations;
  expect(children!.isRecordedIn('children with asthma')).toBe(true);
  expect(children!.isRecordedIn('women without children')).toBe(false);
  expect(children!.isNamedIn('In babies it was rare.')).toBe(true);
  expect(children!.isNamedIn('In adults it was rare.')).toBe(false);
});

test('words of the glossary are familiar, and those of the file with their endings', () => {
  const words = ['diabetes', 'hyperglycaemia', 'Metformins', 'hyperglycaemias', 'heterogeneity'];
  expect(words.map((word) => vocabulary.isFamiliar(word))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('without a file, nothing is asked of anybody', () => {
  const empty = new Vocabulary();
  expect([empty.populations, empty.routes, empty.salts, empty.praise]).toEqual([[], [], [], []]);
  expect(empty.conditions).toBeUndefined();
  expect(empty.isFamiliar('hyperglycaemia')).toBe(false);
});
