import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import sirv from 'sirv';
import { definitionsOf } from '../lib/search/definitions.ts';
import { indexOf, OTHER, searchLanguage } from '../lib/search/languages.ts';
import type { SearchGlossary } from '../lib/search/loaded-index.ts';
import { synonymsOf } from '../lib/search/synonyms.ts';
import { lastRead, readContent } from '../store/reading/read.ts';
import type { SearchDone, SearchPlace } from './search-worker.ts';

/** The thread that makes the index, and what it answers. */
interface Indexing {
  worker: Worker;
  done: Promise<SearchDone>;
}

let started: Indexing | undefined;

/**
 * Begins to index the pages of the last build in `dist` below `root`, which the integration will
 * bring up to date. `npm run build` calls this before anything else, since it takes Pagefind about
 * as long as Astro needs for everything. Without this call the index is made after the pages.
 */
export function beginIndexing(root: string): void {
  started = indexing(root);
  // A build that stops before it has pages does not wait for the index.
  started.worker.unref();
}

function indexing(root: string): Indexing {
  const place: SearchPlace = {
    dist: join(root, 'dist'),
    cache: join(root, '.cache/wellsourced/search'),
  };
  const worker = new Worker(new URL('search-worker.ts', import.meta.url), { workerData: place });
  const done = new Promise<SearchDone>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The search index was not finished.')));
  });
  // What goes wrong is reported when the index is asked for.
  done.catch(() => {});
  return { worker, done };
}

/** Indexes the built pages for the search, into `dist/pagefind`. Comes after what removes pages. */
export function searchIndex(): AstroIntegration {
  let root = '';
  let base = '/';
  return {
    name: 'wellsourced:search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        base = config.base;
      },

      'astro:server:setup': ({ server }) => {
        // Asked for at each request: a build may come while the server runs.
        const address = `${base.replace(/\/$/, '')}/pagefind`;
        server.middlewares.use(address, (request, response) => {
          const missing = () => {
            response.statusCode = 404;
            response.end('No search index yet: run `npm run build` once.');
          };
          const bundle = join(root, 'dist/pagefind');
          if (existsSync(bundle)) sirv(bundle, { dev: true })(request, response, missing);
          else missing();
        });
      },

      'astro:build:done': async ({ logger }) => {
        const start = performance.now();
        const { worker, done } = started ?? indexing(root);
        started = undefined;
        worker.ref();
        const { records, site } = lastRead(root) ?? readContent(root);
        const { glossary } = records;
        const { stopWords } = await searchLanguage(indexOf(site?.data.language ?? OTHER));
        const given: SearchGlossary = {
          synonyms: synonymsOf(glossary, stopWords),
          definitions: definitionsOf(glossary),
        };
        worker.postMessage(given);
        const { pages, changed } = await done;
        await worker.terminate();
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        logger.info(`Search index: ${changed ? `${pages} pages` : 'unchanged'}, ${seconds} s.`);
      },
    },
  };
}
