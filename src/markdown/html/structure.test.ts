import { expect, test } from 'vitest';
import { parseMarkdown } from '../pipeline.ts';
import { findTornHtml } from './structure.ts';

function torn(body: string, kind: 'md' | 'mdx') {
  const source = `---\ntitle: X\n---\n\n${body}\n`;
  const { tree } = parseMarkdown({ path: `content/posts/x/index.${kind}`, source });
  return findTornHtml(tree).map(({ line, column, found }) => `${line}:${column} ${found}`);
}

const both: [body: string, expected: string[]][] = [
  ['a <div>b</div> c', ['5:3 `<div>` stands in a line of text.']],
  ['a[^1]\n\n[^1]: N. <li>b</li> c', ['7:10 `<li>` stands outside of `<ul>` or `<ol>`.']],
  ['a <td>b</td>', ['5:3 `<td>` stands outside of `<tr>`.']],
  ['[a <a href="/x/">b</a>](/y/)', ['5:4 A link stands in a link.']],
  ['<ul>\n  <li>a <b>b</b></li>\n</ul>', []],
  ['<table>\n<tbody>\n<tr><td>\n\n- a\n\n</td></tr>\n</tbody>\n</table>', []],
  ['<details>\n<summary>a</summary>\n\n*b*\n\n</details>', []],
  ['a <img src="./a.png" alt="a" /> <br /> b', []],
];
test.each(
  both.flatMap(([body, expected]) =>
    (['md', 'mdx'] as const).map((kind) => [body, kind, expected] as const),
  ),
)('%j in .%s', (body, kind, expected) => expect(torn(body, kind)).toEqual(expected));

const onlyMarkdown: [body: string, expected: string[]][] = [
  ['<div>\n\na[^1]\n\n[^1]: N.', ['5:1 `<div>` is not closed.']],
  ['a</p> b', ['5:2 `</p>` closes what is not open here.']],
  [
    'a[^1]\n\n[^1]: N. </p></li><li>forged',
    [
      '7:10 `</p>` closes what is not open here.',
      '7:14 `</li>` closes what is not open here.',
      '7:19 `<li>` is not closed.',
      '7:19 `<li>` stands outside of `<ul>` or `<ol>`.',
    ],
  ],
  [
    '<b>a <i>b</b></i>',
    ['5:10 `</b>` closes what is not open here.', '5:14 `</i>` closes what is not open here.'],
  ],
  [
    '- <section>\n- </section>',
    ['5:3 `<section>` is not closed.', '6:3 `</section>` closes what is not open here.'],
  ],
  ['<hr>\n\n<br>', []],
];
test.each(onlyMarkdown)('%j in .md', (body, expected) =>
  expect(torn(body, 'md').toSorted()).toEqual(expected),
);
