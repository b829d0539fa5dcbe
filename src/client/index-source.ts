import { PACKS_WITHOUT_ASKING } from '../lib/offline/names.ts';
import { packedBytes } from '../lib/packs/packed-bytes.ts';
import { totalSize } from '../lib/packs/table.ts';
import type { LoadBytes } from '../lib/search/loaded-index.ts';
import { filesBelow, unpacked } from './index-pieces.ts';
import { keptPacks, loadPart, siteTable } from './stored-packs.ts';

/** Where the search reads its index. */
export interface IndexSource {
  load: LoadBytes;
  /** Bytes of the whole index where it is fetched piece by piece, as the words need it. */
  inPieces?: number;
}

/**
 * The whole index where it is on the device or small enough to be fetched, so that no request
 * depends on what is typed; piece by piece where it is large, or the browser is to save data.
 * `bundle` is the folder of the pieces. `again` goes past what the browser keeps.
 */
export async function indexSource(bundle: string, again: boolean): Promise<IndexSource> {
  // A browser that refuses to keep anything still searches.
  const store = await keptPacks().catch(() => undefined);
  const kept = await store?.table().catch(() => undefined);
  if (store && kept) {
    const part = async (file: string) => (await store.get(file)) ?? loadPart(file);
    return { load: packedBytes(kept, part, unpacked) };
  }
  const pieces = filesBelow(bundle, again);
  const table = await siteTable().catch(() => undefined);
  if (!table) return { load: pieces };
  const size = totalSize(table);
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (size > PACKS_WITHOUT_ASKING || connection?.saveData) return { load: pieces, inPieces: size };
  const parts = new Map(
    await Promise.all(table.parts.map(async ({ file }) => [file, await loadPart(file)] as const)),
  );
  return { load: packedBytes(table, async (part) => parts.get(part), unpacked) };
}
