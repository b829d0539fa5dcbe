import { keptParts, keyIn, TABLE_KEY, type KeptParts } from './kept-parts.ts';
import type { PackTable } from './table.ts';

/** Where parts are kept. `put` rejects with a `QuotaExceededError` when there is no room. */
export interface PartStore extends KeptParts {
  setTable(table: PackTable): Promise<void>;
  names(): Promise<string[]>;
  put(part: string, bytes: Blob): Promise<void>;
  remove(part: string): Promise<void>;
}

/** A store that also knows whether the reader took the index off, so that it stays off. */
export interface DeviceStore extends PartStore {
  isDeclined(): Promise<boolean>;
  setDeclined(declined: boolean): Promise<void>;
}

const DECLINED_KEY = 'declined';

/** Parts in a cache of the browser; `cache` is opened by the caller, `base` is the site's folder. */
export function cacheStore(cache: Cache, base: string): DeviceStore {
  const key = keyIn(base);
  return {
    ...keptParts(cache, base),
    setTable: (table) => cache.put(key(TABLE_KEY), new Response(JSON.stringify(table))),
    names: async () =>
      (await cache.keys())
        .map(({ url }) => url.slice(url.lastIndexOf('/') + 1))
        .filter((name) => name !== TABLE_KEY && name !== DECLINED_KEY),
    put: (name, bytes) => cache.put(key(name), new Response(bytes)),
    isDeclined: async () => (await cache.match(key(DECLINED_KEY))) !== undefined,
    setDeclined: async (declined) => {
      if (declined) await cache.put(key(DECLINED_KEY), new Response(''));
      else await cache.delete(key(DECLINED_KEY));
    },
    remove: async (name) => void (await cache.delete(key(name))),
  };
}
