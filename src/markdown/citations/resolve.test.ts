import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Source } from '../../lib/evidence/source-words.ts';
import { passagesOf } from '../passages.ts';
import { parseMarkdown } from '../pipeline.ts';
import { all, context, KINDS, render, textOf } from '../testing.ts';

const trial: Source = {
  key: 'doe2020',
  file: 'content/sources/doe2020.yaml',
  type: 'article-journal',
  title: 'Sleep after a session',
  author: [{ family: 'Doe', given: 'Ann' }, { family: 'Roe' }, { family: 'Poe' }],
  'container-title': 'Journal of Sleep',
  issued: '2020-05-01',
  volume: '3',
  DOI: '10.1000/x',
  design: 'randomised trial',
  details: 'open label',
  subject: 'people',
  n: 1403,
  status: {
    is: 'corrected',
    checked: '2026-05-01',
    where: 'PubMed',
    says: 'A table was replaced.',
  },
  findings: [
    {
      id: 'response',
      says: 'More slept with it (55%) than without (41%).',
      certainty: 'low',
      direction: 'for',
      seen: 'abstract',
      on: '2026-05-01',
    },
    {
      id: 'harm',
      says: 'Some felt sick.',
      certainty: 'not graded',
      direction: 'none',
      seen: 'full text',
      on: '2026-05-02',
    },
  ],
};
const label: Source = {
  key: 'label',
  file: 'content/sources/label.yaml',
  type: 'webpage',
  title: 'The label',
  URL: 'https://maker.example/label',
  design: 'label',
  subject: 'none',
};
const sources = new Map([trial, label].map((source) => [source.key, source]));

const shown = (body: string, kind: 'md' | 'mdx' = 'md') =>
  render(body, kind, { ...context, sources });

describe.each(KINDS)('in .%s', (kind) => {
  test('a citation is a named button, and a link for those without popovers', async () => {
    const { hast } = await shown('It helped.[@doe2020#response, p. 4]', kind);
    const [button] = all(hast, 'button');
    expect(button!.properties.ariaLabel).toBe('Source 1: Doe 2020, p. 4');
    expect(textOf(all(hast, 'span', 'cite')[0]!)).toBe('');
    const [card] = all(hast, 'div', 'source-card');
    expect(button!.properties.popoverTarget).toBe(card!.properties.id);
    expect(card!.properties.popover).toBe('auto');
    const [link] = all(all(hast, 'span', 'cite')[0]!, 'a');
    const [item] = all(all(hast, 'section', 'references')[0]!, 'li');
    expect(link!.properties.href).toBe(`#${item!.properties.id}`);
  });

  test('the card says what the study was, what it found, how sure that is, what was read', async () => {
    const { html } = await shown('It helped.[@doe2020#response]', kind);
    for (const words of [
      'Randomised trial, open label · 1,403 people',
      'More slept with it (55%) than without (41%).',
      'Certainty: low. We read its abstract, on 1 May 2026.',
      'A correction was published: A table was replaced. Looked up on 1 May 2026.',
      'https://doi.org/10.1000/x',
    ]) {
      expect(html).toContain(words);
    }
    expect(html).not.toContain('Some felt sick.');
  });

  test('the list has each source once, in the order of first mention, with ways back', async () => {
    const { hast, cited } = await shown('A [@label]. B [@doe2020; @label]. C [@doe2020].', kind);
    expect(cited).toEqual(['label', 'doe2020']);
    const items = all(all(hast, 'section', 'references')[0]!, 'li');
    expect(items.map((item) => all(item, 'a', 'note-back').length)).toEqual([2, 2]);
    for (const back of items.flatMap((item) => all(item, 'a', 'note-back'))) {
      const id = String(back.properties.href).slice(1);
      expect(all(hast, 'span', 'cite').map(({ properties }) => properties.id)).toContain(id);
    }
    expect(textOf(items[1]!)).toContain(
      'Doe A, Roe, Poe. Sleep after a session. Journal of Sleep.',
    );
  });

  test('authors named in the text stand there', async () => {
    const { text } = await shown('@doe2020 found it.', kind);
    expect(text).toBe('Doe and others found it.');
  });

  test('a citation in a note opens its card too', async () => {
    const { hast } = await shown('It helped.[^1]\n\n[^1]: See [@doe2020].', kind);
    const ids = all(hast, 'div', 'source-card').map(({ properties }) => properties.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const button of all(hast, 'button')) {
      const target = button.properties.popoverTarget;
      expect(all(hast, 'div').map(({ properties }) => properties.id)).toContain(target);
    }
  });

  test('headings keep their ids, and a calculation its words', async () => {
    const { headings, text } = await shown(
      '## It helped [@doe2020]\n\n:calc[14 points]{from="a - b"} more.[@doe2020]',
      kind,
    );
    expect(headings[0]).toMatchObject({ id: 'it-helped', text: 'It helped' });
    expect(text).toContain('14 points more.');
  });

  test('an unknown source stops the build, with its place', async () => {
    await expect(shown('It helped.[@nobody]', kind)).rejects.toThrow(
      /^content\/posts\/x\/index\.mdx?:5:11: .*"nobody"/,
    );
  });
});

