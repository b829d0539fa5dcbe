import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Indexing, indexDigest, KeptBundle } from '../src/integrations/search-bundle.ts';
import { chunkFile, metaFile } from '../src/lib/search/bundle-files.ts';
import { decodeChunk, decodeMeta } from '../src/lib/search/index-format.ts';
import { NO_GLOSSARY } from '../src/lib/search/loaded-index.ts';
import { stem } from '../src/lib/search/stem.ts';

/** Beginnings and endings that meet every rule of the algorithm, in words that need not exist. */
const BEGINNINGS =
  'a be by add egg ebb odd of inn out cann herr earr even proc exc succ dy ly ty vy sky news atlas ' +
  'bias gener commun arsen past univers later emerg organ inter intern hop hopp fall control ' +
  'psycho psycholog biolog soci relat condit rat nat valu hesit digit conform radic differ vil ' +
  'vietnam predic oper feudal decis hope callous formal sensit sensib triplic form electr good ' +
  'reviv allow infer airlin gyroscop adjust defens irrit replac depend adopt activ ang effect ' +
  'bowdler probat cease roll say boy yell young enjoy cry happ melatonin insomni depress tabl ' +
  'alcohol treat medicin relaps l bl log psychol';
const ENDINGS =
  's ss us sses ied ies ed edly ing ingly eed eedly y ying e l ll ism ist ogist ogists ogy ogi ' +
  'tional ational enci ency anci ancy ance ence abli ably able ible entli ently izer ization ' +
  'ation ator alism aliti ality alli ally fulness ousli ously ousness iveness iviti ivity biliti ' +
  'bility bli bly fulli fully lessli lessly li ly alize icate iciti icity ical ful ness ative al ' +
  'er ic ant ement ment ent ate iti ous ive ize ion sion tion ations ing ings ers er';

test('each word has the stem under which Pagefind keeps it', async () => {
  const words = BEGINNINGS.split(' ').flatMap((start) => [
    start,
    ...ENDINGS.split(' ').map((end) => start + end),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'wellsourced-stems-'));
  try {
    const pages = [
      {
        path: 'index.html',
        html: `<html lang="en"><body><p data-pagefind-body>${words.join(' ')}</p></body></html>`,
      },
    ];
    const indexing = new Indexing(pages);
    await new KeptBundle(folder)
      .write(indexing, NO_GLOSSARY, indexDigest(pages), true)
      .finally(() => indexing.close());
    const read = (path: string) => readFileSync(join(folder, 'bundle', path));
    const { languages } = JSON.parse(String(read('pagefind-entry.json')));
    const { chunks } = decodeMeta(gunzipSync(read(metaFile(languages.en.hash))));
    const wrong: string[] = [];
    let seen = 0;
    for (const { hash } of chunks) {
      const chunk = decodeChunk(gunzipSync(read(chunkFile(hash))));
      for (const term of chunk.terms) {
        for (const place of chunk.postings(term)!.places(0)) {
          const word = words[place]!;
          seen++;
          if (stem(word) !== term) wrong.push(`${word}: ${stem(word)}, not ${term}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(seen).toBe(words.length);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
