/**
 * Measures the search without a connection on a large site.
 *
 *   npm run bench:offline -- --posts 10000
 *
 * Indexes pages made of sections of the demonstration articles, brings the whole index to a browser
 * over loopback, ends the server, and searches. Prints the size of the index, how long it took to
 * bring it, the first search (which opens the index) and the others, each with its first ten
 * results, and the memory that the page's script holds.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { sizeText } from '../../src/lib/offline/kept-list.ts';
import { readTable, TABLE, totalSize } from '../../src/lib/packs/table.ts';
import { syntheticPosts, withoutPostLinks } from '../../src/lib/posts/synthetic.ts';
import { quantile } from '../../src/lib/search-bench/measures.ts';
import { seeded } from '../../src/lib/search-bench/variants.ts';
import { writeIndex } from './search-site.ts';
import { findBrowser } from '../find-browser.ts';
import { staticFiles } from '../static-files.ts';
import { commandLine } from '../command-line.ts';

const SEED = 20_261_123;
const QUERIES = 100;

const { values } = commandLine('Usage: npm run bench:offline -- [--posts N]', {
  posts: { type: 'string', default: '10000' },
});
const count = Number(values.posts);
if (!Number.isInteger(count) || count < 1) {
  console.error(`--posts takes a whole number from 1 on, not "${values.posts}".`);
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'wellsourced-offline-'));
const server = createServer(staticFiles(folder, '/'));
try {
  const posts = 'content/posts';
  const articles = readdirSync(posts)
    .filter((slug) => readdirSync(join(posts, slug)).includes('index.md'))
    .map((slug) => readFileSync(join(posts, slug, 'index.md'), 'utf8'));
  const made = syntheticPosts(articles, count, 'The end.').map(({ slug, source }) => ({
    slug,
    text: withoutPostLinks(source.replace(/^---[\s\S]*?\n---\n/, '')),
  }));
  const pages = made.map(({ slug, text }) => ({
    path: `posts/${slug}/index.html`,
    html: html(slug, text),
  }));
  await writeIndex(folder, pages);
  const table = readTable(JSON.parse(readFileSync(join(folder, TABLE), 'utf8')));

  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: join(folder, 'engine'),
      lib: {
        entry: [
          'src/client/bring-packs.ts',
          'src/client/index-source.ts',
          'src/lib/search/index-engine.ts',
        ],
        formats: ['es'],
      },
    },
  });
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html lang="en"><link rel="manifest" href="/manifest.webmanifest"><title>Bench</title>',
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const found = await findBrowser();
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    args: found.args,
    env: { ...process.env, ...found.env } as Record<string, string>,
  });
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.evaluate(async () => {
    const load = (name: string) => import(`/engine/${name}.js`);
    const [packs, source, engine] = await Promise.all(
      ['bring-packs', 'index-source', 'index-engine'].map(load),
    );
    Object.assign(window, { bench: { ...packs, ...source, ...engine } });
  });
  const stored = await page.evaluate(async () => {
    const { bench } = window as unknown as { bench: { bringPacks: Bring } };
    const start = performance.now();
    await bench.bringPacks(() => undefined, new AbortController().signal);
    return performance.now() - start;
  });
  server.close();
  server.closeAllConnections();
  await context.setOffline(true);

  const times = await page.evaluate(
    async (queries) => {
      const { bench } = window as unknown as {
        bench: {
          indexSource(bundle: string, again: boolean): Promise<{ load: unknown }>;
          indexEngine(load: unknown, base: string): Promise<Engine>;
        };
      };
      const times: number[] = [];
      let engine: Engine | undefined;
      for (const words of queries) {
        const start = performance.now();
        if (!engine) {
          const { load } = await bench.indexSource('/pagefind/', false);
          engine = await bench.indexEngine(load, '/');
        }
        const { hits } = await engine.search({ words, selection: {} });
        await Promise.all(hits.slice(0, 10).map((hit) => hit.load()));
        times.push(performance.now() - start);
      }
      // Held, so that its memory is counted.
      Object.assign(window, { engine });
      return times;
    },
    queriesOf(made.map(({ text }) => text)),
  );
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const memory = metrics.find(({ name }) => name === 'JSHeapUsedSize')!.value;
  await browser.close();

  const [first, ...others] = times;
  const size = totalSize(table);
  console.log(`${count} pages, ${cpus().length} cores
index: ${sizeText(size, 'en')} in ${table.parts.length} parts, table ${sizeText(JSON.stringify(table).length, 'en')}
storing it: ${(stored / 1000).toFixed(2)} s
first search: ${first!.toFixed(0)} ms
other searches: median ${quantile(others, 0.5).toFixed(0)} ms, p95 ${quantile(others, 0.95).toFixed(0)} ms
script's memory after ${times.length} searches: ${sizeText(memory, 'en')}`);
  // The goals hold for 10,000 pages on two cores.
  if (stored > 3000 || first! > 500 || quantile(others, 0.95) > 200) {
    console.error('Goals missed: storing it 3 s, first search 500 ms, p95 200 ms.');
    process.exitCode = 1;
  }
} finally {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
}

type Bring = (progress: () => void, signal: AbortSignal) => Promise<void>;
interface Engine {
  search(query: object): Promise<{ hits: { load(): Promise<unknown> }[] }>;
}

/** Headings of the pages, and two to six words from anywhere in them. */
function queriesOf(texts: string[]): string[] {
  const random = seeded(SEED);
  const any = <T>(list: T[]): T => list[Math.floor(random() * list.length)]!;
  return Array.from({ length: QUERIES }, (_, at) => {
    const text = any(texts);
    if (at % 2 === 0) return any(text.match(/^## .*$/gm)!).slice(3);
    const words = text.match(/\p{L}{4,}/gu)!;
    return Array.from({ length: 2 + Math.floor(random() * 5) }, () => any(words)).join(' ');
  });
}

function html(title: string, text: string): string {
  const safe = (words: string) => words.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const blocks = text.split(/\n{2,}/).map((block, at) => {
    const heading = /^## (.*)$/.exec(block.trim());
    return heading ? `<h2 id="h${at}">${safe(heading[1]!)}</h2>` : `<p>${safe(block)}</p>`;
  });
  return (
    `<html lang="en"><body><article data-pagefind-body><h1 data-pagefind-meta="title">` +
    `${title}</h1>${blocks.join('')}</article></body></html>`
  );
}
