import { expect, test } from 'vitest';
import { feedHtml } from './feed.ts';
import { render } from './testing.ts';

async function feed(body: string, kind: 'md' | 'mdx' = 'md') {
  const { hast } = await render(body, kind);
  return feedHtml(hast, 'https://wellsourced.example/posts/x/').replace(/\s*\n\s*/g, '');
}

const cases: [what: string, body: string, expected: string][] = [
  ['a heading without its link', '## One', '<h2 id="one">One</h2>'],
  [
    'absolute addresses',
    '[a](/b/) [c](#d) [e](https://example.org/)',
    '<p><a href="https://wellsourced.example/b/">a</a> <a href="https://wellsourced.example/posts/x/#d">c</a> <a href="https://example.org/">e</a></p>',
  ],
  [
    'one file for a picture',
    '![A](./label.png)',
    '<p><img src="https://wellsourced.example/images/x/label.0a1b2c3d-480.png" alt="A" width="1000" height="500"></p>',
  ],
  ['an abbreviation', 'The CI.', '<p>The <abbr title="confidence interval">CI</abbr>.</p>'],
  [
    'a table',
    '| A |\n| -: |\n| 1 |',
    '<table><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>',
  ],
  ['tasks', '- [x] a\n- [ ] b', '<ul><li>☑ a</li><li>☐ b</li></ul>'],
  [
    'notes as marks and a list',
    'A[^x] and[^x].\n\n[^x]: N.',
    '<p>A<sup id="fnref-x"><a href="#fn-x">[1]</a></sup> and<sup id="fnref-x-2"><a href="#fn-x">[1]</a></sup>.</p>' +
      '<section><h2 id="notes">Notes</h2><ol><li id="fn-x"><p>N.<span> <a href="#fnref-x">↩︎1</a> <a href="#fnref-x-2">↩︎2</a></span></p></li></ol></section>',
  ],
];
test.each(cases)('a feed shows %s', async (_what, body, expected) => {
  expect(await feed(body)).toBe(expected);
});

test('components are told in words', async () => {
  const body =
    '<Compare title="T" unit="%" arms={[{ name: \'A\', value: 8 }, { name: \'B\', value: 4 }]} />\n\n<Aside kind="help">\n\nCall.\n\n</Aside>';
  expect(await feed(body, 'mdx')).toBe(
    '<figure><table><caption>T</caption><thead><tr><th scope="col">Group</th><th scope="col">Result</th></tr></thead>' +
      '<tbody><tr><th scope="row">A</th><td><span>8%</span></td></tr><tr><th scope="row">B</th><td><span>4%</span></td></tr></tbody></table></figure>' +
      '<div><p><span>Help</span></p><p>Call.</p></div>',
  );
});

test('the article itself is left as it is', async () => {
  const { hast } = await render('## One\n\nA[^x].\n\n[^x]: N.');
  const before = JSON.stringify(hast);
  feedHtml(hast, 'https://wellsourced.example/posts/x/');
  expect(JSON.stringify(hast)).toBe(before);
});
