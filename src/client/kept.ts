import { unused, withArticle, type KeptArticle } from '../lib/offline/kept-list.ts';
import { pageFiles, filesWithin } from '../lib/offline/page-files.ts';
import { KEPT, keptArticles, LIST } from './kept-articles.ts';

/**
 * Articles on this device, each with its own styles, scripts and pictures, so that it still looks
 * right when the site has changed. The worker gives them out; the list lies beside them.
 */

/** Whether articles that are read are to be kept; nothing is stored while it is off. */
const RECENT = 'keep-recent';

/**
 * Keeps an article with what it needs: because the reader asked, because it was read, or `again`, as
 * it is now, because it is kept already. Rejects when something does not arrive, or with a
 * `QuotaExceededError` when there is no room; then everything is as it was.
 */
export async function keep(
  path: string,
  title: string,
  why: 'asked' | 'read' | 'again' = 'asked',
): Promise<void> {
  // Not waited for: Firefox asks the reader, who may not answer.
  if (why === 'asked') void navigator.storage?.persist?.();
  await change(async (cache, list) => {
    const before = list.find((one) => one.path === path);
    const recent = why === 'read' || (why === 'again' && before?.recent === true);
    // Meanwhile it may have been taken off, or switched off, in another tab.
    if ((why === 'again' && !before) || (recent && !keepsRecent())) return list;
    const page = await load(path);
    const html = await page.clone().text();
    const files = new Set(pageFiles(html));
    const got = new Map<string, Response>();
    for (const file of files) {
      // A name with a hash says what is in it; the others may have changed.
      const known = /\/(?:_astro|images|look)\//.test(file) ? await cache.match(file) : undefined;
      const response = known ?? (await load(file));
      if (/\.(?:css|js)$/.test(file)) {
        for (const more of filesWithin(await response.clone().text(), file)) files.add(more);
      }
      got.set(file, response);
    }
    // Last, so that without room for the rest it stays as it was.
    got.set(path, page);
    let size = 0;
    for (const [name, response] of got) {
      const body = await response.blob();
      size += body.size;
      await cache.put(name, new Response(body, { headers: response.headers }));
    }
    const on = new Date().toISOString().slice(0, 10);
    return withArticle(list, { path, title, on, files: [...files], size, recent });
  });
}

/** Takes articles off the device, with what no other one needs. */
export async function drop(paths: string[]): Promise<void> {
  await change(async (_, list) => list.filter(({ path }) => !paths.includes(path)));
}

/** Changes the list, one tab after the other. What the new list does not need is removed. */
async function change(
  work: (cache: Cache, list: KeptArticle[]) => Promise<KeptArticle[]>,
): Promise<void> {
  await navigator.locks.request(KEPT, async () => {
    const cache = await caches.open(KEPT);
    const before = await keptArticles();
    let after: KeptArticle[];
    try {
      after = await work(cache, before);
      if (after.length > 0) await cache.put(LIST, new Response(JSON.stringify(after)));
    } catch (error) {
      await tidy(cache, before);
      throw error;
    }
    await tidy(cache, after);
    if (after.length === 0) await caches.delete(KEPT);
    else for (const path of unused(before, after)) await cache.delete(path);
  });
  dispatchEvent(new Event('kept'));
}

/** Removes what was put there for an article that is not on the list after all. */
async function tidy(cache: Cache, list: KeptArticle[]): Promise<void> {
  const needed = new Set([LIST, ...list.flatMap(({ path, files }) => [path, ...files])]);
  for (const request of await cache.keys()) {
    if (!needed.has(new URL(request.url).pathname)) await cache.delete(request);
  }
}

async function load(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

/** Whether articles are kept because they were read. */
export function keepsRecent(): boolean {
  try {
    return localStorage.getItem(RECENT) === 'on';
  } catch {
    return false;
  }
}

/** Switches it on, or off, which takes away what was kept by it. */
export async function setKeepsRecent(on: boolean): Promise<void> {
  if (on) localStorage.setItem(RECENT, 'on');
  else {
    localStorage.removeItem(RECENT);
    const recent = (await keptArticles()).filter((one) => one.recent);
    if (recent.length > 0) await drop(recent.map(({ path }) => path));
  }
}

/** Which message tells the reader of a failure. */
export function keepingFailed(error: unknown): 'full' | 'failed' {
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'failed';
}
