import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import {
  cut,
  TABLE,
  VERSION,
  type PackedFile,
  type PackTable,
  type Part,
} from '../lib/packs/table.ts';
import {
  chunkFile,
  filterFile,
  fragmentFile,
  metaFile,
  type BundleEntry,
} from '../lib/search/bundle-files.ts';
import { decodeMeta } from '../lib/search/index-format.ts';
import { ADDED_FILE, type Added } from '../lib/search/loaded-index.ts';

/**
 * Joins the search index into a few files in `dist/packs`, for devices that keep all of it.
 * Comes after the search index.
 */
export function packs(): AstroIntegration {
  return {
    name: 'wellsourced:packs',
    hooks: {
      'astro:build:done': ({ dir }) => writePacks(fileURLToPath(dir)),
    },
  };
}

/** Writes the packs of the index in `dist/pagefind`; a part that is there already stays. */
export async function writePacks(dist: string): Promise<void> {
  const bundle = join(dist, 'pagefind');
  const folder = join(dist, 'packs/parts');
  await mkdir(folder, { recursive: true });
  const json = async (path: string) => JSON.parse(await readFile(join(bundle, path), 'utf8'));
  const entry = (await json('pagefind-entry.json')) as BundleEntry;
  const added = (await json(ADDED_FILE)) as Added;
  const parts: Part[] = [];
  for (const paths of await pathsOf(bundle, entry, added)) {
    const files = await Promise.all(
      paths.map(async (path): Promise<PackedFile> => [path, (await stat(join(bundle, path))).size]),
    );
    for (const some of cut(files)) {
      const bytes = Buffer.concat(
        await Promise.all(some.map(([path]) => readFile(join(bundle, path)))),
      );
      const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
      const file = `${hash}.pack`;
      if (!existsSync(join(folder, file))) await writeFile(join(folder, file), bytes);
      parts.push({ file, files: some });
    }
  }
  const table: PackTable = { version: VERSION, entry, added, parts };
  await writeFile(join(dist, TABLE), JSON.stringify(table));
  const wanted = new Set(parts.map(({ file }) => file));
  for (const name of await readdir(folder)) if (!wanted.has(name)) await rm(join(folder, name));
}

/**
 * The files of an index in the order in which they are packed: what ranks pages, then what is shown
 * of them. Within each the order follows the words and the pages, so that an edit moves little.
 */
async function pathsOf(bundle: string, entry: BundleEntry, added: Added): Promise<string[][]> {
  const ranking = [added.glossary];
  const texts: string[] = [];
  for (const [language, { hash }] of Object.entries(entry.languages)) {
    const path = metaFile(hash);
    const { pages, chunks, filters } = decodeMeta(gunzipSync(await readFile(join(bundle, path))));
    const more = added.languages[language];
    ranking.push(path, ...[...filters.values()].map(filterFile));
    if (more) {
      const words = [...more.vocabulary, ...more.endings];
      ranking.push(more.graph, ...words.map(({ file }) => file));
    }
    ranking.push(...chunks.map((chunk) => chunkFile(chunk.hash)));
    texts.push(...pages.map((page) => fragmentFile(page.hash)));
  }
  return [ranking, texts].map((paths) => [...new Set(paths)]);
}
