import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  exportList,
  importList,
  MOST_RECENT,
  sizeText,
  unused,
  withArticle,
  type KeptArticle,
} from './kept-list.ts';

const article = (slug: string, more: Partial<KeptArticle> = {}): KeptArticle => ({
  path: `/posts/${slug}/`,
  title: slug,
  on: '2026-11-23',
  files: ['/_astro/a.css'],
  size: 1000,
  ...more,
});

test('an article that is kept again stands once, first', () => {
  const list = withArticle([article('a'), article('b')], article('b', { size: 2 }));
  expect(list.map(({ path, size }) => [path, size])).toEqual([
    ['/posts/b/', 2],
    ['/posts/a/', 1000],
  ]);
});

test('what was only read gives way, what was kept does not', () => {
  let list = [article('kept')];
  for (let at = 0; at < MOST_RECENT + 5; at++)
    list = withArticle(list, article(`read-${at}`, { recent: true }));
  expect(list).toHaveLength(MOST_RECENT + 1);
  expect(list[0]!.title).toBe(`read-${MOST_RECENT + 4}`);
  expect(list.at(-1)!.title).toBe('kept');
  const again = withArticle(list, article('kept', { recent: true }));
  expect(again[0]!.recent).toBe(false);
});

test('what another kept article needs is still used', () => {
  const a = article('a', { files: ['/_astro/old.css', '/fonts/a.woff2'] });
  const b = article('b', { files: ['/_astro/new.css', '/fonts/a.woff2'] });
  expect(unused([a, b], [b])).toEqual(['/posts/a/', '/_astro/old.css']);
  expect(unused([a], [a])).toEqual([]);
});

test('an exported list is read again', () => {
  const text = exportList([article('a'), article('b')], 'Wellsourced');
  expect(importList(text, '/')).toEqual([
    { path: '/posts/a/', title: 'a' },
    { path: '/posts/b/', title: 'b' },
  ]);
  expect(importList(text, '/sub/')).toEqual([]);
});

test.each(['', 'no JSON', '[]', 'null', '{"articles": 3}'])('%j is no list', (text) => {
  expect(() => importList(text, '/')).toThrow(RangeError);
});

test('nothing but articles of this site is taken from a file', () => {
  const hostile = [
    'https://evil.example/posts/a/',
    '//evil.example/posts/a/',
    'javascript:alert(1)',
    '/posts/../privacy/',
    '/posts/a/?b',
    '/posts/a/b/',
    '/worker.js',
    5,
    null,
    { path: '/posts/a/' },
  ];
  const articles = hostile.map((path) => ({ path }));
  expect(importList(JSON.stringify({ articles: [...articles, null, 'x'] }), '/')).toEqual([]);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      for (const { path } of importList(
        JSON.stringify({ articles: [value, { path: value }] }),
        '/',
      ))
        expect(path).toMatch(/^\/posts\/[a-z0-9-]+\/$/);
    }),
  );
});

test('sizes are told as readers say them', () => {
  expect([0, 400, 23_400, 5_720_000].map((bytes) => sizeText(bytes, 'en'))).toEqual([
    '0 KB',
    '1 KB',
    '24 KB',
    '5.7 MB',
  ]);
});
