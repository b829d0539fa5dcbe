import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { IndexablePage } from '../lib/search/indexable.ts';
import { NO_GLOSSARY } from '../lib/search/loaded-index.ts';
import { BuiltPages, Indexing, indexDigest, KeptBundle } from './search-bundle.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wellsourced-search-'));
});
afterEach(() => rm(folder, { recursive: true }));

const page = (slug: string, text: string, day = '2026-01-01'): IndexablePage => ({
  path: `posts/${slug}/index.html`,
  html:
    `<html lang="en"><body><article data-pagefind-body><h1>${slug}</h1>` +
    `<span data-pagefind-filter="year:2026" data-pagefind-sort="published:${day}"></span>` +
    `<h2 id="a">Part</h2><p>${text}</p></article></body></html>`,
});
const three = [
  page('one', 'caffeine and alcohol'),
  page('two', 'potassium, and again alcohol'),
  page('three', 'omega-3 in depression', '2026-02-01'),
];

/** Every file of a folder with a hash of its bytes. */
async function contents(path: string): Promise<Record<string, string>> {
  const files = await readdir(path, { recursive: true, withFileTypes: true });
  const entries = files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .sort()
    .map(async (file) => [
      file.slice(path.length + 1),
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    ]);
  return Object.fromEntries(await Promise.all(entries));
}

async function indexed(name: string, ...steps: IndexablePage[][]) {
  const kept = new KeptBundle(join(folder, name));
  const indexing = new Indexing(steps[0]!);
  try {
    for (const [number, pages] of steps.entries()) {
      if (number > 0) expect(indexing.update(pages)).toBe(true);
      await kept.write(indexing, NO_GLOSSARY, indexDigest(pages), number === 0);
    }
  } finally {
    await indexing.close();
  }
  const target = join(folder, `${name}-target`);
  await kept.copyTo(target);
  return { kept, target, files: await contents(target) };
}

test('the same pages give the same bytes, and only what the search uses', async () => {
  const { files } = await indexed('a', three);
  expect((await indexed('b', three)).files).toEqual(files);
  const names = Object.keys(files).map((name) =>
    name
      .replace(/(?:en)?_[0-9a-f]+/, '_*')
      .replace('/_*', '/*')
      .replace('._*', '.*'),
  );
  expect(names).toEqual([
    'added/en-graph_*.pf_added',
    'added/en-words_*.pf_added',
    'added/glossary_*.pf_added',
    'filter/*.pf_filter',
    'fragment/*.pf_fragment',
    'fragment/*.pf_fragment',
    'fragment/*.pf_fragment',
    'index/*.pf_index',
    'pagefind-entry.json',
    'pagefind.*.pf_meta',
    'wellsourced.json',
  ]);
});

test('an index brought up to date is the index made afresh', async () => {
  const edited = [three[0]!, page('two', 'potassium alone'), three[2]!];
  const added = [...edited, page('four', 'vitamins', '2026-03-01')];
  const { files } = await indexed('a', three, edited, added);
  expect(files).toEqual((await indexed('b', added)).files);
});

test('a page that is gone, or a new one that is not the last, needs a new index', async () => {
  const indexing = new Indexing(three);
  try {
    expect(indexing.update(three.slice(1))).toBe(false);
    expect(indexing.update([page('zero', 'first'), ...three])).toBe(false);
    expect(indexing.update(three)).toBe(true);
  } finally {
    await indexing.close();
  }
});

test('an index is made again when a page, its place or Pagefind changes, and only then', () => {
  const digest = indexDigest(three);
  expect(indexDigest([...three])).toBe(digest);
  expect(indexDigest(three.slice(1))).not.toBe(digest);
  expect(indexDigest([three[1]!, three[0]!, three[2]!])).not.toBe(digest);
  expect(indexDigest([page('one', 'caffeine'), ...three.slice(1)])).not.toBe(digest);
});

test('what a broken-off build left is not used', async () => {
  const { kept, files } = await indexed('a', three);
  const bundle = join(folder, 'a/bundle');
  const fragment = (await readdir(join(bundle, 'fragment')))[0]!;
  await writeFile(join(bundle, 'fragment', fragment), 'half');
  await rm(join(folder, 'a/digest'));
  expect(kept.digest).toBe('');
  const indexing = new Indexing(three);
  await kept.write(indexing, NO_GLOSSARY, 'next', false).finally(() => indexing.close());
  expect(await contents(bundle)).toEqual(files);
});

test('a page without words stops the build', async () => {
  const silent = page('silent', '');
  silent.html = silent.html.replace(/<h\d.*?<\/h\d>/g, '');
  const kept = new KeptBundle(join(folder, 'a'));
  const indexing = new Indexing([...three, silent]);
  const written = kept.write(indexing, NO_GLOSSARY, 'x', true).finally(() => indexing.close());
  await expect(written).rejects.toThrow('3 of 4 pages');
  expect(kept.digest).toBe('');
});

test('the copy is equal to the bundle, whatever was there', async () => {
  const { kept, target, files } = await indexed('a', three);
  await writeFile(join(target, 'pagefind-ui.js'), 'old');
  await writeFile(join(target, 'pagefind.js'), 'old');
  const fragment = Object.keys(files).find((name) => name.startsWith('fragment/'))!;
  await writeFile(join(target, fragment), 'cut');
  await kept.copyTo(target);
  expect(await contents(target)).toEqual(files);
});

test('built pages are read in the order of publication, and again when they changed', async () => {
  const dist = join(folder, 'dist');
  const write = async ({ path, html }: IndexablePage) => {
    await mkdir(dirname(join(dist, path)), { recursive: true });
    await writeFile(join(dist, path), html);
  };
  const built = new BuiltPages(dist);
  expect(built.read()).toEqual([]);
  for (const one of [...three].reverse()) await write(one);
  await writeFile(join(dist, 'index.html'), '<html><body>No mark</body></html>');
  const names = () => built.read().map(({ path }) => path.split('/')[1]);
  expect(names()).toEqual(['one', 'two', 'three']);
  const later = page('one', 'edited', '2026-04-01');
  await write(later);
  await utimes(join(dist, later.path), new Date(), new Date(Date.now() + 5000));
  expect(names()).toEqual(['two', 'three', 'one']);
});
