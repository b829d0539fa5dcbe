import { expect, test } from 'vitest';
import { figuresIn } from './language.ts';

const read = (text: string, language: string) =>
  figuresIn(text, language).figures.map(({ value, unit, text: printed }) => [value, unit, printed]);

test.each([
  [
    'de',
    'Es sprachen 58,3 % an, mit Tabletten 44,1 %.',
    [
      [58.3, '%', '58,3 %'],
      [44.1, '%', '44,1 %'],
    ],
  ],
  ['de', 'Alle bekamen 1.500 mg am Tag.', [[1500, 'mg', '1.500 mg']]],
  ['de-CH', 'Alle bekamen 1’500 mg am Tag.', [[1500, 'mg', '1’500 mg']]],
  ['fr', 'La pression a baissé de 4,2 mmHg chez les patients.', [[4.2, 'mmHg', '4,2 mmHg']]],
  ['fr', 'Ils ont reçu 1 500 mg.', [[1500, 'mg', '1 500 mg']]],
  [
    'es',
    'Respondió el 58,3 % con 0,5 mg/kg.',
    [
      [58.3, '%', '58,3 %'],
      [0.5, 'mg/kg', '0,5 mg/kg'],
    ],
  ],
])('%s: %s', (language, text, figures) => {
  expect(read(text, language)).toEqual(figures);
});

test('what another language says in words, and bare numbers, is not taken for a figure', () => {
  expect(
    read('In einer Studie mit zwei Gruppen und 12 Wochen, Version 1.2.3, am 3. Mai 2024.', 'de'),
  ).toEqual([]);
  expect(read('El 95 % IC va de uno a once, en 2021, a las 12.30.', 'es')).toEqual([]);
});

test('English prose is read as ever', () => {
  expect(read('With 1,500 mg, 58.3% responded.', 'en')).toEqual([
    [1500, 'mg', '1,500 mg'],
    [58.3, '%', '58.3%'],
  ]);
  expect(read('Two of 3 people.', 'en-US')).not.toEqual([]);
});
