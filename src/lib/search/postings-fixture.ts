import type { Postings } from './index-format.ts';

/** Postings for tests, as the reader of an index gives them. */
export function postingsOf(
  entries: { page: number; places: number[]; titled?: boolean }[],
): Postings {
  return {
    pages: Uint32Array.from(entries, ({ page }) => page),
    counts: Uint32Array.from(entries, ({ places }) => places.length),
    titled: Uint8Array.from(entries, ({ titled }) => Number(titled ?? false)),
    places: (entry) => entries[entry]!.places,
  };
}
