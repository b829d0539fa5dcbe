import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../pipeline.ts';
import { KINDS } from '../testing.ts';
import { isCalculation, isCitation } from './nodes.ts';

/** The citations of a text as `key#finding, locator`, and `>` before those in the running text. */
function cited(source: string, kind: 'md' | 'mdx' = 'md'): string[] {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (isCitation(node)) {
      const items = node.items.map(
        ({ key, finding, locator, suppressed }) =>
          `${suppressed ? '-' : ''}${key}${finding ? `#${finding}` : ''}${locator ? `, ${locator}` : ''}`,
      );
      found.push(`${node.narrative ? '>' : ''}${items.join('; ') || `unread ${node.value}`}`);
    }
    if (isCalculation(node)) found.push(`${node.value} = ${node.from}`);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(parseMarkdown({ path: `content/posts/x/index.${kind}`, source }).tree);
  return found;
}

describe.each(KINDS)('in .%s', (kind) => {
  test.each([
    ['It helped.[@a2020]', ['a2020']],
    ['It helped [@a2020#response].', ['a2020#response']],
    ['It helped [@a; @b#x, p. 4; -@c].', ['a; b#x, p. 4; -c']],
    ['It helped [@a;\n@b].', ['a; b']],
    ['@a2020 found it, and @b2021#x.', ['>a2020', '>b2021#x']],
    ['As (@a2020) says.', ['>a2020']],
    ['**It helped [@a].** _And [@b]_', ['a', 'b']],
    ['# It helped [@a]', ['a']],
    ['- It helped [@a]', ['a']],
    ['> It helped [@a]', ['a']],
    ['| It | n |\n| - | - |\n| helped [@a] | 5 [@b] |', ['a', 'b']],
    ['Note.[^1]\n\n[^1]: From [@a].', ['a']],
    ['~~It [@a]~~', ['a']],
    [':calc[14.2 points]{from="a - b"} more [@a]', ['14.2 points = a - b', 'a']],
    ['[@a, see]x', ['a, see']],
    ['It helped.[@a][^1]\n\n[^1]: Once.', ['a']],
    ['It helped.[@a][@b, p. 4][-@c]', ['a', 'b, p. 4', '-c']],
    ['It helped [@].', ['unread [@]']],
    ['It helped [@a b].', ['unread [@a b]']],
    ['[see @a]', ['>a']],
  ])('%s', (text, expected) => {
    expect(cited(text, kind)).toEqual(expected);
  });

  test.each([
    '`[@a]`',
    '```\n[@a]\n```',
    '\\@a and [\\@a]',
    'write to a@b.org or a.b@c.example',
    '[the account @a](https://x.example/@a)',
    '[@a](https://x.example/)',
    '[a word][@b] \n\n[@b]: https://x.example/',
    'https://x.example/@a',
    'www.x.example/@a',
    'a@b',
    'at 5 @ 10',
    ':calc is text, 14:30 too, :calc[1',
  ])('no citation: %s', (text) => {
    expect(cited(text, kind)).toEqual([]);
  });
});

test('components hold citations', () => {
  const text =
    '<Aside kind="note">\n\nIt helped [@a].\n\n</Aside>\n\n<Details summary="x">[@b]</Details>';
  expect(cited(text, 'mdx')).toEqual(['a', 'b']);
});
