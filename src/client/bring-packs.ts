import { bring } from '../lib/packs/bring.ts';
import { cacheStore } from '../lib/packs/part-store.ts';
import { base } from './place.ts';
import { load, PACKS, siteTable } from './stored-packs.ts';

const packStore = async () => cacheStore(await caches.open(PACKS), base);

/** Brings the whole index to this device. `progress` gets the bytes there and bytes in all. */
export async function bringPacks(
  progress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<void> {
  // Not waited for: Firefox asks the reader, who may not answer.
  void navigator.storage?.persist?.();
  const store = await packStore();
  await store.setDeclined(false);
  // The worker may be at it, or another tab.
  await navigator.locks.request(PACKS, async () =>
    bring({
      table: await siteTable(),
      store,
      load: async (path) => (await load(path)).blob(),
      progress,
      signal,
    }),
  );
}

/** Takes it off; it does not come again by itself. */
export async function dropPacks(): Promise<void> {
  await caches.delete(PACKS);
  await (await packStore()).setDeclined(true);
}
