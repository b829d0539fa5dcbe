import { CouldNotLoad, FILTERS, type Found, type Query, type SearchEngine } from './engine.ts';
import { filtered } from './facets.ts';
import type { LoadBytes } from './loaded-index.ts';
import { openIndex } from './open-index.ts';
import type { PageIndex } from './page-index.ts';
import { foundPage, type Match } from './passages.ts';
import { plan, type Plan } from './plan.ts';

/**
 * The search over the index that `load` reads, in all its languages, in a site below the folder
 * `base`. Rejects with `CouldNotLoad` when the index is out of reach.
 */
export async function indexEngine(load: LoadBytes, base: string): Promise<SearchEngine> {
  const index = await loading(openIndex(load));

  return {
    search: (query) =>
      loading(
        (async () => {
          const found = await plan(query.words, index);
          const all =
            query.words.trim() === '' ? index.newest() : found.ranked.map((one) => one.page);
          return answer(all, found, query, index, base);
        })(),
      ),
  };
}

/** What went wrong below is for us one thing: a part did not arrive. */
async function loading<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (cause) {
    throw cause instanceof CouldNotLoad ? cause : new CouldNotLoad('index', { cause });
  }
}

async function answer(
  all: number[],
  found: Plan,
  { selection, sort }: Query,
  index: PageIndex,
  base: string,
): Promise<Found> {
  const facets = await Promise.all(
    FILTERS.map(async (name) => [name, await index.facet(name)] as const),
  );
  const { pages, counts } = filtered(all, facets, selection);
  if (sort === 'date') {
    const place = new Map(index.newest().map((page, at) => [page, at]));
    pages.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
  }
  const { corrected, offered, also, unknown, definition } = found;
  return {
    hits: pages.map((page) => ({
      page,
      load: () => loading(result(page, found, index, base)),
    })),
    counts,
    corrected,
    offered,
    also,
    unknown,
    definition,
  };
}

async function result(page: number, { units }: Plan, index: PageIndex, base: string) {
  const read = await index.fragment(page);
  // The index knows nothing of the folder that the site lies in.
  const fragment = { ...read, url: base + read.url.slice(1) };
  const matches: Match[] = units.flatMap(({ terms, rarity }, unit) =>
    terms.flatMap(({ postings }) => {
      const entry = postings.pages.indexOf(page);
      const places = entry < 0 ? [] : postings.places(entry);
      return places.map((place) => ({ place, unit, worth: rarity }));
    }),
  );
  matches.sort((a, b) => a.place - b.place);
  const typed = units.filter((unit) => unit.typed).map(({ rarity }) => rarity);
  return foundPage(fragment, matches, typed);
}
