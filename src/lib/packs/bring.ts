import type { PartStore } from './part-store.ts';
import { placesOf, sizeOf, totalSize, type PackTable, type Part } from './table.ts';

/** Requests at a time. */
const AT_ONCE = 6;

/** What `bring` needs. */
export interface Bringing {
  table: PackTable;
  store: PartStore;
  /** Loads a file of the site, from its base. Rejects when it does not arrive. */
  load(path: string): Promise<Blob>;
  /** Told after each part: bytes that are there, and all of them. */
  progress?(done: number, total: number): void;
  /** Stops after the part that is being loaded. */
  signal?: AbortSignal;
}

/**
 * Brings the parts of a table into the store. What is there already is not loaded again: parts by
 * their name, and files of a part that changed by theirs. Broken off, it goes on the next time where
 * it was. Only when everything is there does the table in the store change, and what it no longer
 * names is removed: until then the older index stays whole.
 *
 * Rejects when something does not arrive, is cut short, or finds no room; in the last case what was
 * loaded for nothing is removed.
 */
export async function bring({ table, store, load, progress, signal }: Bringing): Promise<void> {
  const kept = await store.table();
  const held = new Set(await store.names());
  const places = placesOf((kept?.parts ?? []).filter(({ file }) => held.has(file)));
  const total = totalSize(table);
  let done = 0;
  for (const part of table.parts) {
    signal?.throwIfAborted();
    if (!held.has(part.file)) {
      const bytes = await assembled(part);
      if (bytes.size !== sizeOf(part)) throw new Error(`${part.file} came only in part.`);
      try {
        await store.put(part.file, bytes);
      } catch (error) {
        await keepOnly(kept);
        throw error;
      }
    }
    done += sizeOf(part);
    progress?.(done, total);
  }
  await store.setTable(table);
  await keepOnly(table);

  async function assembled({ file, files }: Part): Promise<Blob> {
    const known = ([path, size]: Part['files'][number]) => {
      const place = places.get(path);
      return place?.size === size ? place : undefined;
    };
    if (!files.some(known)) return load(`packs/parts/${file}`);
    const pieces: Blob[] = [];
    const waiting = [...files.entries()];
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [at, one] = next;
        const place = known(one);
        const held = place && (await store.get(place.part));
        pieces[at] = held
          ? held.slice(place.start, place.start + place.size)
          : await load(`pagefind/${one[0]}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return new Blob(pieces);
  }

  async function keepOnly(whole: PackTable | undefined): Promise<void> {
    const wanted = new Set(whole?.parts.map(({ file }) => file));
    for (const name of await store.names()) if (!wanted.has(name)) await store.remove(name);
  }
}
