import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import sirv from 'sirv';
import { BuiltPages, Indexing, indexDigest, KeptBundle } from './search-bundle.ts';

/**
 * Indexes the built pages for the search, into `dist/pagefind`. Comes after whatever removes pages.
 *
 * When nothing that can be searched has changed, the bundle of the last build is put back. When
 * something has, most of the pages have not, and Pagefind spends most of its time on them: so it is
 * given the pages of the last build, which still lie in `dist`, while Astro builds the new ones,
 * and at the end only those that came out differently.
 */
export function searchIndex(): AstroIntegration {
  let dist = '';
  let base = '/';
  let building = false;
  let built: BuiltPages;
  let kept: KeptBundle;
  let early: Indexing | undefined;

  return {
    name: 'wellsourced:search-index',
    hooks: {
      'astro:config:setup': ({ command }) => {
        building = command === 'build';
      },

      'astro:config:done': ({ config }) => {
        dist = fileURLToPath(config.outDir);
        base = config.base;
        built = new BuiltPages(dist);
        kept = new KeptBundle(fileURLToPath(new URL('.cache/wellsourced/search', config.root)));
        if (!building || kept.digest === '') return;
        const pages = built.read();
        // Only if these are the pages of the last build, not those of another one.
        if (indexDigest(pages) === kept.digest) early = new Indexing(pages);
      },

      'astro:server:setup': ({ server }) => {
        // Asked for at each request: a build may come while the server runs.
        const address = `${base.replace(/\/$/, '')}/pagefind`;
        server.middlewares.use(address, (request, response) => {
          const missing = () => {
            response.statusCode = 404;
            response.end('No search index yet: run `npm run build` once.');
          };
          const bundle = join(dist, 'pagefind');
          if (existsSync(bundle)) sirv(bundle, { dev: true })(request, response, missing);
          else missing();
        });
      },

      'astro:build:done': async ({ logger }) => {
        const start = performance.now();
        let indexing = early;
        try {
          const pages = built.read();
          const digest = indexDigest(pages);
          const unchanged = digest === kept.digest;
          if (!unchanged) {
            if (pages.length === 0)
              throw new Error('No page carries data-pagefind-body: nothing could be searched.');
            const afresh = !indexing?.update(pages);
            if (afresh) {
              await indexing?.close();
              indexing = new Indexing(pages);
            }
            await kept.write(indexing!, digest, afresh);
          }
          await kept.copyTo(join(dist, 'pagefind'));
          const seconds = ((performance.now() - start) / 1000).toFixed(1);
          const what = unchanged ? 'nothing changed' : `${pages.length} pages`;
          logger.info(`Search index: ${what}, ${seconds} s.`);
        } finally {
          await indexing?.close();
        }
      },
    },
  };
}
