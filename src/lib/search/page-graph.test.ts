import { expect, test } from 'vitest';
import { decodeGraph, encodeGraph, pageGraph } from './page-graph.ts';

/** Pages as the index has them: each term with the pages it stands on. */
function graphOf(pages: string[]) {
  const terms = new Map<string, { page: number; count: number }[]>();
  pages.forEach((text, page) => {
    for (const word of new Set(text.split(' '))) {
      const count = text.split(' ').filter((one) => one === word).length;
      terms.set(word, [...(terms.get(word) ?? []), { page, count }]);
    }
  });
  return pageGraph(pages.length, terms.values());
}

const filler = [
  'walk light',
  'light noon',
  'noon tea',
  'tea cup',
  'cup walk',
  'rain sea',
  'sea sun',
];
const graph = graphOf([
  'caffeine wine wine sedation',
  'caffeine wine sedation driving',
  'driving bus',
  ...filler,
  'nothing shared',
]);
const neighbours = (page: number) =>
  [...graph.pages.slice(page * graph.each, (page + 1) * graph.each)].filter(
    (_, at) => graph.likeness[page * graph.each + at]! > 0,
  );

test('pages with the same telling words are neighbours, the most alike first', () => {
  expect(neighbours(0)).toEqual([1]);
  expect(neighbours(1)).toEqual([0, 2]);
  expect(neighbours(10)).toEqual([]);
});

test('likeness is between 0 and 1', () => {
  for (const likeness of graph.likeness) {
    expect(likeness).toBeGreaterThanOrEqual(0);
    expect(likeness).toBeLessThanOrEqual(1);
  }
});

test('what is written is read again', () => {
  const read = decodeGraph(encodeGraph(graph), 11);
  expect(read.each).toBe(graph.each);
  expect(read.pages).toEqual(graph.pages);
  read.likeness.forEach((value, at) => expect(value).toBeCloseTo(graph.likeness[at]!, 2));
});

test('page numbers beyond two bytes are kept', () => {
  const pages = 70_000;
  const each = 1;
  const large = {
    each,
    pages: new Uint32Array(pages).fill(69_999),
    likeness: new Float32Array(pages).fill(1),
  };
  expect(decodeGraph(encodeGraph(large), pages).pages[5]).toBe(69_999);
});

test('the graph of another index is refused', () => {
  expect(() => decodeGraph(encodeGraph(graph), 12)).toThrow(/Not the graph of this index/);
});
