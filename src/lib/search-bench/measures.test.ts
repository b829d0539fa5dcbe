import { expect, test } from 'vitest';
import { mean, ndcg, quantile, recall, reciprocalRank } from './measures.ts';

const grades = new Map([
  ['best', 3],
  ['good', 1],
  ['wrong', 0],
  ['worse', -1],
]);

test('nDCG is 1 for the best order, less for another, 0 for nothing', () => {
  expect(ndcg(['best', 'good', 'wrong'], grades)).toBe(1);
  // By hand: (1 + 3 / log2 3) / (3 + 1 / log2 3).
  expect(ndcg(['good', 'best'], grades)).toBeCloseTo(0.797, 3);
  expect(ndcg(['wrong', 'worse', 'unknown'], grades)).toBe(0);
  expect(ndcg([], grades)).toBe(0);
});

test('only the first results count', () => {
  const late = [...Array.from({ length: 10 }, (_, at) => `other${at}`), 'best'];
  expect(ndcg(late, grades)).toBe(0);
  expect(reciprocalRank(late, grades)).toBe(0);
  expect(recall(late, grades)).toBe(0.5);
});

test('the reciprocal rank is that of the first answer', () => {
  expect(reciprocalRank(['wrong', 'unknown', 'good', 'best'], grades)).toBeCloseTo(1 / 3);
});

test('mean and quantiles', () => {
  expect(mean([1, 2, 6])).toBe(3);
  expect(mean([])).toBe(0);
  expect(quantile([5, 1, 3], 0.5)).toBe(3);
  expect(quantile([1, 2, 3, 4], 0.95)).toBe(4);
});
