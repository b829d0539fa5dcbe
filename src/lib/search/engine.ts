/**
 * What the search page asks of whatever searches: `index-engine.ts`, or in tests anything
 * that answers in this shape.
 */

/** A run of text of an excerpt; `marked` where it is a word of the query. */
export interface Segment {
  text: string;
  marked: boolean;
}

/** The facets of the index, in the order in which the page shows them. */
export const FILTERS = ['topic', 'kind', 'evidence', 'year'] as const;
export type Filter = (typeof FILTERS)[number];

/** At most one value a facet; a facet that is not named is open. */
export type Selection = Partial<Record<Filter, string>>;

/** How many pages each value of each facet has. A value without pages may be missing. */
export type Counts = Partial<Record<Filter, Record<string, number>>>;

export interface Query {
  /** As typed. Empty words with a selection mean: every page of that selection. */
  words: string;
  selection: Selection;
  /** By how well they fit where nothing is said. */
  sort?: 'date' | undefined;
}

/** A page that was found. */
export interface FoundPage {
  /** Leads to the section that answers, where one does. */
  href: string;
  title: string;
  excerpt: Segment[];
  /** Where it is not that of the site. */
  language?: string | undefined;
  /** Values of the page itself, by facet. */
  filters: Partial<Record<Filter, string[]>>;
  /** Parts of the page below a heading that hold words of the query, in the page's order. */
  sections: { href: string; title: string; excerpt: Segment[] }[];
}

export interface Found {
  /** Best first, by the number of the page in the index. Each is loaded only when it is shown. */
  hits: { page: number; load(): Promise<FoundPage> }[];
  /**
   * Pages of each value of each facet among those found, with the other facets as they are set and
   * this one open: what choosing the value would bring.
   */
  counts: Counts;
  /** Words that no page has, and what was looked for instead. */
  corrected: { typed: string; meant: string }[];
  /** Words that some page has, and what may have been meant. */
  offered: { typed: string; meant: string }[];
  /** What was also looked for. */
  also: string[];
  /** Words that no page has. */
  unknown: string[];
  /** What the glossary says of the term that was asked for. */
  definition?: { name: string; meaning: string } | undefined;
}

export interface SearchEngine {
  /** Rejects with `CouldNotLoad` when a part of the index that the answer needs did not arrive. */
  search(query: Query): Promise<Found>;
}

/** The index or a part of it did not arrive: not the same as nothing found. */
export class CouldNotLoad extends Error {}
