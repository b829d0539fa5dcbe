/** What the benches of the search and of reading offline search: indices, and the scripts that search them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { build, type Rolldown } from 'vite';
import { writePacks } from '../../src/integrations/packs.ts';
import { SCRIPTS } from '../../src/integrations/scripts.ts';
import { TABLE, totalSize } from '../../src/lib/packs/table.ts';
import { metaFile } from '../../src/lib/search/bundle-files.ts';
import { decodeMeta } from '../../src/lib/search/index-format.ts';
import { NO_GLOSSARY } from '../../src/lib/search/loaded-index.ts';
import type { Document } from '../../src/lib/search-bench/collection.ts';

type Pages = { path: string; html: string }[];

/** Documents as pages, in their order. */
export function pagesOf(documents: Document[]): Pages {
  const safe = (words: string) => words.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return documents.map(({ title, text }, number) => ({
    path: `${String(number).padStart(7, '0')}/index.html`,
    html:
      `<html lang="en"><body><article data-pagefind-body><h1 data-pagefind-meta="title">` +
      `${safe(title)}</h1><p>${safe(text)}</p></article></body></html>`,
  }));
}

/**
 * Writes Pagefind's index as it comes, with its client, into `folder`. Call it before `writeIndex`,
 * which sets how Pagefind works in this process. Returns the hash that Pagefind gives each page.
 */
export async function writePlainIndex(folder: string, pages: Pages): Promise<string[]> {
  const { index } = await createIndex();
  for (const { path, html } of pages) await index!.addHTMLFile({ sourcePath: path, content: html });
  await index!.writeFiles({ outputPath: folder });
  await close();
  const { languages } = JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8'));
  const [language] = Object.values(languages) as { hash: string }[];
  return decodeMeta(gunzipSync(readFileSync(join(folder, metaFile(language!.hash))))).pages.map(
    ({ hash }) => hash,
  );
}

/** Writes our index below `folder`, as a build does. Returns seconds, and bytes of all its packs. */
export async function writeIndex(folder: string, pages: Pages) {
  const { Indexing, KeptBundle, indexDigest } =
    await import('../../src/integrations/search-bundle.ts');
  const start = performance.now();
  const kept = new KeptBundle(join(folder, 'cache'));
  const indexing = new Indexing(pages);
  await kept.write(indexing, NO_GLOSSARY, indexDigest(pages), true);
  await indexing.close();
  await kept.copyTo(join(folder, 'pagefind'));
  const seconds = (performance.now() - start) / 1000;
  await writePacks(folder);
  return { seconds, bytes: totalSize(JSON.parse(readFileSync(join(folder, TABLE), 'utf8'))) };
}

/** Writes the engine of the search page into `folder`, and an empty page to load it into. */
export async function writeEngine(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: join(folder, 'engine'),
      lib: {
        entry: ['src/lib/search/index-engine.ts', 'src/client/index-pieces.ts'],
        formats: ['es'],
      },
    },
  });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html lang="en"><title>Bench</title>');
}

/** Bytes of the search page's own script with all that it loads at once, as brotli. */
export async function scriptBytes(): Promise<number> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ...SCRIPTS,
      write: false,
      rolldownOptions: { ...SCRIPTS.rolldownOptions, input: 'src/client/search-page.ts' },
    },
  })) as Rolldown.RolldownOutput;
  const chunks = new Map(
    output.flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one]] : [])),
  );
  const needed = new Set([...chunks.values()].filter(({ isEntry }) => isEntry));
  for (const { imports } of needed) for (const name of imports) needed.add(chunks.get(name)!);
  return [...needed].reduce((sum, { code }) => sum + brotliCompressSync(code).length, 0);
}

/**
 * `count` documents: the given ones, and as many more as it takes, each made of two of them. They
 * answer no question; they make the site as large as it may become.
 */
export function extended(documents: Document[], count: number): Document[] {
  const at = (number: number) => documents[number % documents.length]!;
  return Array.from({ length: count }, (_, number) => {
    if (number < documents.length) return at(number);
    // Each round through the documents pairs them with others.
    const round = Math.floor(number / documents.length);
    const [one, other] = [at(number), at(number + round * 17)];
    return { id: `made-${number}`, title: one.title, text: `${one.text} ${other.text}` };
  });
}
