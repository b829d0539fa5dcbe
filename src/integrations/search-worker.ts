/**
 * The thread in which the search index is made, beside Astro: reading a thousand pages and handing
 * them to Pagefind would hold up the build.
 *
 * When nothing that can be searched has changed, the bundle of the last build is put back. When
 * something has, most of the pages have not, and Pagefind spends most of its time on them: so it is
 * given the pages of the last build, which still lie in `dist`, while Astro builds the new ones,
 * and at the end only those that came out differently.
 *
 * Starts with a `SearchPlace` as its data. A message, the glossary, says that the pages are written;
 * the answer is a `SearchDone`. An error ends the thread.
 */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { SearchGlossary } from '../lib/search/loaded-index.ts';
import { BuiltPages, Indexing, indexDigest, KeptBundle } from './search-bundle.ts';

export interface SearchPlace {
  /** The folder of the built site. */
  dist: string;
  /** Where the bundle is kept from build to build. */
  cache: string;
}

export interface SearchDone {
  /** Pages in the index. */
  pages: number;
  /** False when the index of the last build was right. */
  changed: boolean;
}

const { dist, cache } = workerData as SearchPlace;
const built = new BuiltPages(dist);
const kept = new KeptBundle(cache);
const early = begin();

parentPort!.once('message', async (glossary: SearchGlossary) => {
  parentPort!.postMessage(await finish(glossary));
});

function begin(): Indexing | undefined {
  if (kept.digest === '') return undefined;
  const pages = built.read();
  // Only if these are the pages of the last build, not those of another one.
  return kept.digest.startsWith(`${indexDigest(pages)} `) ? new Indexing(pages) : undefined;
}

async function finish(glossary: SearchGlossary): Promise<SearchDone> {
  let indexing = early;
  try {
    const pages = built.read();
    const digest = `${indexDigest(pages)} ${JSON.stringify(glossary)}`;
    const changed = digest !== kept.digest;
    if (changed) {
      if (pages.length === 0)
        throw new Error('No page carries data-pagefind-body: nothing could be searched.');
      const afresh = !indexing?.update(pages);
      if (afresh) {
        await indexing?.close();
        indexing = new Indexing(pages);
      }
      await kept.write(indexing!, glossary, digest, afresh);
    }
    await kept.copyTo(join(dist, 'pagefind'));
    return { pages: pages.length, changed };
  } finally {
    await indexing?.close();
  }
}
