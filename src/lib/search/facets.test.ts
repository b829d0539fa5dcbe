import { expect, test } from 'vitest';
import { filtered, type Facets } from './facets.ts';

const facets: Facets = [
  [
    'topic',
    new Map([
      ['sleep', new Set([1, 2, 3])],
      ['iron', new Set([4])],
    ]),
  ],
  [
    'year',
    new Map([
      ['2025', new Set([1, 4])],
      ['2026', new Set([2, 3])],
    ]),
  ],
];

test('without a selection each value counts its pages among those found', () => {
  expect(filtered([4, 2, 1], facets, {})).toEqual({
    pages: [4, 2, 1],
    counts: { topic: { sleep: 2, iron: 1 }, year: { 2025: 2, 2026: 1 } },
  });
});

test('a chosen value narrows the other filters, and not its own', () => {
  expect(filtered([4, 3, 2, 1], facets, { topic: 'sleep' })).toEqual({
    pages: [3, 2, 1],
    counts: { topic: { sleep: 3, iron: 1 }, year: { 2025: 1, 2026: 2 } },
  });
});

test('values of two filters hold together; a value that nobody has leaves nothing', () => {
  expect(filtered([1, 2, 4], facets, { topic: 'sleep', year: '2025' }).pages).toEqual([1]);
  expect(filtered([1, 2, 4], facets, { topic: 'teeth' }).pages).toEqual([]);
});
