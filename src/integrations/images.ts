import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parseAddress, variantAddresses } from '../markdown/images/variants.ts';
import { htmlFiles } from './html-files.ts';
import { ImageFiles } from './image-files.ts';

/** Pictures made at a time. Each keeps about one core busy. */
const AT_A_TIME = 2;

const TYPES: Record<string, string> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
};

/**
 * Puts the pictures of the posts into the site: exactly those sizes that a built page asks for.
 * Finished files are kept in `.cache`, so a build with nothing new only copies. In
 * `npm run dev` the same addresses are answered when they are asked for.
 */
export function images(): AstroIntegration {
  let base = '/';
  let files: ImageFiles;

  return {
    name: 'wellsourced:images',
    hooks: {
      'astro:config:done': ({ config }) => {
        const root = fileURLToPath(config.root);
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
        const cache = join(root, '.cache/wellsourced/images');
        files = new ImageFiles({ root, base, cache });
      },

      'astro:server:setup': ({ server, logger }) => {
        server.middlewares.use((request, response, next) => {
          const address = (request.url ?? '').replace(/[?#].*$/s, '');
          const parts = parseAddress(address, base);
          if (!parts) return next();
          files.file(address).then(
            (file) => {
              response.setHeader('Content-Type', TYPES[parts.format]!);
              createReadStream(file).pipe(response);
            },
            (error: Error) => {
              logger.error(error.message);
              response.statusCode = 404;
              response.end(error.message);
            },
          );
        });
      },

      'astro:build:done': async ({ dir, logger }) => {
        const start = performance.now();
        const dist = fileURLToPath(dir);
        const target = join(dist, 'images');
        const wanted = addressesIn(dist, base);
        const names = new Set<string>();
        const faults: string[] = [];
        let copied = 0;
        await inParallel([...wanted], AT_A_TIME, async ([address, page]) => {
          try {
            const made = await files.file(address);
            const name = files.nameOf(address)!;
            names.add(name);
            if (await copyIfNew(made, join(target, name))) copied++;
          } catch (error) {
            faults.push(`${page}: ${(error as Error).message}`);
          }
        });
        if (faults.length > 0) throw new Error([...new Set(faults)].sort().join('\n'));
        await removeOthers(target, names);
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        logger.info(`Pictures: ${wanted.size} files, ${copied} of them new, ${seconds} s.`);
      },
    },
  };
}

/** The addresses of pictures in the built pages, each with the first page that asks for it. */
function addressesIn(dist: string, base: string): Map<string, string> {
  const wanted = new Map<string, string>();
  for (const page of htmlFiles(dist)) {
    const html = readFileSync(join(dist, page));
    // Most pages have no picture: they are not turned into text.
    if (!html.includes(`${base}images/`)) continue;
    for (const address of variantAddresses(html.toString('utf8'), base)) {
      if (!wanted.has(address)) wanted.set(address, page);
    }
  }
  return wanted;
}

/** Copies unless the same file is there. The name holds a hash, so the size is enough to compare. */
async function copyIfNew(from: string, to: string): Promise<boolean> {
  if (statSync(to, { throwIfNoEntry: false })?.size === statSync(from).size) return false;
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to);
  return true;
}

/** Removes pictures of earlier builds; files of `public/images` carry no hash and stay. */
async function removeOthers(target: string, names: Set<string>): Promise<void> {
  if (!existsSync(target)) return;
  for (const entry of await readdir(target, { recursive: true })) {
    const name = entry.split(sep).join('/');
    if (names.has(name) || !parseAddress(`/images/${encodePath(name)}`, '/')) continue;
    await rm(join(target, entry));
  }
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Runs `work` on all items, at most `atOnce` at the same time. */
async function inParallel<Item>(
  items: Item[],
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of queue) await work(item);
    }),
  );
}
