import { expect, test } from 'vitest';
import { pageKey } from './page-key.ts';

test('the same content gives the same key, whatever the order of its fields', () => {
  expect(pageKey({ a: 1, b: ['x', { c: true, d: null }] })).toBe(
    pageKey({ b: ['x', { d: null, c: true }], a: 1 }),
  );
});

test.each([
  [{ title: 'A' }, { title: 'B' }],
  [{ list: ['a', 'b'] }, { list: ['b', 'a'] }],
  [{ list: ['ab'] }, { list: ['a', 'b'] }],
  [{ n: 1 }, { n: '1' }],
  [{ n: 1 }, { n: 2 }],
  [{ value: 0.75 }, { value: 0.57 }],
  [{ n: [12, 3] }, { n: [1, 23] }],
])('%j and %j differ', (one, other) => {
  expect(pageKey(one)).not.toBe(pageKey(other));
});

test('a missing part is told with its place, not hashed', () => {
  expect(() => pageKey({ view: { related: [{ title: undefined }] } })).toThrow(
    'page.view.related[0].title',
  );
  expect(() => pageKey({ words: Number.NaN })).toThrow('page.words');
});
