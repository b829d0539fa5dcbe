import { describe, expect, test } from 'vitest';
import { all, html, KINDS, render, textOf } from './testing.ts';

describe.each(KINDS)('footnotes in .%s', (kind) => {
  const two = 'A[^x]. B[^y]. C[^x].\n\n[^x]: First *note*.\n[^y]: Second.';

  test('a mark is a named button that opens its note, and a link to it', async () => {
    expect(await html('A figure of 12[^x].\n\n[^x]: Note.', kind)).toContain(
      '12<span class="note-ref" id="noteref-x" data-pagefind-ignore="">\u2060' +
        '<button type="button" popovertarget="note-1-popup" aria-label="Note 1">[1]</button>' +
        '<a href="#note-x" aria-label="Note 1">[1]</a></span>.',
    );
  });

  test('marks of one note open the same popup, which holds its text and no links back', async () => {
    const { hast } = await render(two, kind);
    const buttons = all(hast, 'button').map(({ properties }) => properties.popoverTarget);
    expect(buttons).toEqual(['note-1-popup', 'note-2-popup', 'note-1-popup']);
    const popups = all(hast, 'div', 'note-popup');
    expect(popups.map(({ properties }) => [properties.id, properties.popover])).toEqual([
      ['note-1-popup', 'auto'],
      ['note-2-popup', 'auto'],
    ]);
    expect(popups[0]!.properties).toMatchObject({
      role: 'note',
      ariaLabel: 'Note 1',
      dataNote: '1',
    });
    expect(all(popups[0]!, 'a')).toEqual([]);
    expect(all(popups[0]!, 'em')).toHaveLength(1);
  });

  test('popups stand behind their paragraph, in order', async () => {
    expect(await html(two, kind)).toMatch(
      /<\/p><div class="note-popup" id="note-1-popup".*?<\/div><div class="note-popup" id="note-2-popup"/,
    );
  });

  test('the list at the end has a heading, numbers, and a link back to each place', async () => {
    const { hast, notes } = await render(two, kind);
    expect(notes).toBe(2);
    const [section] = all(hast, 'section', 'footnotes');
    expect(textOf(all(section!, 'h2')[0]!)).toBe('Notes');
    expect(all(section!, 'li').map(({ properties }) => properties.id)).toEqual([
      'note-x',
      'note-y',
    ]);
    const backs = all(section!, 'a', 'note-back').map(({ properties }) => [
      properties.href,
      properties.ariaLabel,
    ]);
    expect(backs).toEqual([
      ['#noteref-x', 'Back to the text, note 1, place 1 of 2'],
      ['#noteref-x-2', 'Back to the text, note 1, place 2 of 2'],
      ['#noteref-y', 'Back to the text, note 2'],
    ]);
  });

  test('ids keep clear of headings', async () => {
    const { hast, headings } = await render('## Notes\n\n## Note 1\n\nA[^1].\n\n[^1]: N.', kind);
    expect(headings.map(({ id }) => id)).toEqual(['notes', 'note-1', 'notes-2']);
    expect(all(hast, 'li')[0]!.properties.id).toBe('note-1-2');
    expect(all(hast, 'a').some(({ properties }) => properties.href === '#note-1-2')).toBe(true);
  });

  test('a mark in a heading changes neither its id nor its text', async () => {
    const { headings } = await render('## What we saw[^1]\n\nText.\n\n[^1]: N.', kind);
    expect(headings[0]).toEqual({ depth: 2, id: 'what-we-saw', text: 'What we saw' });
  });

  const places: [where: string, body: string, expected: RegExp][] = [
    [
      'a list item',
      '- one[^1]\n- two',
      /<li>one<span.*?<\/span><div class="note-popup".*?<\/div><\/li><li>two/,
    ],
    ['a loose item', '- one[^1]\n\n- two', /<\/p><div class="note-popup".*?<\/div><\/li><li>/],
    ['a table', '| a |\n| - |\n| b[^1] |', /<\/table><\/div><div class="note-popup"/],
    ['a quotation', '> one[^1]', /<\/p><div class="note-popup".*?<\/div><\/blockquote>/],
    [
      'a heading',
      '## one[^1]',
      /<\/h2><a class="heading-link".*?<\/a><\/div><div class="note-popup"/,
    ],
    ['emphasis', '**one[^1]**', /<\/strong><\/p><div class="note-popup"/],
  ];
  test.each(places)(
    'the popup of a mark in %s stands where a block may',
    async (_w, body, expected) => {
      expect(await html(`${body}\n\n[^1]: N.`, kind)).toMatch(expected);
    },
  );

  test('a note can lead to another', async () => {
    const { hast } = await render('A[^a].\n\n[^a]: See[^b].\n[^b]: There.', kind);
    const [first, second] = all(hast, 'div', 'note-popup');
    expect(all(first!, 'button')[0]!.properties.popoverTarget).toBe('note-2-popup');
    expect(textOf(second!.children[1] as never)).toBe('There.');
  });

  test('an article without notes has no list', async () => {
    const { hast, notes } = await render('A [^nowhere].', kind);
    expect(notes).toBe(0);
    expect(all(hast, 'section')).toEqual([]);
  });
});
