import type { KeptArticle } from '../lib/offline/kept-list.ts';
import { cacheNames } from '../lib/offline/names.ts';
import { base } from './place.ts';

/** Which articles are on this device. What changes that is in `kept.ts`, which fewer pages need. */

export const KEPT = cacheNames(base).kept;
export const LIST = `${base}kept.json`;

/** False where the browser keeps nothing, for example on a page without encryption. */
export const canKeep = 'caches' in window && 'locks' in navigator;

/** The articles that are kept, the newest first. */
export async function keptArticles(): Promise<KeptArticle[]> {
  if (!canKeep || !(await caches.has(KEPT))) return [];
  const list = await caches.match(LIST, { cacheName: KEPT });
  return ((await list?.json()) as KeptArticle[] | undefined) ?? [];
}
