import { expect, test } from 'vitest';
import type { FoundPage } from './engine.ts';
import { resultView } from './result-view.ts';

const page = (sections: [string, number][]): FoundPage => ({
  href: '/posts/a/',
  title: 'A',
  excerpt: 'some <mark>words</mark>',
  filters: { kind: ['guide'], topic: ['safety', 'ketamine'], year: ['2026'] },
  sections: sections.map(([id, score]) => ({
    href: `/posts/a/${id}`,
    title: id || 'A',
    excerpt: '',
    score,
  })),
});

test('a result has its title, facts and marked excerpt', () => {
  expect(resultView(page([]))).toEqual({
    href: '/posts/a/',
    title: 'A',
    kind: 'guide',
    year: '2026',
    excerpt: [
      { text: 'some ', marked: false },
      { text: 'words', marked: true },
    ],
    sections: [],
  });
});

test('the three best sections are shown, in the order of the page', () => {
  const view = resultView(
    page([
      ['#one', 1],
      ['#two', 5],
      ['#three', 2],
      ['#four', 9],
      ['#five', 2],
    ]),
  );
  expect(view.sections.map(({ title }) => title)).toEqual(['#two', '#three', '#four']);
});

test('the top of the page is not a section', () => {
  expect(resultView(page([['', 9]])).sections).toEqual([]);
});

test('a page without facets has none', () => {
  expect(resultView({ ...page([]), filters: {} })).toMatchObject({ kind: '', year: '' });
});
