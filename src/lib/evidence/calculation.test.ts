import { expect, test } from 'vitest';
import { calculate, parseCalculation } from './calculation.ts';

test.each([
  [':calc[14.2 points]{from="a - b"}', '14.2 points', 'a - b'],
  [":calc[5 people]{ from='a-b' }", '5 people', 'a-b'],
  [':calc[5 people]{form="a-b"}', '5 people', ''],
])('%s', (text, value, from) => {
  expect(parseCalculation(text)).toEqual({ value, from });
});

test.each([
  ['a - b', 14.2],
  ['(a + b) / 2', 48.3],
  ['100 - a', 44.6],
  ['-b + 2 * a', 69.6],
  ['c', undefined],
  ['a -', undefined],
  ['a b', undefined],
  ['(a', undefined],
  ['a / (b - b)', undefined],
  ['a ^ b', undefined],
  ['', undefined],
  ['('.repeat(100_000), undefined],
])('%s', (expression, result) => {
  const values: Record<string, number> = { a: 55.4, b: 41.2 };
  const found = calculate(expression, (name) => values[name]);
  if (result === undefined) expect(found).toBeUndefined();
  else expect(found).toBeCloseTo(result, 9);
});
