import {
  CouldNotLoad,
  FILTERS,
  type Counts,
  type FoundPage,
  type Query,
  type SearchEngine,
} from '../lib/search/engine.ts';
import { excerptSegments } from '../lib/search/excerpt.ts';
import { isOnlyFallback } from '../lib/search/fallback.ts';

/** The part of Pagefind's client (1.6) that is used here. It comes without types. */
interface PagefindModule {
  createInstance(options: {
    noWorker: boolean;
    metaCacheTag: string;
    excerptLength: number;
  }): PagefindClient;
}

interface PagefindClient {
  filters(): Promise<Counts>;
  search(
    words: string | null,
    options: { filters: Record<string, string>; sort?: Record<string, 'asc' | 'desc'> },
  ): Promise<{ results: { data(): Promise<PagefindPage> }[]; filters: Counts }>;
}

interface PagefindPage {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  filters: FoundPage['filters'];
  sub_results: {
    title: string;
    url: string;
    excerpt: string;
    weighted_locations: { balanced_score: number }[];
  }[];
}

/** Words of an excerpt. */
const EXCERPT_WORDS = 26;

/**
 * Pagefind's client behind our own interface. `bundle` is the address of its folder with a slash at
 * the end, `attempt` counts from 0. Rejects with `CouldNotLoad` when the index is out of reach.
 *
 * Without its worker: that is a second copy of the engine to fetch, it gives up after five seconds
 * on a slow line and starts again on the page, and what fails inside it cannot be seen from here.
 *
 * Pagefind asks for its entry file with `?ts=` and the time, so that no cache ever holds it. Ours
 * is asked for under one address, which servers let browsers keep only after asking (`no-cache`).
 * A second attempt goes past whatever a host keeps all the same.
 */
export async function pagefindEngine(bundle: string, attempt: number): Promise<SearchEngine> {
  const failures = chunkFailures(bundle);
  let client: PagefindClient;
  try {
    const again = attempt > 0 ? `?${attempt}` : '';
    const address = `${bundle}pagefind.js${again}`;
    const module: PagefindModule = await import(/* @vite-ignore */ address);
    client = module.createInstance({
      noWorker: true,
      metaCacheTag: attempt > 0 ? String(Date.now()) : 'index',
      excerptLength: EXCERPT_WORDS,
    });
    // Counts by facet come with an answer only once the facets are loaded.
    await client.filters();
    if ((await failures()) > 0) throw new Error('facets');
  } catch (cause) {
    throw new CouldNotLoad('index', { cause });
  }

  return {
    async search({ words, selection }: Query) {
      const before = await failures();
      const filters = Object.fromEntries(FILTERS.flatMap((name) => entry(name, selection[name])));
      const { results, filters: counts } = await client.search(words === '' ? null : words, {
        filters,
        // Without words nothing is more fitting than anything else: newest first.
        ...(words === '' && { sort: { published: 'desc' } }),
      });
      if ((await failures()) > before) throw new CouldNotLoad('part of the index');
      const hits = results.map((result) => ({ load: () => load(result) }));
      if (words !== '' && hits[0]) {
        const best = excerptSegments((await hits[0].load()).excerpt);
        const matched = best.flatMap(({ text, marked }) => (marked ? [text] : []));
        if (isOnlyFallback(words, matched)) return { hits: [], counts: {} };
      }
      return { hits, counts };
    },
  };
}

function entry(name: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[name, value]];
}

async function load(result: { data(): Promise<PagefindPage> }): Promise<FoundPage> {
  let page: PagefindPage;
  try {
    page = await result.data();
  } catch (cause) {
    throw new CouldNotLoad('result', { cause });
  }
  return {
    href: page.url,
    title: page.meta['title'] ?? page.url,
    excerpt: page.excerpt,
    filters: page.filters,
    sections: page.sub_results.map(({ url, title, excerpt, weighted_locations }) => ({
      href: url,
      title,
      excerpt,
      score: weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0),
    })),
  };
}

/**
 * Counts the parts of the index that did not arrive. Pagefind itself only writes a line to the
 * console and answers as if their words stood nowhere.
 */
function chunkFailures(bundle: string): () => Promise<number> {
  let failed = 0;
  const count = (entries: PerformanceEntryList) => {
    for (const entry of entries as PerformanceResourceTiming[]) {
      if (!new URL(entry.name).pathname.startsWith(bundle)) continue;
      const empty = entry.responseStatus === 0 && entry.decodedBodySize === 0;
      if (entry.responseStatus >= 400 || empty) failed++;
    }
  };
  const observer = new PerformanceObserver((list) => count(list.getEntries()));
  observer.observe({ type: 'resource' });
  return async () => {
    // The record of a request comes a task after its answer.
    await new Promise((resolve) => setTimeout(resolve));
    count(observer.takeRecords());
    return failed;
  };
}
