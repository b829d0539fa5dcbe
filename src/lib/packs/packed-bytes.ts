import { ADDED_FILE, type LoadBytes } from '../search/loaded-index.ts';
import { placesOf, type PackTable } from './table.ts';

/**
 * Reads the files of an index out of its parts. `part` gives the bytes of one, `unpack` takes off
 * gzip. Rejects for a file that the table does not name and for a part that is not there.
 */
export function packedBytes(
  table: PackTable,
  part: (file: string) => Promise<Blob | undefined>,
  unpack: (bytes: Blob) => Promise<Uint8Array>,
): LoadBytes {
  const places = placesOf(table.parts);
  const parts = new Map<string, Promise<Blob | undefined>>();
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  return async (path) => {
    if (path === ADDED_FILE) return json(table.added);
    const place = places.get(path);
    if (!place) {
      if (path === 'pagefind-entry.json') return json(table.entry);
      throw new Error(`${path} is in no pack.`);
    }
    // Asked for once: a browser reads it from its disk when a piece of it is wanted.
    if (!parts.has(place.part)) parts.set(place.part, part(place.part));
    const bytes = await parts.get(place.part)!;
    if (!bytes) throw new Error(`${place.part} is not there.`);
    return unpack(bytes.slice(place.start, place.start + place.size));
  };
}
