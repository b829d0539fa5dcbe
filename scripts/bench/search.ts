/**
 * Measures the search on a test collection, in a real browser, beside other searches.
 *
 *   npm run bench:search -- --collection DIR [--queries N] [--many N] [--json]
 *
 * The other searches are packages of the bench: `npm install --prefix scripts/bench` once.
 *
 * `DIR` holds `docs.jsonl` {id, title, text}, `queries.jsonl` {id, text} and `qrels.tsv` (query,
 * document, grade, with tabs). Prints, for the questions as they are, with one slip in the longest
 * word, with their two rarest words only, and with a slip in those: nDCG@10, MRR@10, recall@100 and
 * questions without any result; what our search loads and how long it takes, also on a site of
 * `--many` pages (10,000; 0 leaves that out); and all of it beside the goals.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { plainWords } from '../../src/lib/search/tokens.ts';
import { readCollection } from '../../src/lib/search-bench/collection.ts';
import { goals } from '../../src/lib/search-bench/goals.ts';
import {
  mean,
  ndcg,
  quantile,
  recall,
  reciprocalRank,
} from '../../src/lib/search-bench/measures.ts';
import { rarestWords, seeded, withTypo } from '../../src/lib/search-bench/variants.ts';
import {
  extended,
  pagesOf,
  scriptBytes,
  writeEngine,
  writeIndex,
  writePlainIndex,
} from './search-site.ts';
import { peersOver } from './peers.ts';
import { findBrowser } from '../find-browser.ts';
import { staticFiles } from '../static-files.ts';
import { commandLine } from '../command-line.ts';

/** Cold queries: each in a browser that has nothing yet. */
const COLD = 40;
const SEED = 20_261_123;

const USAGE = 'Usage: npm run bench:search -- --collection DIR [--queries N] [--many N] [--json]';
const { values } = commandLine(USAGE, {
  collection: { type: 'string' },
  queries: { type: 'string' },
  many: { type: 'string', default: '10000' },
  json: { type: 'boolean' },
});
if (!values.collection) {
  console.error(USAGE);
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
const many = Number(values.many);
const peers = await peersOver(documents).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
const say = (line: string) => values.json || console.log(line);

const folder = mkdtempSync(join(tmpdir(), 'wellsourced-search-'));
const server = createServer(staticFiles(folder, '/'));
try {
  const pages = pagesOf(documents);
  const ids = documents.map(({ id }) => id);
  const hashes = await writePlainIndex(join(folder, 'plain'), pages);
  const index = await writeIndex(folder, pages);
  const large = join(folder, 'large');
  if (many > 0) await writeIndex(large, pagesOf(extended(documents, many)));
  await writeEngine(folder);
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
  await loadEngine(ours, '/pagefind/');
  // Our policy refuses WebAssembly, which Pagefind's client needs.
  const pagefind = await open(true);
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
    ...peers,
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
    await loadEngine(page, '/pagefind/', false);
    cold.push(await costs(page, text));
    await page.context().close();
  }
  const timed = async (page: Page) => {
    const times: number[] = [];
    // The first round brings the parts of the index.
    for (const round of [1, 2]) {
      for (const { text } of questions) {
        const { ms } = await search(page, text);
        if (round === 2) times.push(ms);
      }
    }
    return times;
  };
  const warm = await timed(ours);
  const warmCost = await costs(ours, questions[0]!.text);
  let warmOnMany: number[] | undefined;
  if (many > 0) {
    const page = await open();
    await loadEngine(page, '/large/pagefind/');
    warmOnMany = await timed(page);
  }
  await browser.close();

  const costsOf = {
    'index, s': index.seconds,
    'whole index, bytes': index.bytes,
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
    'warm query, bytes': warmCost.bytes,
    'warm query, ms, median': quantile(warm, 0.5),
    'warm query, ms, p95': quantile(warm, 0.95),
    ...(warmOnMany && {
      [`warm query, ${many} pages, ms, median`]: quantile(warmOnMany, 0.5),
      [`warm query, ${many} pages, ms, p95`]: quantile(warmOnMany, 0.95),
    }),
  };
  const held = quality['as they are']!;
  const reached = goals({
    heldOut: {
      ours: held['ours']!.second,
      'BM25 (Porter)': held['BM25 (Porter)']!.second,
      Lunr: held['Lunr']!.second,
    },
    nothing: held['ours']!.nothing,
    two: quality['two rarest words']!['ours']!.ndcg,
    twoWithSlip: quality['two rarest words, a slip']!['ours']!.ndcg,
    firstBytes: costsOf['first query, bytes, median'],
    warm: costsOf['warm query, ms, median'],
    warmOnMany: warmOnMany && quantile(warmOnMany, 0.5),
    scriptBytes: await scriptBytes(),
  });
  if (values.json) {
    const about = { documents: documents.length, questions: questions.length };
    console.log(JSON.stringify({ ...about, quality, costs: costsOf, goals: reached }, null, 2));
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
    say('\n| goal | measured | must | aim | reached |\n| --- | ---: | ---: | ---: | --- |');
    for (const { goal, measured, must, aim, met } of reached)
      say(`| ${goal} | ${measured} | ${must} | ${aim} | ${met} |`);
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

/** Loads our engine into a page; with `opened` the index in the folder `bundle` too. */
async function loadEngine(page: Page, bundle: string, opened = true): Promise<void> {
  await page.evaluate(
    async ([folder, now]) => {
      const [engines, pieces] = ['/engine/index-engine.js', '/engine/index-pieces.js'];
      const { indexEngine } = await import(engines!);
      const { filesBelow } = await import(pieces!);
      const engine = () => indexEngine(filesBelow(folder), '/');
      Object.assign(window, { engine: now ? await engine() : engine });
    },
    [bundle, opened] as const,
  );
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
