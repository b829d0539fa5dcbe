import { expect, test } from 'vitest';
import { passagesOf } from '../passages.ts';
import { parseMarkdown } from '../pipeline.ts';
import { findCitationsInHtml, proseOfHtml } from './prose.ts';

test('words of a block of HTML are read by the element that holds them', () => {
  const html = '<table><tr><td>55% <b>of</b> 12</td>\n<td>41%</td></tr></table><!-- 9% -->';
  expect(proseOfHtml(html).map(({ text }) => text)).toEqual(['55% of 12', '41%']);
});

const parse = (body: string) => parseMarkdown({ path: 'content/posts/x/index.md', source: body });

test('they are passages, with true offsets, and keep the remark above them', () => {
  const source =
    'A.\n\n<!-- check-ignore figure/uncited: opening hours -->\n\n<p>Then 55% <i>responded</i>.</p>\n';
  const passages = passagesOf(parse(source).tree);
  expect(passages.map(({ text }) => text)).toEqual(['A.', 'Then 55% responded.']);
  expect(passages[1]!.map[0]![1]).toBe(source.indexOf('Then'));
  expect(passages[1]!.map[1]![1]).toBe(source.indexOf('responded'));
  expect(passages[1]!.ignores.map(({ rule }) => rule)).toEqual(['figure/uncited']);
});

test('a citation in a block of HTML is found where it stands, one in Markdown is none', () => {
  const body = '<div>\n<p>A.[@doe2020]</p>\n\nB.[@doe2020]\n\n</div>';
  expect(findCitationsInHtml(parse(body).tree)).toEqual([
    { line: 2, column: 6, value: '[@doe2020]' },
  ]);
});
