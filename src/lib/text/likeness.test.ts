import { expect, test } from 'vitest';
import { heaviest, nearest } from './likeness.ts';

const features = (words: Record<string, number>) => new Map(Object.entries(words));

test('the heaviest features are kept, at length 1', () => {
  const kept = heaviest(Object.entries({ light: 1, four: 4, three: 3 }), 2);
  expect([...kept]).toEqual([
    ['four', 0.8],
    ['three', 0.6],
  ]);
  expect(heaviest([], 3).size).toBe(0);
});

test('texts with common features are alike, the most alike first', () => {
  const texts = [
    features({ caffeine: 0.8, wine: 0.6 }),
    features({ caffeine: 1 }),
    features({ wine: 1 }),
    features({ walking: 1 }),
  ];
  const found = nearest(texts, 5);
  expect(found[0]).toEqual([
    { number: 1, likeness: 0.8 },
    { number: 2, likeness: 0.6 },
  ]);
  expect(found[3]).toEqual([]);
  expect(nearest(texts, 1)[0]).toEqual([{ number: 1, likeness: 0.8 }]);
});

test('equals come in the order of the tie', () => {
  const same = [1, 2, 3, 4].map(() => features({ sleep: 1 }));
  expect(nearest(same, 2)[0]!.map(({ number }) => number)).toEqual([1, 2]);
  const last = nearest(same, 2, (a, b) => b - a);
  expect(last[0]!.map(({ number }) => number)).toEqual([3, 2]);
});

test('a common feature compares only the texts in which it counts the most', () => {
  const texts = [0.9, 0.1, 0.8].map((weight) => features({ sleep: weight }));
  expect(nearest(texts, 5, undefined, 2)[0]!.map(({ number }) => number)).toEqual([2]);
});
