import rehypeRaw from 'rehype-raw';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseMarkdown, renderMarkdown } from './pipeline.ts';
import { all, context, html, KINDS, render, textOf } from './testing.ts';

/** One of everything that both kinds of file know. */
const EVERYTHING = `
Opening paragraph with a [link](https://example.org/), [another](/topics/), CI and **bold** text[^a].

## First: "quotes"[^a]

| Trial | People |
| :--- | ---: |
| One[^b] | 20 |
| Two | 1,000 |

- [x] done, with \`code\`
- [ ] to do[^b]
  - nested[^c]

1. First

   Second paragraph[^c]

> Quoted[^a] with ~~struck~~ text

![A label](./label.png "Its caption")

![A flow](./flow.svg)

### First: "quotes"

\`\`\`sh
npm start -- --port 80
\`\`\`

[^a]: A *note* with a [link](https://example.org/a).
[^b]: Another, which leads on[^c].
[^c]: The third.

    It has a second paragraph.
`;

const COMPONENTS = `
<Aside kind="caution" title="With alcohol">

Not together[^a].

</Aside>

<Figure src="./flow.svg" alt="A flow" credit="Ours">

Caption, IV and more[^a].

</Figure>

<Compare title="Response" unit="%" arms={[{ name: 'A', value: 55.4 }, { name: 'B', value: 41.2 }]}>

Difference 14.2 points[^a].

</Compare>

<Timeline>

<Step when="First night">

Sleep[^a].

</Step>

</Timeline>

<Details summary="More">

Inside[^a].

</Details>

H<sub>2</sub>O {/* a remark */}
`;

const parsedAgain = unified().use(rehypeRaw).use(rehypeStringify);

/** What a browser makes of the HTML: the same, unless something stands where it may not. */
function asParsed(value: string): string {
  const tree = { type: 'root' as const, children: [{ type: 'raw' as const, value }] };
  return parsedAgain.stringify(parsedAgain.runSync(tree, new VFile()) as never);
}

const articles = [
  ['.md', EVERYTHING, 'md'],
  ['.mdx', EVERYTHING, 'mdx'],
  ['.mdx with components', EVERYTHING + COMPONENTS, 'mdx'],
] as const;

test.each(articles)('%s: every element stands where HTML allows it', async (_name, body, kind) => {
  const result = (await render(body, kind)).html;
  expect(asParsed(result)).toBe(result);
});

