import { readFile } from 'node:fs/promises';
import { SaxesParser } from 'saxes';
import subsetFont from 'subset-font';
import { beforeAll, expect, test } from 'vitest';
import { cardSvg, HEIGHT, WIDTH, type Cuts } from './card.ts';
import { typefaceOf, type Typeface } from './typeface.ts';

/** A face in which every character is half an em wide, and that has no outlines to speak of. */
const plain: Typeface = {
  unitsPerEm: 1000,
  shape: (text) => ({
    glyphs: [...text].map((character, index) => ({
      id: String(character.codePointAt(0)),
      x: index * 500,
    })),
    width: [...text].length * 500,
  }),
  outline: () => 'M0,0',
};
const cuts: Cuts = { title: plain, small: plain };

interface Line {
  text: string;
  size: number;
  x: number;
  y: number;
}

/** The lines of text in a drawing. Throws where it is not well formed. */
function linesIn(svg: string): Line[] {
  const lines: Line[] = [];
  const ids = new Set<string>();
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (attributes['id'] !== undefined) ids.add(String(attributes['id']));
    if (name === 'g' && attributes['stroke'] === undefined) {
      const [x, y, scale] = String(attributes['transform'])
        .match(/-?[\d.]+/g)!
        .map(Number);
      lines.push({ text: '', size: Math.round(scale! * 1000), x: x!, y: y! });
    }
    if (name === 'use') {
      const id = String(attributes['href']).slice(1);
      expect(ids).toContain(id);
      lines.at(-1)!.text += String.fromCodePoint(Number(id.slice(1)));
    }
  });
  parser.write(svg).close();
  return lines;
}

const card = (title: string) => ({
  title,
  site: 'Wellsourced',
  notes: ['Evidence', 'Caffeine'],
  accent: '#123456',
  mark: true,
});

test('a card says where it comes from, its title, and what it is', () => {
  expect(linesIn(cardSvg(card('Potassium'), cuts)).map(({ text }) => text)).toEqual([
    'Wellsourced',
    'Potassium',
    'Evidence  ·  Caffeine',
  ]);
});

test.each([1, 3, 6, 9, 12, 16, 24, 60])('a title of %d words stays within the picture', (count) => {
  const words = Array.from({ length: count }, (_, index) => `word${index}`);
  const lines = linesIn(cardSvg(card(words.join(' ')), cuts));
  for (const { text, size, x, y } of lines) {
    expect(x + [...text].length * 0.5 * size).toBeLessThanOrEqual(WIDTH - 80);
    expect(y).toBeLessThan(HEIGHT - 40);
  }
  const title = lines.slice(1, -1);
  // Above the rule, and below the name of the site.
  expect(title.at(-1)!.y).toBeLessThan(HEIGHT - 140);
  expect(title[0]!.y - title[0]!.size).toBeGreaterThan(lines[0]!.y);
  const shown = title.map(({ text }) => text).join(' ');
  if (count < 24) expect(shown).toBe(words.join(' '));
  else expect(shown).toMatch(/^word0 .*…$/);
});

test('lines are of about one length: no word stands alone at the end', () => {
  const title = linesIn(cardSvg(card('aaaa bbbb cccc dddd eeee ffff g'), cuts)).slice(1, -1);
  expect(title.length).toBe(2);
  expect(title[1]!.text.length).toBeGreaterThan(title[0]!.text.length / 2);
});

test('the same card is drawn the same', () => {
  expect(cardSvg(card('A b c'), cuts)).toBe(cardSvg(card('A b c'), cuts));
});

let latin: Uint8Array;
let greek: Uint8Array;

beforeAll(async () => {
  const file = (part: string) =>
    readFile(
      `node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-${part}-standard-normal.woff2`,
    );
  const options = { targetFormat: 'truetype' as const };
  latin = await subsetFont(await file('latin'), 'Avifo ', options);
  greek = await subsetFont(await file('greek'), 'α', options);
});

test('letters are kerned and joined as the font wants it', () => {
  const face = typefaceOf([latin], { wght: 600 });
  const width = (text: string) => face.shape(text).width;
  expect(width('AvA')).toBeLessThan(width('A') * 2 + width('v'));
  expect(face.shape('fi').glyphs).toHaveLength(1);
});

test('a character comes from the file that has it, and one that none has is left out', () => {
  const face = typefaceOf([latin, greek], { wght: 600 });
  const { glyphs } = face.shape('Aα字');
  expect(glyphs.map(({ id }) => id.split('-')[0])).toEqual(['0', '1']);
  expect(glyphs[1]!.x).toBeGreaterThan(0);
  for (const { id } of glyphs) expect(face.outline(id)).toMatch(/^M/);
});

test('a heavier cut is wider', () => {
  const width = (wght: number) => typefaceOf([latin], { wght }).shape('A').width;
  expect(width(900)).not.toBe(width(200));
});
