import { readTable, type PackTable } from './table.ts';

/** The parts of the search index in a cache of the browser, for whoever only reads them. */

export const TABLE_KEY = 'table';

/** The address under which a part lies in the cache; `base` is the site's folder. */
export const keyIn = (base: string) => (name: string) => `${base}packs/parts/${name}`;

/** What a search needs of them. */
export interface KeptParts {
  /** The table of what is kept whole; nothing before everything was there for the first time. */
  table(): Promise<PackTable | undefined>;
  get(part: string): Promise<Blob | undefined>;
}

/** Reads them from a cache of the browser; `base` is the site's folder. */
export function keptParts(cache: Cache, base: string): KeptParts {
  const matched = (name: string) => cache.match(keyIn(base)(name));
  return {
    // Kept by another version, it is as good as none, and is brought again.
    table: async () =>
      (await matched(TABLE_KEY))
        ?.json()
        .then(readTable)
        .catch(() => undefined),
    get: async (name) => (await matched(name))?.blob(),
  };
}
