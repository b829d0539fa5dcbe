import { cacheNames } from '../lib/offline/names.ts';
import { keptParts } from '../lib/packs/kept-parts.ts';
import { readTable, TABLE, type PackTable } from '../lib/packs/table.ts';
import { canKeep } from './kept-articles.ts';
import { base } from './place.ts';

/** The search index on this device. */

export const PACKS = cacheNames(base).packs;

/** What is kept of it; nothing where nothing is kept. */
export async function keptPacks() {
  // Opening it would make one where nothing is kept.
  const there = canKeep && (await caches.has(PACKS));
  return there ? keptParts(await caches.open(PACKS), base) : undefined;
}

/** The table of the index on the site. Rejects when it does not arrive. */
export async function siteTable(): Promise<PackTable> {
  return readTable(await (await load(TABLE)).json());
}

export async function loadPart(file: string): Promise<Blob> {
  return (await load(`packs/parts/${file}`)).blob();
}

/** A file of the site, by its path from the base. Rejects when it does not arrive. */
export async function load(path: string): Promise<Response> {
  const response = await fetch(base + path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}
