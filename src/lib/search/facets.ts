import { FILTERS, type Counts, type Found, type SearchEngine, type Query } from './engine.ts';

/**
 * How many pages each value of each facet would show for these words. A value is counted with the
 * other facets as the reader set them and its own facet open, so the number beside it is what
 * choosing it brings.
 *
 * `found` is the answer to `query` itself; only for a facet that is set another search is made.
 */
export async function facetCounts(
  engine: SearchEngine,
  query: Query,
  found: Found,
): Promise<Counts> {
  const entries = FILTERS.map(async (filter) => {
    if (query.selection[filter] === undefined) return [filter, found.counts[filter] ?? {}] as const;
    const others = { ...query.selection };
    delete others[filter];
    const open = await engine.search({ words: query.words, selection: others });
    return [filter, open.counts[filter] ?? {}] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
