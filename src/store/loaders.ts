import type { Loader } from 'astro/loaders';
import { readContent, type Stored } from './read.ts';

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
        for (const entry of entries(content)) store.set(entry);
      };
      load(contentNow());
      // Only in `npm run dev`.
      watcher?.on('all', (_event, path) => {
        if (!/[/\\]content[/\\]/.test(path)) return;
        current = undefined;
        load(contentNow());
      });
    },
  };
}

let current: Stored | undefined;

/** Read once for all collections. */
function contentNow(): Stored {
  current ??= readContent(process.cwd());
  return current;
}
