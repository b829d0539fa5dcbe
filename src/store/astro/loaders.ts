import { createRequire } from 'node:module';
import type { Loader } from 'astro/loaders';
import { NONE } from './empty.ts';
import type { Stored } from '../reading/read.ts';

// By Node itself, not through Vite like what is imported: so these many modules are not compiled
// again, and they are the very ones with which `npm run build` has just checked the content.
const require = createRequire(import.meta.url);
const { lastRead, readContent } =
  require('../reading/read.ts') as typeof import('../reading/read.ts');

/** One entry of a collection: front matter or data, never a body and never HTML. */
interface Entry {
  id: string;
  filePath?: string;
  data: Record<string, unknown>;
}

/**
 * Loads a collection from what `readContent` makes of `content/`, the same that `npm run check`
 * looks at. Astro's own loaders keep each article's text and HTML, which fills memory at thousands
 * of posts, and publish an article whose Markdown failed as an empty page.
 */
export function contentLoader(name: string, entries: (content: Stored) => Entry[]): Loader {
  return {
    name: `wellsourced:${name}`,
    load: async ({ store, watcher }) => {
      const load = (content: Stored) => {
        store.clear();
        const all = entries(content);
        for (const entry of all) store.set(entry);
        if (all.length === 0) store.set({ id: NONE, data: {} });
      };
      load(lastRead(ROOT) ?? readContent(ROOT));
      // Only in `npm run dev`.
      watcher?.on('all', async (_event, path) => {
        if (/[/\\]content[/\\]/.test(path)) load(await readAgain());
      });
    },
  };
}

const ROOT = process.cwd();
let again: Promise<Stored> | undefined;

/** One reading for all collections, which hear of a change one after the other. */
function readAgain(): Promise<Stored> {
  again ??= Promise.resolve().then(() => {
    again = undefined;
    return readContent(ROOT);
  });
  return again;
}
