import { expect, test } from 'vitest';
import { fromFragment, toFragment } from './address.ts';

test.each([
  ['glass of wine', {}],
  ['"exact words" & 50 % + more', { topic: 'safety' }],
  ['naïve #hash=1', { topic: 'caffeine', kind: 'guide', year: '2026' }],
  ['日本語', {}],
])('%s comes back as it was', (words, selection) => {
  expect(fromFragment(toFragment({ words, selection }))).toEqual({ words, selection });
});

test('nothing searched is no fragment', () => {
  expect(toFragment({ words: '  ', selection: {} })).toBe('');
});

test('a fragment that is not ours is an empty query', () => {
  expect(fromFragment('#contents')).toEqual({ words: '', selection: {} });
  expect(fromFragment('')).toEqual({ words: '', selection: {} });
  expect(fromFragment('#q=%E0%A4%A&author=x')).toMatchObject({ selection: {} });
});

test('words that are too long are cut', () => {
  expect(fromFragment(`#q=${'a'.repeat(5000)}`).words).toHaveLength(300);
});

test('what the field in the header writes is read', () => {
  const words = 'red & white, 50 %';
  expect(fromFragment(`#${new URLSearchParams({ q: words })}`)).toEqual({ words, selection: {} });
});
