import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';

/** Folders of `dist` that another integration fills and keeps clean by itself. */
const KEPT_BY_OTHERS = ['images', 'packs', 'pagefind'];

/**
 * Removes from `dist` what no longer belongs to the site.
 *
 * `vite.build.emptyOutDir` is off, so that pages of unchanged posts stay where they are and a
 * rebuild after one edit is short. The price is that the page of a removed post would stay too. A
 * file belongs to this build when it is named: by Astro among its outputs (pages written or reused),
 * by Vite among what it bundled (scripts, styles), or in `public/`. Times of files say nothing here:
 * the clock of a network disk need not be that of the machine.
 */
export function prune(): AstroIntegration {
  const bundled = new Set<string>();
  let publicFolder = '';
  const collect: Plugin = {
    name: 'wellsourced:bundled-names',
    writeBundle(_options, bundle) {
      for (const name of Object.keys(bundle)) bundled.add(name);
    },
  };
  return {
    name: 'wellsourced:prune',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [collect] } });
      },
      'astro:config:done': ({ config }) => {
        publicFolder = fileURLToPath(config.publicDir);
      },
      'astro:build:done': async ({ dir, assets, logger }) => {
        const root = fileURLToPath(dir);
        const named = new Set([
          ...[...assets.values()].flat().map((url) => fileURLToPath(url)),
          ...[...bundled, ...(await filesBelow(publicFolder))].map((name) => join(root, name)),
        ]);
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
            } else if (named.has(path)) {
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

/** Paths of all files below a folder, from there; none when it is not there. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length));
}