/** What an author might write to have a marker that no check has seen. */
const forged = [
  '<span data-cite=\'{"items":[{"key":"doe2020"}],"narrative":false}\'></span>',
  '<span class="note-ref cite" data-cite="{"></span>',
  '<span class="note-ref" data-note="1"></span>',
  '<section class="footnotes"><h2>Notes</h2><ol><li id="fn-a">A</li></ol></section>',
  '<section class="footnotes references"><ol><li>A</li></ol></section>',
];

const beside = 'It <b>helped</b>.[@doe2020]\n\nMore.[^a]\n\n[^a]: A note.';

describe.each(KINDS)('in .%s', (kind) => {
  test.each(forged)('HTML draws no marker, card or list: %s', async (html) => {
    // What MDX cannot read is refused as that.
    await expect(shown(`${html}\n\n${beside}`, kind)).rejects.toThrow(/index\.mdx?:5:\d+: /);
  });
});

test('each marker of the page is a citation that the check reads, whatever HTML is around it', async () => {
  const piece = fc.constantFrom(
    ...['It helped.[@doe2020]', '@label found it.', 'More.[^a]', '55% responded.', '\n\n', ' '],
    ...['<b>', '</b>', '<div>', '</div>', '<p>', '</p>', '<ul>', '<li>', '</li>', '</ul>'],
    ...['<table>', '<tr>', '<td>', '</td>', '</tr>', '</table>', '<template>', '<!-- ', ' -->'],
    ...['- ', '> ', '## ', '<section>', '</section>', '<a href="/x/">', '</a>', '`'],
  );
  let rendered = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const body = `${pieces.join('')}\n\nMore.[^a]\n\n[^a]: See [@label].`;
      const page = await shown(body).catch((error: Error) => error);
      if (page instanceof Error) {
        expect(page.message).toMatch(/^content\/posts\/x\/index\.md:\d+:\d+: /);
        return;
      }
      rendered++;
      const source = `---\ntitle: X\n---\n\n${body}\n`;
      const { tree } = parseMarkdown({ path: 'content/posts/x/index.md', source });
      const read = passagesOf(tree).flatMap(({ citations }) => citations.map(({ at }) => at));
      const inList = all(page.hast, 'div', 'note-popup').flatMap((card) =>
        all(card, 'span', 'cite'),
      );
      // A note stands on the page twice, in its popup and in the list.
      expect(all(page.hast, 'span', 'cite').length - inList.length).toBe(read.length);
    }),
    { numRuns: 1000 },
  );
  expect(rendered).toBeGreaterThan(100);
});
