import { readdir, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Folders of `dist` that another integration fills and keeps clean by itself. */
const KEPT_BY_OTHERS = ['images', 'packs', 'pagefind'];

/**
 * Removes from `dist` what no longer belongs to the site.
 *
 * `vite.build.emptyOutDir` is off, so that pages of unchanged posts stay where they are and a
 * rebuild after one edit is short. The price is that the page of a removed post would stay too. A
 * file belongs to this build when Astro names it among its outputs (pages written or reused) or
 * when it was written since the build began (scripts, styles, files of `public/`).
 */
export function prune(): AstroIntegration {
  let started = 0;
  return {
    name: 'wellsourced:prune',
    hooks: {
      'astro:build:start': () => {
        started = Date.now();
      },
      'astro:build:done': async ({ dir, assets, logger }) => {
        const outputs = new Set([...assets.values()].flat().map((url) => fileURLToPath(url)));
        const root = fileURLToPath(dir);
        let removed = 0;

        /** Removes what does not belong below `folder`; true when nothing is left in it. */
        const sweep = async (folder: string): Promise<boolean> => {
          let left = 0;
          for (const entry of await readdir(folder, { withFileTypes: true })) {
            const path = join(folder, entry.name);
            if (entry.isDirectory()) {
              if (folder === root && KEPT_BY_OTHERS.includes(entry.name)) left++;
              else if (await sweep(path)) await rmdir(path);
              else left++;
            } else if (outputs.has(path) || (await stat(path)).mtimeMs >= started) {
              left++;
            } else {
              await rm(path);
              removed++;
            }
          }
          return left === 0;
        };
        await sweep(root);
        if (removed > 0) logger.info(`Removed ${removed} file(s) that no longer belong here.`);
      },
    },
  };
}
