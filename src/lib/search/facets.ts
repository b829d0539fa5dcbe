import type { Counts, Filter, Selection } from './engine.ts';

/** For each filter, the pages of each of its values. */
export type Facets = (readonly [name: Filter, values: ReadonlyMap<string, ReadonlySet<number>>])[];

/**
 * The pages that a selection leaves, in their order, and how many each value would leave if it were
 * chosen in place of what is chosen in its own filter.
 */
export function filtered(
  all: number[],
  facets: Facets,
  selection: Selection,
): { pages: number[]; counts: Counts } {
  const chosen = facets.flatMap(([name, values]) => {
    const value = selection[name];
    return value === undefined ? [] : [{ name, pages: values.get(value) }];
  });
  const kept = (page: number, open?: string) =>
    chosen.every(({ name, pages }) => name === open || pages?.has(page));
  const counts: Counts = {};
  for (const [name, values] of facets) {
    const pages = all.filter((page) => kept(page, name));
    counts[name] = Object.fromEntries(
      [...values].map(([value, of]) => [value, pages.filter((page) => of.has(page)).length]),
    );
  }
  return { pages: all.filter((page) => kept(page)), counts };
}
