import { cacheNames } from '../lib/offline/names.ts';
import { bring } from '../lib/packs/bring.ts';
import { cacheStore, type DeviceStore } from '../lib/packs/part-store.ts';
import { TABLE, type PackTable } from '../lib/packs/table.ts';
import { canKeep } from './kept.ts';
import { base } from './place.ts';

/** The search index on this device. */

const NAME = cacheNames(base).packs;

/** Where it is kept; nothing where the browser keeps nothing. */
export async function packStore(): Promise<DeviceStore | undefined> {
  return canKeep ? cacheStore(await caches.open(NAME), base) : undefined;
}

/** The table of the index on the site. Rejects when it does not arrive. */
export async function siteTable(): Promise<PackTable> {
  return (await load(TABLE)).json() as Promise<PackTable>;
}

export async function loadPart(file: string): Promise<Blob> {
  return (await load(`packs/parts/${file}`)).blob();
}

/** Brings the whole index to this device. `progress` is told bytes there and bytes in all. */
export async function bringPacks(
  progress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<void> {
  // Not waited for: Firefox asks the reader, who may not answer.
  void navigator.storage?.persist?.();
  const store = (await packStore())!;
  await store.setDeclined(false);
  await bring({
    table: await siteTable(),
    store,
    load: async (path) => (await load(path)).blob(),
    progress,
    signal,
  });
}

/** Takes it off; it does not come again by itself. */
export async function dropPacks(): Promise<void> {
  await caches.delete(NAME);
  await (await packStore())!.setDeclined(true);
}

async function load(path: string): Promise<Response> {
  const response = await fetch(base + path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}
