/**
 * Measures the search on a test collection, in a real browser, beside other searches.
 *
 *   npm run bench:search -- --collection DIR [--queries N] [--json]
 *
 * `DIR` holds `docs.jsonl` {id, title, text}, `queries.jsonl` {id, text} and `qrels.tsv` (query,
 * document, grade, with tabs). Prints, for the questions as they are, with one slip in the longest
 * word, with their two rarest words only, and with a slip in those: nDCG@10, MRR@10, recall@100 and
 * questions without any result; and what our search loads and how long it takes.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { close, createIndex } from 'pagefind';
import { build } from 'vite';
import { metaFile } from '../src/lib/search/bundle-files.ts';
import { decodeMeta } from '../src/lib/search/index-format.ts';
import { plainWords } from '../src/lib/search/tokens.ts';
import { readCollection, type Document } from '../src/lib/search-bench/collection.ts';
import { mean, ndcg, quantile, recall, reciprocalRank } from '../src/lib/search-bench/measures.ts';
import { bm25, lunrSearch, miniSearch } from '../src/lib/search-bench/peers.ts';
import { rarestWords, seeded, withTypo } from '../src/lib/search-bench/variants.ts';
import { findBrowser } from './find-browser.ts';
import { staticFiles } from './static-files.ts';

/** Cold queries: each in a browser that has nothing yet. */
const COLD = 40;
const SEED = 20_261_123;

const { values } = parseArgs({
  options: {
    collection: { type: 'string' },
    queries: { type: 'string' },
    json: { type: 'boolean' },
  },
});
if (!values.collection) {
  console.error('Usage: npm run bench:search -- --collection DIR [--queries N] [--json]');
  process.exit(1);
}
const file = (name: string) => {
  const path = join(values.collection!, name);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  console.error(`There is no ${path}. A collection is docs.jsonl, queries.jsonl and qrels.tsv.`);
  process.exit(1);
};
const collection = readCollection({
  'docs.jsonl': file('docs.jsonl'),
  'queries.jsonl': file('queries.jsonl'),
  'qrels.tsv': file('qrels.tsv'),
});
const { documents, grades } = collection;
const questions = collection.questions.slice(0, Number(values.queries ?? Infinity));
const say = (line: string) => values.json || console.log(line);

