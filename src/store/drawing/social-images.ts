import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import subsetFont from 'subset-font';
import { cardSvg, type Card, type Cuts } from '../../lib/social-image/card.ts';
import { typefaceOf, type Cut, type Typeface } from '../../lib/social-image/typeface.ts';

/**
 * Social images, drawn once: an image is kept under the digest of its drawing, so a build in which
 * nothing changed draws none, and one after a change of the design draws all.
 */
const CACHE = '.cache/wellsourced/social-images';

/** The typeface of the site, from its package: the site's own files hold Latin letters only. */
const FONTS = 'node_modules/@fontsource-variable/source-serif-4';
const TITLE: Cut = { wght: 600, opsz: 48 };
const SMALL: Cut = { wght: 500, opsz: 24 };

/** Images drawn at a time, ahead of the pages. */
const AHEAD = 2;

/** The image of a card as PNG, drawn now unless it is kept from before. */
export async function socialImage(card: Card): Promise<Buffer> {
  const svg = cardSvg(card, await cutsFor(card));
  const digest = createHash('sha256').update(svg).digest('hex').slice(0, 32);
  const file = join(process.cwd(), CACHE, `${digest}.png`);
  if (!existsSync(file)) await once(file, () => draw(svg, file));
  return readFile(file);
}

/**
 * Begins to draw the images of `cards` while the pages are made: drawing happens in other threads.
 * Only when none is kept: later builds draw few, and each look at a kept one takes time.
 */
export function drawAhead(cards: Card[]): void {
  if (existsSync(join(process.cwd(), CACHE))) return;
  const waiting = cards.values();
  const next = async (): Promise<void> => {
    for (const card of waiting) await socialImage(card);
  };
  // A fault is reported when the image is asked for.
  for (let worker = 0; worker < AHEAD; worker++) next().catch(() => undefined);
}

const drawing = new Map<string, Promise<void>>();

/** Runs `work` for a file once, however many ask for it meanwhile. */
async function once(file: string, work: () => Promise<void>): Promise<void> {
  const running = drawing.get(file) ?? work().finally(() => drawing.delete(file));
  drawing.set(file, running);
  await running;
}

async function draw(svg: string, file: string): Promise<void> {
  const png = await sharp(Buffer.from(svg))
    // Two inks on paper, with what lies between them at the edges.
    .png({ palette: true, colours: 16, effort: 1, dither: 0, compressionLevel: 6 })
    .toBuffer();
  await mkdir(join(file, '..'), { recursive: true });
  // A build that is stopped must not leave half an image behind.
  await writeFile(`${file}.${process.pid}`, png);
  await rename(`${file}.${process.pid}`, file);
}

async function cutsFor({ title, site, notes }: Card): Promise<Cuts> {
  return {
    title: await typeface(title, TITLE),
    small: await typeface([site, ...notes].join(''), SMALL),
  };
}

const typefaces = new Map<string, Promise<Typeface>>();

/** The typeface in one cut, with the files that `text` needs. */
async function typeface(text: string, cut: Cut): Promise<Typeface> {
  const parts = await partsFor(text);
  const key = JSON.stringify([parts, cut]);
  const face = typefaces.get(key) ?? load(parts, cut);
  typefaces.set(key, face);
  return face;
}

async function load(parts: string[], cut: Cut): Promise<Typeface> {
  const name = FONTS.split('/').at(-1)!;
  const files = parts.map(async (part) => {
    const path = join(process.cwd(), FONTS, 'files', `${name}-${part}-standard-normal.woff2`);
    // The typings do not know `keepAllGlyphs` yet.
    const options = { keepAllGlyphs: true, targetFormat: 'truetype' as const };
    return subsetFont(await readFile(path), '', options);
  });
  return typefaceOf(await Promise.all(files), cut);
}

let coverage: Promise<[part: string, characters: RegExp][]> | undefined;

/** The parts of the typeface (`latin`, `greek`, …) that hold the characters of `text`. */
async function partsFor(text: string): Promise<string[]> {
  coverage ??= readFile(join(process.cwd(), FONTS, 'unicode.json'), 'utf8').then((json) =>
    Object.entries(JSON.parse(json) as Record<string, string>).map(([part, ranges]) => [
      part,
      charactersIn(ranges),
    ]),
  );
  const known = await coverage;
  const needed = new Set(['latin']);
  for (const character of new Set(text)) {
    const part = known.findLast(([, characters]) => characters.test(character))?.[0];
    if (part) needed.add(part);
  }
  return [...needed];
}

/** `U+0370-0377,U+037A` as a regular expression. */
function charactersIn(ranges: string): RegExp {
  const written = ranges.split(',').map((range) =>
    range
      .replace(/^U\+/, '')
      .split('-')
      .map((code) => `\\u{${code}}`)
      .join('-'),
  );
  return new RegExp(`^[${written.join('')}]$`, 'u');
}
