import { expect, test } from 'vitest';
import type { PageGraph } from './page-graph.ts';
import { postingsOf } from './postings-fixture.ts';
import { rank, type QueryUnit } from './rank.ts';
import { rarity } from './rarity.ts';

const posting = (page: number, times = 1, titled = false) => ({
  page,
  places: Array.from({ length: times }, (_, at) => 10 + at),
  titled,
});
const unit = (...postings: ReturnType<typeof posting>[]): QueryUnit => ({
  weight: 1,
  terms: [{ weight: 1, postings: postingsOf(postings) }],
});
const lengths = Array.from({ length: 20 }, () => 100);
const order = (units: QueryUnit[], graph?: PageGraph) =>
  rank(units, lengths, graph).map(({ page }) => page);

test('a rarer word counts more', () => {
  expect(rarity(1, 100)).toBeGreaterThan(rarity(50, 100));
  expect(rarity(100, 100)).toBeGreaterThan(0);
  const common = unit(posting(1), posting(2), posting(3), posting(4));
  expect(order([common, unit(posting(5))])[0]).toBe(5);
});

test('a page need not have all words, but more of them is better', () => {
  const ranked = order([unit(posting(1), posting(2)), unit(posting(2), posting(3))]);
  expect(ranked[0]).toBe(2);
  expect(ranked.toSorted()).toEqual([1, 2, 3]);
});

test('more of a word is better, and a long page has to have more of it', () => {
  expect(order([unit(posting(1), posting(2, 4))])[0]).toBe(2);
  const longer = lengths.with(2, 400);
  expect(rank([unit(posting(1), posting(2))], longer)[0]!.page).toBe(1);
});

test('a page is scored by its best term, not by all spellings of one word', () => {
  const many = {
    weight: 1,
    terms: [1, 2, 3].map(() => ({ weight: 0.5, postings: postingsOf([posting(1), posting(2)]) })),
  };
  const [once] = rank([{ weight: 1, terms: [many.terms[0]!] }], lengths);
  const [all] = rank([many], lengths);
  expect(all!.score).toBe(once!.score);
});

test('a page that is called what was typed comes first', () => {
  const named = [
    unit(posting(1, 1, true), posting(2, 9)),
    unit(posting(1, 1, true), posting(2, 9)),
  ];
  expect(order(named)[0]).toBe(1);
  // Half of a name is no name.
  const half = [unit(posting(1, 1, true), posting(2, 9)), unit(posting(2, 9))];
  expect(order(half)[0]).toBe(2);
});

test('of two pages that say a word as often, the one that has it in its title comes first', () => {
  expect(order([unit(posting(1), posting(2, 1, true)), unit(posting(3, 9))]).slice(-2)).toEqual([
    2, 1,
  ]);
});

test('what only means the same in a title is no name', () => {
  const synonym = {
    weight: 1,
    terms: [
      { weight: 1, postings: postingsOf([posting(2, 9)]) },
      { weight: 0.6, postings: postingsOf([posting(1, 1, true)]) },
    ],
  };
  expect(order([synonym])[0]).toBe(2);
});

test('neighbours of good pages rise, but a page without any of the words is not found', () => {
  const graph: PageGraph = {
    each: 1,
    pages: Uint32Array.from(lengths, () => 0),
    likeness: Float32Array.from(lengths, (_, page) => (page === 4 || page === 7 ? 0.9 : 0)),
  };
  const units = [unit(posting(0, 9)), unit(posting(3), posting(4))];
  expect(order(units)).toEqual([0, 3, 4]);
  expect(order(units, graph)).toEqual([0, 4, 3]);
});

test('a word that stands only in what describes a page is found too', () => {
  expect(order([unit(posting(6, 0))])).toEqual([6]);
});

test('no words, no pages', () => {
  expect(order([])).toEqual([]);
});
