import { expect, test } from 'vitest';
import { passagesOf } from '../passages.ts';
import { parseMarkdown } from '../pipeline.ts';
import { html, render } from '../testing.ts';

/** What the check reads of the body of an article, and the offset in it of each piece. */
function read(body: string) {
  const { tree } = parseMarkdown({ path: 'content/posts/x/index.mdx', source: body });
  return passagesOf(tree).map(({ text, map }) => ({ text, map }));
}

test.each([
  ['of {84}% in', 'of 84% in'],
  ['of {-0.5} in', 'of -0.5 in'],
  ['of {"84%"} in', 'of 84% in'],
  ['of {`84%`} in', 'of 84% in'],
  ['of {"<84"} in', 'of <84 in'],
  ['{"After a week, 84% slept."}', 'After a week, 84% slept.'],
  ['{84}', '84'],
  ['<Details summary="More">{84} people</Details>', '84 people'],
])('the check reads of %j what the page shows', async (body, words) => {
  expect(read(body).map(({ text }) => text)).toContain(words);
  expect((await render(body, 'mdx')).text).toContain(words);
});

test('a figure in braces has its own place', () => {
  const body = 'First.\n\nOf {84}, {"85"} and\n{86}.';
  const [, { text, map }] = read(body) as [unknown, ReturnType<typeof read>[0]];
  for (const figure of ['84', '85', '86']) {
    const at = text.indexOf(figure);
    const [from, offset] = map.findLast(([start]) => start <= at)!;
    expect(offset + at - from, figure).toBe(body.indexOf(figure));
  }
});

test('on a line of its own it is a paragraph, and a remark is nothing', async () => {
  expect(await html('{84}\n\n{/* 85 */}\n\nEnd.', 'mdx')).toBe('<p>84</p><p>End.</p>');
});
