import { heaviest, nearest } from '../text/likeness.ts';
import { rarity } from './rarity.ts';

/** For each page those that are most like it, the most like first. */
export interface PageGraph {
  /** How many neighbours each page has at most. */
  each: number;
  /** `each` page numbers for each page. */
  pages: Uint32Array;
  /** Likeness of each of them, from 0 (none there) to 1. */
  likeness: Float32Array;
}

/** Neighbours of a page; more of them make the file larger and the ranking no better. */
const EACH = 8;
/** Terms of a page that its likeness is taken from, the weightiest. */
const TERMS = 60;
/** A term that more pages have says too little, and costs the most. */
const COMMONEST = 0.3;
/** Pages that are compared for one term, those in which it weighs the most: for large sites. */
const MOST_ALIKE = 400;
/** Likenesses are kept as one byte. */
const STEPS = 255;

/**
 * The graph of pages like each other, by the cosine of their weightiest terms (term frequency as
 * 1 + ln n, times rarity). `terms` are the terms of the index with how often each page has them.
 */
export function pageGraph(
  pages: number,
  terms: Iterable<{ page: number; count: number }[]>,
): PageGraph {
  const features: [term: number, weight: number][][] = Array.from({ length: pages }, () => []);
  let term = 0;
  for (const entries of terms) {
    term++;
    if (entries.length < 2 || entries.length > pages * COMMONEST) continue;
    const worth = rarity(entries.length, pages);
    for (const { page, count } of entries) {
      features[page]!.push([term, worth * (1 + Math.log(count))]);
    }
  }
  const trimmed = features.map((of) => heaviest(of, TERMS));
  const graph = emptyGraph(pages, EACH);
  nearest(trimmed, EACH, undefined, MOST_ALIKE).forEach((neighbours, page) => {
    neighbours.forEach(({ number, likeness }, at) => {
      graph.pages[page * EACH + at] = number;
      graph.likeness[page * EACH + at] = Math.min(1, likeness);
    });
  });
  return graph;
}

function emptyGraph(pages: number, each: number): PageGraph {
  return {
    each,
    pages: new Uint32Array(pages * each),
    likeness: new Float32Array(pages * each),
  };
}

/**
 * The graph as bytes: how many neighbours each page has, then for each the page (two bytes, four
 * from 65,536 pages on) and the likeness (one byte).
 */
export function encodeGraph({ each, pages, likeness }: PageGraph): Uint8Array {
  const wide = pages.length / each > 0xffff;
  const size = wide ? 5 : 3;
  const bytes = new Uint8Array(1 + pages.length * size);
  const view = new DataView(bytes.buffer);
  bytes[0] = each;
  pages.forEach((page, at) => {
    const start = 1 + at * size;
    if (wide) view.setUint32(start, page);
    else view.setUint16(start, page);
    bytes[start + size - 1] = Math.round(likeness[at]! * STEPS);
  });
  return bytes;
}

/** Reads what `encodeGraph` wrote for so many pages. Throws a RangeError for anything else. */
export function decodeGraph(bytes: Uint8Array, pages: number): PageGraph {
  const wide = pages > 0xffff;
  const size = wide ? 5 : 3;
  const each = bytes[0] ?? 0;
  if (bytes.length !== 1 + pages * each * size)
    throw new RangeError('Not the graph of this index.');
  const graph = emptyGraph(pages, each);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < pages * each; at++) {
    const start = 1 + at * size;
    graph.pages[at] = wide ? view.getUint32(start) : view.getUint16(start);
    graph.likeness[at] = bytes[start + size - 1]! / STEPS;
  }
  return graph;
}
