/**
 * What the search page asks of whatever searches. Today that is Pagefind's client behind
 * `client/pagefind-engine.ts`; anything that answers in this shape can stand in its place or
 * between the two.
 */

/** The facets of the index, in the order in which the page shows them. */
export const FILTERS = ['topic', 'kind', 'year'] as const;
export type Filter = (typeof FILTERS)[number];

/** At most one value a facet; a facet that is not named is open. */
export type Selection = Partial<Record<Filter, string>>;

/** How many pages each value of each facet has. A value without pages may be missing. */
export type Counts = Partial<Record<Filter, Record<string, number>>>;

export interface Query {
  /** As typed. Empty words with a selection mean: every page of that selection. */
  words: string;
  selection: Selection;
}

/** A page that was found, as the engine tells of it. Excerpts are HTML with `<mark>` only. */
export interface FoundPage {
  href: string;
  title: string;
  excerpt: string;
  /** Values of the page itself, by facet. */
  filters: Partial<Record<Filter, string[]>>;
  /** Parts of the page below a heading that hold words of the query, in the page's order. */
  sections: FoundSection[];
}

export interface FoundSection {
  href: string;
  title: string;
  excerpt: string;
  /** How much the section has to do with the query; larger is more. */
  score: number;
}

export interface Found {
  /** Best first. Each page is loaded only when it is shown. */
  hits: { load(): Promise<FoundPage> }[];
  /** Counts among the pages found, under the selection of the query. */
  counts: Counts;
}

export interface SearchEngine {
  /** Rejects with `CouldNotLoad` when a part of the index that the answer needs did not arrive. */
  search(query: Query): Promise<Found>;
}

/** The index or a part of it did not arrive: not the same as nothing found. */
export class CouldNotLoad extends Error {}
