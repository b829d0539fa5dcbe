import { expect, test } from 'vitest';
import { entryFiles, indexFiles, mayBeMixed } from './bundle-files.ts';

/** Enough of CBOR to write a description down by hand. */
function encode(value: unknown): number[] {
  if (Array.isArray(value)) return [0x80 + value.length, ...value.flatMap(encode)];
  if (typeof value === 'number') return [value];
  const bytes = [...new TextEncoder().encode(String(value))];
  return [0x60 + bytes.length, ...bytes];
}

const description = (value: unknown, signature = 'pagefind_dcd') =>
  Uint8Array.from([...new TextEncoder().encode(signature), ...encode(value)]);

const meta = [
  '1.6.0',
  [
    ['en_aaaaaa1', 5, ''],
    ['en_aaaaaa2', 7, ''],
  ],
  [['alcohol', 'wine', 'en_bbbbbb1']],
  [['topic', 'en_cccccc1']],
  [],
  ['title'],
];

test('a bundle consists of its entry, its languages and what they describe', () => {
  const languages = { en: { hash: 'en_0123456789', page_count: 2 } };
  expect(entryFiles({ languages })).toEqual([
    'pagefind-entry.json',
    'pagefind.en_0123456789.pf_meta',
  ]);
  expect([...indexFiles(description(meta))]).toEqual([
    ['fragment/en_aaaaaa1.pf_fragment', 'page 0'],
    ['fragment/en_aaaaaa2.pf_fragment', 'page 1'],
    ['index/en_bbbbbb1.pf_index', 'words alcohol wine'],
    ['filter/en_cccccc1.pf_filter', 'facet topic'],
  ]);
});

test.each([
  ['another signature', description(meta, 'pagefind_xyz')],
  ['another form', description(['1.7.0', 3])],
  ['nothing', new Uint8Array()],
])('what is not a description of this version is refused: %s', (_, bytes) => {
  expect(() => indexFiles(bytes)).toThrow(RangeError);
});

const files = (entries: Record<string, string>) => new Map(Object.entries(entries));

test('unchanged, new and vanished files are fine', () => {
  const before = files({
    'index/en_bbbbbb1.pf_index': 'words a b',
    'index/en_0000001.x': 'words c d',
  });
  const after = files({
    'index/en_bbbbbb1.pf_index': 'words a b',
    'index/en_0000002.x': 'words c d',
  });
  expect(mayBeMixed(before, after)).toBe(false);
});

test('a name that holds something else than before is not trusted', () => {
  const before = files({ 'fragment/en_aaaaaa1.pf_fragment': 'page 0' });
  const after = files({ 'fragment/en_aaaaaa1.pf_fragment': 'page 1' });
  expect(mayBeMixed(before, after)).toBe(true);
});

test('a longer name tells of two texts with the same short one', () => {
  const long = files({ 'fragment/en_aaaaaa12.pf_fragment': 'page 0' });
  expect(mayBeMixed(long, files({}))).toBe(true);
  expect(mayBeMixed(files({}), long)).toBe(true);
});
