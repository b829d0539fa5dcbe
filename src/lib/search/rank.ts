import type { PageGraph } from './page-graph.ts';
import type { Postings } from './index-format.ts';
import { rarity } from './rarity.ts';

/**
 * How soon more of the same word stops to count, and how much long pages are held back: Okapi BM25
 * (Robertson and others, TREC-3, 1994).
 */
const SATURATION = 1.2;
const LENGTH = 0.6;
/** What a word in a title adds, in units of its rarity. */
const TITLE = 0.3;
/** More than any page scores: what puts one page before all others. */
const FIRST = 1e6;
/** How much of a page's score comes from the pages most like it. */
const NEIGHBOURS = 0.35;

/** One word of a query, with the terms of the index that answer it. */
export interface QueryUnit {
  /** How much it counts; 1 for a word that stands there once. */
  weight: number;
  terms: {
    /** 1 for the word as typed, less for a synonym or a longer word. */
    weight: number;
    postings: Postings;
  }[];
}

/** A page with its score. */
export interface Ranked {
  page: number;
  score: number;
}

/**
 * Pages that have to do with a query, best first. `lengths` are the words of each page. With a
 * graph, part of the score of a page comes from its neighbours: a page about the same thing in
 * other words is found too. A page whose title has each of the first `typed` units comes first:
 * somebody knows its name.
 */
export function rank(
  units: QueryUnit[],
  lengths: number[],
  graph?: PageGraph,
  typed = units.length,
): Ranked[] {
  const pages = lengths.length;
  const average = lengths.reduce((sum, words) => sum + words, 0) / Math.max(1, pages);
  const scores = new Float64Array(pages);
  const inTitle = new Uint16Array(pages);
  // What the best term of a word gives to each page, for one word after the other.
  const best = new Float64Array(pages);
  const titled = new Uint8Array(pages);
  for (const [number, { weight, terms }] of units.entries()) {
    const found: number[] = [];
    for (const { weight: part, postings } of terms) {
      const worth = weight * part * rarity(postings.pages.length, pages);
      for (let entry = 0; entry < postings.pages.length; entry++) {
        const page = postings.pages[entry]!;
        // Without a place it stands in what describes the page, such as its picture.
        const often = postings.counts[entry]! || 1;
        const long = 1 - LENGTH + (LENGTH * lengths[page]!) / average;
        const title = postings.titled[entry] === 1;
        const score =
          worth * ((often * (SATURATION + 1)) / (often + SATURATION * long) + (title ? TITLE : 0));
        if (best[page] === 0) found.push(page);
        if (score > best[page]!) best[page] = score;
        // Only what was typed is a name, not what means the same.
        if (title && part === 1) titled[page] = 1;
      }
    }
    for (const page of found) {
      scores[page]! += best[page]!;
      if (titled[page] && number < typed) inTitle[page]!++;
      best[page] = titled[page] = 0;
    }
  }
  const smooth = graph ? smoothed(scores, graph) : scores;
  // A page without any of the words would puzzle the reader, however like it is to others.
  const found = Uint32Array.from(scores.keys()).filter((page) => scores[page]! > 0);
  const key = smooth.map((score, page) =>
    typed > 0 && inTitle[page] === typed ? FIRST + score : score,
  );
  return Array.from(
    found.sort((a, b) => key[b]! - key[a]! || a - b),
    (page) => ({ page, score: smooth[page]! }),
  );
}

/** Each page's score with the mean of its neighbours', weighted by the square of their likeness. */
function smoothed(scores: Float64Array, { pages, likeness, each }: PageGraph): Float64Array {
  return scores.map((score, page) => {
    let [sum, total] = [0, 0];
    for (let at = page * each; at < (page + 1) * each; at++) {
      const share = likeness[at]! ** 2;
      if (share === 0) break;
      sum += share * scores[pages[at]!]!;
      total += share;
    }
    return (1 - NEIGHBOURS) * score + (total > 0 ? (NEIGHBOURS * sum) / total : 0);
  });
}
