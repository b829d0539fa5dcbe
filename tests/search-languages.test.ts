import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Indexing, indexDigest, KeptBundle } from '../src/integrations/search-bundle.ts';
import type { SearchEngine } from '../src/lib/search/engine.ts';
import { indexablePart, inOrder } from '../src/lib/search/indexable.ts';
import { indexEngine } from '../src/lib/search/index-engine.ts';
import { NO_GLOSSARY } from '../src/lib/search/loaded-index.ts';
import { bundleIn } from './bundle.ts';

/** One box over a site that is written in several languages. */

const PAGES = [
  ['iron', 'en', '2026-01-01', 'Iron', 'What Sjögren and Ménière wrote on treatment-naïve people.'],
  ['blutdruck', 'de-AT', '2026-03-01', 'Blutdruck', 'Messungen zu Hause. Die Ärztinnen fragten.'],
  ['sleep', 'en', '2026-02-01', 'Sleep', 'Nobody has to die of it. Iron helps some sleepers.'],
  ['sueno', 'es', '2026-04-01', 'El sueño', 'Los niños duermen mejor sin pantallas.'],
  ['sommeil', 'fr', '2026-05-01', 'Le sommeil', 'Les enfants dorment mieux. Iron Maiden aussi.'],
  ['hadid', 'ar', '2026-06-01', 'الحديد', 'نقص الحديد شائع.'],
  ['sonno', 'it', '2026-07-01', 'Il sonno', 'I bambini dormono meglio.'],
];

const folder = mkdtempSync(join(tmpdir(), 'wellsourced-languages-'));
let engine: SearchEngine;

beforeAll(async () => {
  const pages = inOrder(
    PAGES.map(([slug, language, day, title, text]) => ({
      path: `posts/${slug}/index.html`,
      html: indexablePart(
        `<html lang="${language}"><body><main data-pagefind-body><h1>${title}</h1><p>${text}</p>` +
          `<span data-pagefind-sort="published:${day}"></span>` +
          `<span data-pagefind-filter="year:2026"></span></main></body></html>`,
      )!,
    })),
  );
  const indexing = new Indexing(pages);
  await new KeptBundle(folder)
    .write(indexing, NO_GLOSSARY, indexDigest(pages), true)
    .finally(() => indexing.close());
  engine = await indexEngine(bundleIn(join(folder, 'bundle')), '/');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function slugsFor(words: string, sort?: 'date') {
  const { hits } = await engine.search({ words, selection: {}, sort });
  const pages = await Promise.all(hits.map((hit) => hit.load()));
  return pages.map(({ href }) => /\/posts\/([^/]+)\//.exec(href)?.[1]);
}

test.each([
  // Another form of the word, in each language.
  ['Messung ', 'blutdruck'],
  ['Aerztinnen ', 'blutdruck'],
  ['dormir niño ', 'sueno'],
  ['nino ', 'sueno'],
  ['enfant ', 'sommeil'],
  ['sleeping ', 'sleep'],
  // A language of which nothing is known: as it is written.
  ['bambini ', 'sonno'],
  ['الحديد ', 'hadid'],
  // With marks or without.
  ['Sjögren ', 'iron'],
  ['sjogren ', 'iron'],
  ['naïve ', 'iron'],
  ['Meniere ', 'iron'],
  // A slip, in a language that is not the first.
  ['Blutdrcuk ', 'blutdruck'],
  ['enfnats ', 'sommeil'],
  // While it is typed.
  ['Blutdr', 'blutdruck'],
])('%s leads to %s', async (words, slug) => {
  expect((await slugsFor(words))[0]).toBe(slug);
});

test('pages of all languages stand in one ranking, a title first', async () => {
  expect(await slugsFor('iron ')).toEqual(['iron', expect.anything(), expect.anything()]);
  expect((await slugsFor('iron ')).toSorted()).toEqual(['iron', 'sleep', 'sommeil']);
});

test('a word that says nothing in one language may be what is asked for in another', async () => {
  expect(await slugsFor('can I die ')).toContain('sleep');
  expect(await slugsFor('die Messungen zu Hause ')).toEqual(['blutdruck']);
});

test('all pages stand in the order of their days, and a facet counts them all', async () => {
  const newest = ['sonno', 'hadid', 'sommeil', 'sueno', 'blutdruck', 'sleep', 'iron'];
  expect(await slugsFor('')).toEqual(newest);
  expect(await slugsFor('iron ', 'date')).toEqual(['sommeil', 'sleep', 'iron']);
  const { counts } = await engine.search({ words: '', selection: {} });
  expect(counts.year).toEqual({ 2026: 7 });
});
