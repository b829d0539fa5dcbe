import { cacheNames, PACKS_WITHOUT_ASKING } from '../lib/offline/names.ts';
import { bring } from '../lib/packs/bring.ts';
import { cacheStore } from '../lib/packs/part-store.ts';
import { readTable, TABLE } from '../lib/packs/table.ts';
import type { Shell } from './shell.ts';

/**
 * The service worker. Pages come from the network and, where that fails, from what is kept; what a
 * page is made of comes from what is kept first, since its name or its hash says what is in it. A
 * page that is not kept is answered by the page that says so, never by another one.
 *
 * A new worker waits until the reader asks for it or no page is open: till then pages and the
 * search index stay those that fit each other.
 */
declare const self: ServiceWorkerGlobalScope & { shell: Shell };

const { base, files, packs } = self.shell;
const names = cacheNames(base);
/** How long a slow network may take before a kept page is shown. In milliseconds. */
const PATIENCE = 4000;

const keyOf = (path: string) => `${base}${path}?${files[path]}`;

self.addEventListener('install', (event) => event.waitUntil(takeShell()));
self.addEventListener('activate', (event) => event.waitUntil(tidy()));
self.addEventListener('message', (event) => {
  if (event.data === 'take over') void self.skipWaiting();
  if (event.data === 'bring') event.waitUntil(refill().then(bringPacks));
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (!url.pathname.startsWith(base)) return;
  if (request.mode === 'navigate') {
    event.respondWith(page(request, url));
    event.waitUntil(bringPacks());
  } else event.respondWith(file(request, url));
});

/** What is there already, under the hash of its content, is not fetched again. */
async function takeShell() {
  const cache = await caches.open(names.shell);
  await Promise.all(
    Object.keys(files).map(async (path) => {
      if (await cache.match(keyOf(path))) return;
      const response = await fetch(base + path, { cache: 'no-cache' });
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      // A redirected answer may not be given to a navigation.
      await cache.put(keyOf(path), new Response(response.body, response));
    }),
  );
}

/** Everything was erased while a page was open, and the worker stayed. */
async function refill() {
  if (await caches.has(names.shell)) return;
  bringing = undefined;
  await takeShell();
}

async function tidy() {
  const cache = await caches.open(names.shell);
  const wanted = new Set(
    Object.keys(files).map((path) => new URL(keyOf(path), location.href).href),
  );
  for (const request of await cache.keys()) {
    if (!wanted.has(request.url)) await cache.delete(request);
  }
  await self.clients.claim();
}

async function page(request: Request, { pathname }: URL): Promise<Response> {
  const copy = (await kept(pathname)) ?? (await shell(pathname.slice(base.length)));
  const late = copy && new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
  try {
    const response = await Promise.race([fetch(request), late].filter(Boolean));
    if (response && response.status < 500) return response;
  } catch {
    // No connection.
  }
  return copy ?? (await shell('offline/')) ?? Response.error();
}

async function file(request: Request, { pathname }: URL): Promise<Response> {
  const always = await shell(pathname.slice(base.length));
  if (always) return always;
  // Who fetches an article without opening it keeps it, and wants it as it is now.
  const found = pathname.endsWith('/') ? undefined : await kept(pathname);
  return found ?? fetch(request);
}

/** A file of the shell, by its path from the base. */
async function shell(path: string): Promise<Response | undefined> {
  if (!(path in files)) return undefined;
  return caches.match(keyOf(path), { cacheName: names.shell });
}

async function kept(path: string): Promise<Response | undefined> {
  // Not opened here, which would make one where nothing is kept.
  const exact = await caches.match(path, { cacheName: names.kept });
  if (exact || !path.startsWith(`${base}images/`) || !(await caches.has(names.kept))) return exact;
  const cache = await caches.open(names.kept);
  // One size of a picture is kept and has to do for the others.
  const start = location.origin + path.replace(/-\d+\.\w+$/, '-');
  const other = (await cache.keys()).find(({ url }) => url.startsWith(start));
  return other && cache.match(other);
}

async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

let bringing: Promise<void> | undefined;

/**
 * The search index: by itself where it is small, where the reader asked for it once, and not when
 * the browser is to save data. What is missing is fetched at most once in the worker's life.
 */
function bringPacks(): Promise<void> {
  bringing ??= (async () => {
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    const unasked = packs <= PACKS_WITHOUT_ASKING && !connection?.saveData;
    if (!unasked && !(await caches.has(names.packs))) return;
    const store = cacheStore(await caches.open(names.packs), base);
    if ((await store.isDeclined()) || !(unasked || (await store.table()))) return;
    const load = async (path: string) => {
      const response = await fetch(base + path);
      if (!response.ok) throw new Error(path);
      return response.blob();
    };
    const text = await (await load(TABLE)).text();
    // The index of a newer version is for the worker that waits.
    if ((await sha256(text)).startsWith(self.shell.table))
      await navigator.locks.request(names.packs, () =>
        bring({ table: readTable(JSON.parse(text)), store, load }),
      );
  })().catch((error: unknown) => {
    // Without room it would be fetched in vain at every page.
    const full = error instanceof DOMException && error.name === 'QuotaExceededError';
    if (!full) bringing = undefined;
  });
  return bringing;
}