test.each(articles)(
  '%s: ids are unique and everything pointed at is there',
  async (_n, body, kind) => {
    const { html: result } = await render(body, kind);
    const ids = Array.from(result.matchAll(/ id="([^"]*)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = Array.from(
      result.matchAll(/(?:popovertarget="|href="#|aria-labelledby=")([^"]*)"/g),
      ([, id]) => decodeURIComponent(id!),
    );
    expect(targets.length).toBeGreaterThan(10);
    for (const target of targets) expect(ids).toContain(target);
  },
);

test.each(articles)(
  '%s: nothing that the policy of the site refuses',
  async (_name, body, kind) => {
    const { html: result } = await render(body, kind);
    expect(result).not.toMatch(/\sstyle=|\son[a-z]+=|<script|<style|javascript:/i);
  },
);

test('a plain article comes out the same from .md and .mdx', async () => {
  expect(await html(EVERYTHING, 'mdx')).toBe(await html(EVERYTHING, 'md'));
});

test('two renderings of one article are the same', async () => {
  expect(await html(EVERYTHING + COMPONENTS, 'mdx')).toBe(
    await html(EVERYTHING + COMPONENTS, 'mdx'),
  );
});

const fields: [what: string, source: string][] = [
  ['front matter', '---\ntitle: X\n---\n\nText\n\n## Heading\n'],
  ['Windows line ends', '---\r\ntitle: X\r\n---\r\n\r\nText\r\n\r\n## Heading\r\n'],
  ['a byte order mark', '\uFEFF---\ntitle: X\n---\n\nText\n\n## Heading\n'],
  ['no front matter', 'a\n\nb\n\nText\n\n## Heading\n'],
  ['a rule in the text', '---\ntitle: "X"\n---\nText\n\n## Heading\n\n---\n\nMore\n'],
];
test.each(fields.flatMap(([what, source]) => KINDS.map((kind) => [what, kind, source] as const)))(
  'positions are those of the file: %s, .%s',
  (_what, kind, source) => {
    const { tree } = parseMarkdown({ path: `content/posts/x/index.${kind}`, source });
    const heading = tree.children.find(({ type }) => type === 'heading')!;
    const at = source.indexOf('## Heading');
    const line = source.slice(0, at).split('\n').length;
    expect(heading.position!.start).toMatchObject({ line, column: 1, offset: at });
  },
);

test('front matter does not show', async () => {
  expect(await html('Text')).toBe('<p>Text</p>');
});

test('prose is told without notes and code, with tables, captions and lists', async () => {
  const { text, notes } = await render(EVERYTHING + COMPONENTS, 'mdx');
  expect(text).toContain('Opening paragraph with a link, another, CI and bold text.');
  expect(text).toContain(
    'First: “quotes”\nTrial\nPeople\nOne\n20\nTwo\n1,000\ndone, with code\nto do\nnested',
  );
  expect(text).toContain('Its caption');
  expect(text).toContain('Caution: With alcohol\nNot together.\nCaption, IV and more. Ours');
  expect(text).toContain('Response\nGroup\nResult\nA\n55.4%\nB\n41.2%\nDifference 14.2 points.');
  expect(text).toContain('H2O');
  expect(text).not.toMatch(/npm start|A note|\[1\]|stands for|Into a vein|#|remark/);
  expect(notes).toBe(3);
});

test('prose of a parsed file is the same as that of the page', async () => {
  const file = {
    path: 'content/posts/x/index.md',
    source: EVERYTHING.replaceAll('"quotes"', 'quotes'),
  };
  const words = (text: string) => text.match(/\S+/g);
  const page = (await renderMarkdown(file, context)).text
    .replace('Its caption ', '')
    .replace('\nIts caption', '');
  expect(words(textOf(parseMarkdown(file).tree))).toEqual(words(page));
});

const raw: [what: string, source: string, expected: string][] = [
  ['an element in a line', 'H<sub>2</sub>O', '<p>H<sub>2</sub>O</p>'],
  ['a block', '<div id="box">\n\n*in* it\n\n</div>', '<div id="box"><p><em>in</em> it</p></div>'],
  ['a comment', 'a <!-- not for readers --> b\n\n<!-- nor this -->', '<p>a  b</p>'],
  ['a comment beside HTML', 'a<!-- x --><br>b', '<p>a<br>b</p>'],
];
test.each(raw)('HTML in .md: %s', async (_what, source, expected) => {
  expect(await html(source)).toBe(expected);
});

test('notes, headings and pictures inside raw HTML work too', async () => {
  const { hast, headings } = await render(
    '<section>\n\n<h2>By hand</h2>\n\nText[^1].\n\n<img src="./label.png" alt="L">\n\n</section>\n\n[^1]: Note.',
  );
  expect(headings.map(({ id }) => id)).toEqual(['by-hand', 'notes']);
  expect(all(hast, 'source')).toHaveLength(2);
  expect(all(hast, 'div', 'note-popup')).toHaveLength(1);
});

const refused: [body: string, kind: 'md' | 'mdx', message: RegExp][] = [
  ['Text\n\n![x](./nope.png)', 'md', /^content\/posts\/x\/index\.md:7:1: .*nope\.png/],
  ['![x](https://example.org/a.png)', 'md', /index\.md:5:1: .*another site/],
  ['<p onclick="x()">a</p>', 'md', /index\.md:5:4: onclick/],
  ['<p style={"color: red"}>a</p>', 'mdx', /:5:4: style/],
  ['[x](javascript:alert)', 'mdx', /javascript/],
  ['p <0.05', 'mdx', /^content\/posts\/x\/index\.mdx:5:3: /],
  ['<Asde kind="note">x</Asde>', 'mdx', /index\.mdx:5:1: .*<Aside>/],
];
test.each(refused)('%s in .%s is refused with file and line', async (body, kind, message) => {
  await expect(render(body, kind)).rejects.toThrow(message);
});