const folder = mkdtempSync(join(tmpdir(), 'wellsourced-search-'));
const server = createServer(staticFiles(folder, '/'));
try {
  const pages = documents.map((document, number) => ({
    path: `${String(number).padStart(7, '0')}/index.html`,
    html: html(document),
  }));
  const ids = documents.map(({ id }) => id);

  // Pagefind as it comes, before our own settings are made.
  const plain = join(folder, 'plain');
  const { index } = await createIndex();
  for (const { path, html: content } of pages)
    await index!.addHTMLFile({ sourcePath: path, content });
  await index!.writeFiles({ outputPath: plain });
  await close();

  const { Indexing, KeptBundle, indexDigest } =
    await import('../src/integrations/search-bundle.ts');
  const start = performance.now();
  const kept = new KeptBundle(join(folder, 'cache'));
  const indexing = new Indexing(pages);
  await kept.write(indexing, [], indexDigest(pages), true);
  await indexing.close();
  await kept.copyTo(join(folder, 'pagefind'));
  const indexSeconds = (performance.now() - start) / 1000;

  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: join(folder, 'engine'),
      lib: {
        entry: ['src/client/index-engine.ts', 'src/client/index-pieces.ts'],
        formats: ['es'],
      },
    },
  });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html lang="en"><title>Bench</title>');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  const found = await findBrowser();
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    args: found.args,
    env: { ...process.env, ...found.env } as Record<string, string>,
  });

  const open = async (bypassCSP = false): Promise<Page> => {
    const page = await (await browser.newContext({ bypassCSP })).newPage();
    await page.goto(address);
    return page;
  };
  const ours = await open();
  await loadEngine(ours);
  // Our policy refuses WebAssembly, which Pagefind's client needs.
  const pagefind = await open(true);
  const hashes = decodeMeta(unpacked(plain)).pages.map(({ hash }) => hash);
  await pagefind.evaluate(async () => {
    const path = '/plain/pagefind.js';
    const module = await import(path);
    const client = module.createInstance({ noWorker: true });
    await client.init();
    Object.assign(window, { pagefind: client });
  });

  type Engine = (text: string) => Promise<string[]> | string[];
  const engines: Record<string, Engine> = {
    ours: async (text) => (await search(ours, text)).pages.map((page) => ids[page]!),
    'Pagefind as it comes': async (text) =>
      (
        await pagefind.evaluate(async (words) => {
          const { pagefind: client } = window as unknown as {
            pagefind: { search(text: string): Promise<{ results: { id: string }[] }> };
          };
          return (await client.search(words)).results.slice(0, 100).map(({ id }) => id);
        }, text)
      ).map((hash) => ids[hashes.indexOf(hash)]!),
    'BM25 (Porter)': bm25(documents),
    Lunr: lunrSearch(documents),
    MiniSearch: miniSearch(documents),
  };

  const frequency = new Map<string, number>();
  for (const { title, text } of documents) {
    for (const word of new Set(plainWords(`${title} ${text}`)))
      frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  const random = seeded(SEED);
  const two = (text: string) => rarestWords(text, frequency);
  const variants: Record<string, (text: string) => string> = {
    'as they are': (text) => text,
    'a slip in the longest word': (text) => withTypo(text, random),
    'two rarest words': two,
    'two rarest words, a slip': (text) => withTypo(two(text), random),
  };

  const quality: Record<string, Record<string, Quality>> = {};
  for (const [variant, change] of Object.entries(variants)) {
    const texts = questions.map(({ text }) => change(text));
    for (const [name, engine] of Object.entries(engines)) {
      const ranked: string[][] = [];
      for (const text of texts) ranked.push(await engine(text));
      (quality[variant] ??= {})[name] = measured(ranked);
    }
  }

  // What a first query costs, and one when everything it needs is there.
  const cold: { requests: number; bytes: number; ms: number }[] = [];
  for (const { text } of questions.slice(0, COLD)) {
    const page = await open();
    await loadEngine(page, false);
    cold.push(await costs(page, text));
    await page.context().close();
  }
  const warm: number[] = [];
  for (const { text } of questions) warm.push((await search(ours, text)).ms);
  const warmCost = await costs(ours, questions[0]!.text);
  await browser.close();

  const costsOf = {
    'index, s': indexSeconds,
    'first query, requests, median': quantile(
      cold.map(({ requests }) => requests),
      0.5,
    ),
    'first query, bytes, median': quantile(
      cold.map(({ bytes }) => bytes),
      0.5,
    ),
    'first query, bytes, p95': quantile(
      cold.map(({ bytes }) => bytes),
      0.95,
    ),
    'first query, ms, median': quantile(
      cold.map(({ ms }) => ms),
      0.5,
    ),
    'warm query, requests': warmCost.requests,
    'warm query, ms, median': quantile(warm, 0.5),
    'warm query, ms, p95': quantile(warm, 0.95),
  };
  if (values.json) {
    const about = { documents: documents.length, questions: questions.length };
    console.log(JSON.stringify({ ...about, quality, costs: costsOf }, null, 2));
  } else {
    say(`${documents.length} documents, ${questions.length} questions, ${cpus().length} cores\n`);
    for (const [variant, byEngine] of Object.entries(quality)) {
      say(`| ${variant} | nDCG@10 | first half | second half | MRR@10 | recall@100 | no result |`);
      say('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
      for (const [name, one] of Object.entries(byEngine)) {
        const cells = [one.ndcg, one.first, one.second, one.mrr, one.recall].map((value) =>
          value.toFixed(3),
        );
        say(`| ${name} | ${cells.join(' | ')} | ${one.nothing} |`);
      }
      say('');
    }
    for (const [name, value] of Object.entries(costsOf)) {
      say(`${name}: ${Number.isInteger(value) ? value : value.toFixed(2)}`);
    }
  }
} finally {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
}

interface Quality {
  ndcg: number;
  /** Of the odd questions, on which constants are tuned, and of the even ones. */
  first: number;
  second: number;
  mrr: number;
  recall: number;
  nothing: number;
}

function measured(ranked: string[][]): Quality {
  const of = (at: number) => grades.get(questions[at]!.id)!;
  const gains = ranked.map((ids, at) => ndcg(ids, of(at)));
  return {
    ndcg: mean(gains),
    first: mean(gains.filter((_, at) => at % 2 === 0)),
    second: mean(gains.filter((_, at) => at % 2 === 1)),
    mrr: mean(ranked.map((ids, at) => reciprocalRank(ids, of(at)))),
    recall: mean(ranked.map((ids, at) => recall(ids, of(at)))),
    nothing: ranked.filter((ids) => ids.length === 0).length,
  };
}

function html({ title, text }: Document): string {
  const safe = (words: string) => words.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return (
    `<html lang="en"><body><article data-pagefind-body><h1 data-pagefind-meta="title">` +
    `${safe(title)}</h1><p>${safe(text)}</p></article></body></html>`
  );
}

function unpacked(bundle: string): Uint8Array {
  const { languages } = JSON.parse(readFileSync(join(bundle, 'pagefind-entry.json'), 'utf8'));
  const [language] = Object.values(languages) as { hash: string }[];
  return gunzipSync(readFileSync(join(bundle, metaFile(language!.hash))));
}

/** Loads our engine into a page; with `opened` its index too. */
async function loadEngine(page: Page, opened = true): Promise<void> {
  await page.evaluate(async (now) => {
    const [engines, pieces] = ['/engine/index-engine.js', '/engine/index-pieces.js'];
    const { indexEngine } = await import(engines!);
    const { filesBelow } = await import(pieces!);
    const engine = () => indexEngine(filesBelow('/pagefind/'), 'en', '/');
    Object.assign(window, { engine: now ? await engine() : engine });
  }, opened);
}

async function search(page: Page, text: string): Promise<{ pages: number[]; ms: number }> {
  return page.evaluate(async (words) => {
    const holder = window as unknown as { engine: unknown };
    const start = performance.now();
    if (typeof holder.engine === 'function') holder.engine = await holder.engine();
    const engine = holder.engine as {
      search(query: object): Promise<{ hits: { page: number; load(): Promise<unknown> }[] }>;
    };
    const { hits } = await engine.search({ words, selection: {} });
    const ms = performance.now() - start;
    return { pages: hits.slice(0, 100).map((hit) => hit.page), ms };
  }, text);
}

/** Requests and bytes over the wire of one query, the texts of its first ten results not counted. */
async function costs(page: Page, text: string) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let [requests, bytes] = [0, 0];
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    requests++;
    bytes += encodedDataLength;
  });
  const { ms } = await search(page, text);
  await new Promise((resolve) => setTimeout(resolve, 30));
  await session.detach();
  return { requests, bytes, ms };
}
