import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { pageFiles, filesWithin } from '../lib/offline/page-files.ts';
import type { BundleEntry } from '../lib/search/bundle-files.ts';
import { indexOf } from '../lib/search/languages.ts';
import { readTable, TABLE, totalSize } from '../lib/packs/table.ts';
import { FIXED_PAGES } from '../lib/site/pages.ts';
import type { Shell } from '../worker/shell.ts';

/** Digits of a hash: two contents of one path never meet. */
const DIGITS = 12;

/**
 * Writes the service worker, `dist/worker.js`, with the list of what it keeps from the start, read
 * from the pages that were built. Comes last.
 */
export function serviceWorker(): AstroIntegration {
  let base = '/';
  let root = '';
  return {
    name: 'wellsourced:service-worker',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir }) => {
        const dist = fileURLToPath(dir);
        const table = await readFile(join(dist, TABLE), 'utf8');
        const shell: Shell = {
          base,
          files: await shellFiles(dist, base),
          packs: totalSize(readTable(JSON.parse(table))),
          // A new index makes a new worker.
          table: createHash('sha256').update(table).digest('hex').slice(0, DIGITS),
        };
        const code = await workerCode(root);
        await writeFile(join(dist, 'worker.js'), `self.shell=${JSON.stringify(shell)};\n${code}`);
      },
    },
  };
}

/** What is kept from the start, each with a hash of its content. */
async function shellFiles(dist: string, base: string): Promise<Shell['files']> {
  const files: Shell['files'] = {};
  const entry = await readFile(join(dist, 'pagefind/pagefind-entry.json'), 'utf8');
  const { languages } = JSON.parse(entry) as BundleEntry;
  // The search knows more languages than the site is written in: their files are never asked for.
  const isUnused = (path: string) => {
    const code = /^_astro\/([a-z]{2})\.[^/]+\.js$/.exec(path)?.[1];
    return code !== undefined && indexOf(code) === code && !(code in languages);
  };
  const add = async (path: string): Promise<void> => {
    if (path in files || isUnused(path)) return;
    const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (!existsSync(join(dist, name))) throw new Error(`The shell needs ${name}.`);
    const bytes = await readFile(join(dist, name));
    files[path] = createHash('sha256').update(bytes).digest('hex').slice(0, DIGITS);
    const named = name.endsWith('.html')
      ? pageFiles(bytes.toString())
      : filesWithin(bytes.toString(), base + name);
    for (const one of named) if (one.startsWith(base)) await add(one.slice(base.length));
  };
  for (const { path, kept } of FIXED_PAGES) if (kept) await add(path.slice(1));
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
}

let bundled: Promise<string> | undefined;

/** The worker's code as one script. */
async function workerCode(root: string): Promise<string> {
  bundled ??= build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      minify: true,
      lib: { entry: join(root, 'src/worker/worker.ts'), formats: ['iife'], name: 'worker' },
    },
  }).then((result) => {
    const [one] = [result].flat();
    if (!one || !('output' in one)) throw new Error('The service worker was not made.');
    return one.output[0].code;
  });
  return bundled;
}
