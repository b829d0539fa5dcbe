import { expect, test } from 'vitest';
import { parseMarkdown } from '../pipeline.ts';

function faultsOf(body: string) {
  const source = `---\ntitle: X\n---\n\n${body}\n`;
  return parseMarkdown({ path: 'content/posts/x/index.mdx', source }).diagnostics;
}

const aside = (text: string) => `<Aside kind="note">\n\n${text}\n\n</Aside>`;

/** What an author writes, and what she is told: rule, line:column (the body begins in line 5), words. */
const faults: [body: string, rule: string, place: string, words: RegExp][] = [
  // Signs that prose needs.
  ['p <0.05 here', 'mdx/syntax', '5:3', /`<0\.05` is read as the start of a tag.*Write `\\<0\.05`/],
  ['p <.05', 'mdx/syntax', '5:3', /`<\.05`/],
  ['p<=0.05', 'mdx/syntax', '5:2', /`<=0\.05`/],
  ['under <5% of', 'mdx/syntax', '5:7', /`\\<5%`/],
  ['a <-> b', 'mdx/syntax', '5:3', /`<-/],
  ['text\n\n| a |\n| - |\n| p <0.1 |', 'mdx/syntax', '9:5', /`<0\.1`/],
  ['- item\n  with <3 mg', 'mdx/syntax', '6:8', /`<3`/],
  ['a {brace} b', 'mdx/syntax', '5:3', /`{brace}` is read as a program.*`\\{brace}`/],
  ['d = {3 mg/kg}', 'mdx/syntax', '5:5', /`{3 mg\/kg}`/],
  ['set {1,2}', 'mdx/syntax', '5:5', /`\{1,2\}`/],
  ['open { brace', 'mdx/syntax', '5:6', /never closed.*`\\{`/],
  ['[x]{.class}', 'mdx/syntax', '5:4', /`{\.class}`/],
  ['{new Date()}', 'mdx/syntax', '5:1', /read as a program/],
  ['a <!-- c <0.05 {x} --> b', 'mdx/syntax', '5:3', /comment.*`{\/\* … \*\/}`/],
  ['<https://doi.org/10.1>', 'mdx/syntax', '5:1', /address.*\[words\]/],
  ['<me@example.org>', 'mdx/syntax', '5:1', /address/],
  // Tags.
  ['line<br>next', 'mdx/syntax', '5:5', /`<br>` is not closed.*`<br \/>`/],
  ['<img src="a.png">', 'mdx/syntax', '5:1', /`<img src="a\.png" \/>`/],
  ['a <b>bold', 'mdx/syntax', '5:3', /`<b>` is opened and never closed/],
  ['<Aside kind="note">\n\ntext', 'mdx/syntax', '5:1', /never closed.*`<\/Aside>`/],
  ['text\n\n</Aside>', 'mdx/syntax', '7:1', /was not opened/],
  ['<Aside kind="note">one\n\ntwo</Aside>', 'mdx/syntax', '5:1', /begins in one paragraph/],
  ['<Aside kind="note">\ntwo</Aside>', 'mdx/syntax', '6:4', /`<\/Aside>` on a line of its own/],
  [
    '<Timeline>\n\n<Step when="a">\n\nx\n\n</Timeline>',
    'mdx/syntax',
    '7:1',
    /`<Step>`.*never closed/,
  ],
  ['<Aside kind=note>x</Aside>', 'mdx/syntax', '5:8', /without quotes.*kind="note"/],
  ['<Aside kind="note>x</Aside>', 'mdx/syntax', '5:1', /quotation mark is missing/],
  ['x <y and z', 'mdx/syntax', '5:3', /read as a tag and is none/],
  ['x <mg/kg> z', 'mdx/syntax', '5:3', /read as a tag and is none/],
  [
    '<Compare title="x" arms={[{ name: \'a\' value: 1 }]} />',
    'mdx/syntax',
    '5:25',
    /`arms` cannot be read.*comma/,
  ],
  // Programs.
  [
    "import Chart from '../../../src/components/Chart.astro'",
    'mdx/import',
    '5:1',
    /begins with `import`.*nothing in an article is run.*component of the site \(docs\/extending\.md/,
  ],
  ["import { Aside } from './x.js'", 'mdx/import', '5:1', /`<Aside>` is there without it/],
  ["import './x.css'", 'mdx/import', '5:1', /docs\/extending\.md/],
  ['text\n\nexport const a = 1', 'mdx/import', '7:1', /`export`.*value where it is read/],
  ['import taxes are high\nand more', 'mdx/import', '5:1', /Begin the sentence with another word/],
  [
    'of {40 + 44}% in',
    'mdx/syntax',
    '5:4',
    /Nothing in an article is run.*result itself.*`:calc\[/,
  ],
  ['{posts.length} of', 'mdx/syntax', '5:1', /in its place\. Write `\\{posts\.length}` if/],
  ['a {`b${c}`} d', 'mdx/syntax', '5:3', /Nothing in an article is run/],
  // Components.
  [
    '<Asid kind="note">\n\nx\n\n</Asid>',
    'mdx/component',
    '5:1',
    /no component `<Asid>`.*Write `<Aside>`/,
  ],
  ['<Chart />', 'mdx/component', '5:1', /One of Aside, Compare.*of your own.*docs\/extending\.md/],
  ['<compare title="x" />', 'mdx/component', '5:1', /Write `<Compare>`/],
  ['<Aside>\n\nx\n\n</Aside>', 'mdx/component', '5:1', /no `kind`.*Add `kind="caution"`/],
  [
    '<Aside\n  kind="warning"\n>\n\nx\n\n</Aside>',
    'mdx/component',
    '6:3',
    /is "warning".*"note", "caution"/,
  ],
  [
    '<Aside kind="note" titel="x">\n\nx\n\n</Aside>',
    'mdx/component',
    '5:20',
    /no prop `titel`.*`title`/,
  ],
  ['<Aside kind={kind}>\n\nx\n\n</Aside>', 'mdx/component', '5:8', /`kind`/],
  ['<Aside {...all}>\n\nx\n\n</Aside>', 'mdx/component', '5:8', /without a name/],
  ['<Aside kind="note" title>\n\nx\n\n</Aside>', 'mdx/component', '5:20', /without a value/],
  ['<Aside kind="note">\n\n</Aside>', 'mdx/component', '5:1', /is empty/],
  ['mid <Aside kind="note">x</Aside> line', 'mdx/component', '5:5', /line of its own/],
  ['<Figure src="./a.png" />', 'mdx/component', '5:1', /no `alt`/],
  [
    '<Compare title="x" arms={[{ name: \'a\', value: 1 }]} />',
    'mdx/component',
    '5:20',
    /at least two groups/,
  ],
  [
    "<Compare title=\"x\" arms={[{ name: 'a', value: 'many' }, { name: 'b', value: 1 }]} />",
    'mdx/component',
    '5:20',
    /value/,
  ],
  [
    '<Timeline>\n\ntext\n\n</Timeline>',
    'mdx/component',
    '7:1',
    /holds something else than `<Step>`/,
  ],
  ['<Step when="a">\n\nx\n\n</Step>', 'mdx/component', '5:1', /outside of `<Timeline>`/],
];
test.each(faults)('%j is told as %s at %s', (body, rule, place, words) => {
  const found = faultsOf(body);
  expect(found).toHaveLength(1);
  const [{ line, column, found: what, expected, fix, ...rest }] = found as [(typeof found)[0]];
  expect(`${line}:${column}`).toBe(place);
  expect(rest).toEqual({ rule, severity: 'error', file: 'content/posts/x/index.mdx' });
  expect(`${what} ${expected} ${fix}`).toMatch(words);
  for (const sentence of [what, expected, fix]) expect(sentence).toMatch(/^[\S ]+\.$/);
});

const sound = [
  'a < b and b > a, p < 0.05, \\<0.05, \\{x\\}',
  '`<0.05` and `{x}`',
  '```\n<br> {x} <!-- -->\nimport x\n```',
  '{/* a remark with <0.05 */}',
  'text {"{"} text',
  'exports rose, importing fell',
  aside('- one\n- two <b>bold</b>'),
  '<Details summary="More">text</Details>',
  '[@key; @other#finding, p. 4] me@example.org https://example.org/',
  '<kbd>Ctrl</kbd> <br />',
];
test.each(sound)('%j has no fault', (body) => {
  expect(faultsOf(body)).toEqual([]);
});

test('all faults of a file are told in one go, in its order', () => {
  const body = `p <0.05 and {x}\n\nline<br>\n\n<!-- no -->\n\n${aside('{y}')}\n\n<Asid />\n\nimport "x"`;
  expect(faultsOf(body).map(({ rule, line, column }) => `${rule} ${line}:${column}`)).toEqual([
    'mdx/syntax 5:3',
    'mdx/syntax 5:13',
    'mdx/syntax 7:5',
    'mdx/syntax 9:1',
    'mdx/syntax 13:1',
    'mdx/component 17:1',
    'mdx/import 19:1',
  ]);
});

test('what is not at fault is still parsed', () => {
  const source = 'p <0.05\n\n## Heading\n\n[link](/x/)\n';
  const { tree } = parseMarkdown({ path: 'content/posts/x/index.mdx', source });
  expect(tree.children.map(({ type }) => type)).toEqual(['paragraph', 'heading', 'paragraph']);
});

test('no input makes parsing throw or run on', () => {
  const pieces = [
    '<',
    '>',
    '{',
    '}',
    '<A',
    '</A>',
    '<Aside kind="',
    '="',
    '\n\n',
    '> ',
    '- ',
    '`',
    '<!--',
    'import ',
    'x',
    '/>',
    '{...',
    '|',
    '<b>',
    "'",
    '\\',
  ];
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  for (let round = 0; round < 400; round++) {
    const body = Array.from({ length: 1 + next(14) }, () => pieces[next(pieces.length)]).join('');
    expect(() => faultsOf(body), JSON.stringify(body)).not.toThrow();
  }
});
