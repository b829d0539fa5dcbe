import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { close, createIndex } from 'pagefind';
import { BuiltPages } from '../../src/integrations/search-bundle.ts';
import { metaFile } from '../../src/lib/search/bundle-files.ts';
import {
  decodeChunk,
  decodeFragment,
  decodeMeta,
  type Postings,
} from '../../src/lib/search/index-format.ts';
import { language as english } from '../../src/lib/search/languages/en.ts';
import { plainWords } from '../../src/lib/search/tokens.ts';
import { built } from './site.ts';

/**
 * The format of Pagefind's index is its own. Here our reader is held against Pagefind's client, so
 * that an upgrade which changes it fails loudly.
 */

let bundle: string;
test.beforeAll(async () => {
  bundle = mkdtempSync(join(tmpdir(), 'wellsourced-pagefind-'));
  const { index } = await createIndex();
  for (const { path, html } of new BuiltPages(built('')).read())
    await index!.addHTMLFile({ sourcePath: path, content: html });
  await index!.writeFiles({ outputPath: bundle });
  await close();
});
test.afterAll(() => rmSync(bundle, { recursive: true, force: true }));

const unpacked = (path: string) => gunzipSync(readFileSync(join(bundle, path)));

test.describe(() => {
  // Our policy refuses WebAssembly, which Pagefind's client needs.
  test.use({ bypassCSP: true });

  test('finds each word on the pages on which Pagefind finds it', async ({ page }) => {
    const { languages } = JSON.parse(readFileSync(join(bundle, 'pagefind-entry.json'), 'utf8'));
    const meta = decodeMeta(unpacked(metaFile(languages.en.hash)));
    const terms = new Map<string, Postings>();
    for (const { hash } of meta.chunks) {
      const chunk = decodeChunk(unpacked(`index/${hash}.pf_index`));
      for (const term of chunk.terms) terms.set(term, chunk.postings(term)!);
    }
    const texts = meta.pages.map(
      ({ hash }) => decodeFragment(unpacked(`fragment/${hash}.pf_fragment`)).content,
    );

    const all = [...new Set(texts.flatMap((text) => plainWords(text)))];
    expect(all.filter((word) => !terms.has(english.stem(word)))).toEqual([]);
    const words = all
      .filter((word) => /^[a-z]{3,}$/.test(word))
      .filter((_, number) => number % 2 === 0);
    expect(words.length).toBeGreaterThan(300);

    await page.route('**/held-against/**', (route) => {
      const path = new URL(route.request().url()).pathname.replace(/^.*held-against\//, '');
      return route.fulfill({
        body: readFileSync(join(bundle, path)),
        contentType: path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream',
      });
    });
    await page.goto('');
    const found = await page.evaluate(async (all) => {
      const path = new URL('held-against/pagefind.js', location.href).href;
      const client = (await import(path)).createInstance({ noWorker: true });
      const answers: [string, string[]][] = [];
      for (const word of all) {
        const { results } = await client.search(`"${word}"`);
        answers.push([word, results.map(({ id }: { id: string }) => id).sort()]);
      }
      return answers;
    }, words);

    expect(found.filter(([, ids]) => ids.length === 0)).toEqual([]);
    const wrong = found.filter(([word, ids]) => {
      const { pages, counts } = terms.get(english.stem(word))!;
      const hashes = (isInText: boolean) =>
        [...pages]
          .filter((_, entry) => counts[entry]! > 0 === isInText)
          .map((number) => meta.pages[number]!.hash)
          .sort();
      // Pagefind may also find a page by what stands beside its text, such as words for a picture.
      const beside = hashes(false);
      return ids.filter((id) => !beside.includes(id)).join() !== hashes(true).join();
    });
    expect(wrong.map(([word]) => word)).toEqual([]);
  });
});
