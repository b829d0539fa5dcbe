import { expect, test } from 'vitest';
import { CouldNotLoad, type Counts, type Query, type SearchEngine } from './engine.ts';
import { facetCounts } from './facets.ts';

const pages = [
  { topic: 'safety', kind: 'guide', year: '2026' },
  { topic: 'safety', kind: 'evidence', year: '2025' },
  { topic: 'ketamine', kind: 'guide', year: '2026' },
];

/** Finds every page that fits the selection, and notes what it was asked. */
function fake(): SearchEngine & { asked: Query[] } {
  const asked: Query[] = [];
  return {
    asked,
    async search(query) {
      asked.push(query);
      const fitting = pages.filter((page) =>
        Object.entries(query.selection).every(([key, value]) => page[key as 'topic'] === value),
      );
      const counts: Counts = {};
      for (const page of fitting) {
        for (const [key, value] of Object.entries(page)) {
          const facet = (counts[key as 'topic'] ??= {});
          facet[value] = (facet[value] ?? 0) + 1;
        }
      }
      return { hits: [], counts };
    },
  };
}

test('with nothing set, the counts are those of the answer and nothing more is asked', async () => {
  const engine = fake();
  const query: Query = { words: 'x', selection: {} };
  const counts = await facetCounts(engine, query, await engine.search(query));
  expect(counts.topic).toEqual({ safety: 2, ketamine: 1 });
  expect(engine.asked).toHaveLength(1);
});

test('a facet that is set counts what its other values would bring', async () => {
  const engine = fake();
  const query: Query = { words: 'x', selection: { topic: 'safety' } };
  const counts = await facetCounts(engine, query, await engine.search(query));
  expect(counts.topic).toEqual({ safety: 2, ketamine: 1 });
  expect(counts.kind).toEqual({ guide: 1, evidence: 1 });
  expect(engine.asked).toHaveLength(2);
});

test('two facets limit each other', async () => {
  const engine = fake();
  const query: Query = { words: 'x', selection: { topic: 'safety', kind: 'guide' } };
  const counts = await facetCounts(engine, query, await engine.search(query));
  expect(counts.topic).toEqual({ safety: 1, ketamine: 1 });
  expect(counts.kind).toEqual({ guide: 1, evidence: 1 });
  expect(counts.year).toEqual({ '2026': 1 });
});

test('a part that does not arrive is passed on, not counted as nothing', async () => {
  const engine = fake();
  const query: Query = { words: 'x', selection: { topic: 'safety' } };
  const found = await engine.search(query);
  engine.search = () => Promise.reject(new CouldNotLoad());
  await expect(facetCounts(engine, query, found)).rejects.toBeInstanceOf(CouldNotLoad);
});
