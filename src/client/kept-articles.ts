import type { KeptArticle } from '../lib/offline/kept-list.ts';
import { cacheNames } from '../lib/offline/names.ts';
import { TABLE } from '../lib/packs/table.ts';
import { base } from './place.ts';

/** Which articles are on this device. What changes that is in `kept.ts`, which fewer pages need. */

export const KEPT = cacheNames(base).kept;
export const LIST = `${base}kept.json`;

/** False where the browser keeps nothing, for example on a page without encryption. */
export const canKeep = 'caches' in window && 'locks' in navigator;

/** Whether the site can be reached: a network may be there and lead nowhere. */
export async function siteAnswers(): Promise<boolean> {
  if (!navigator.onLine) return false;
  const asking = fetch(base + TABLE, { method: 'HEAD', cache: 'no-store' });
  return asking.then(
    () => true,
    () => false,
  );
}

/** The articles that are kept, the newest first. */
export async function keptArticles(): Promise<KeptArticle[]> {
  // Some browsers have the store and refuse it.
  if (!canKeep || !(await caches.has(KEPT).catch(() => false))) return [];
  const list = await caches.match(LIST, { cacheName: KEPT });
  return ((await list?.json()) as KeptArticle[] | undefined) ?? [];
}
