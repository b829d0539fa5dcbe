import { PALETTE } from '../look/palette.ts';
import type { ShapedText, Typeface } from './typeface.ts';

/** What a social image says. */
export interface Card {
  /** Large. */
  title: string;
  /** Above the title. */
  site: string;
  /** Below it: the kind of the article and its first topic. */
  notes: string[];
  /** Colour of the name and the bars, as `#rrggbb`. */
  accent: string;
  /** Whether the sign of the house stands before the name. */
  mark: boolean;
}

/** The typeface in the cuts for large and for small text. */
export interface Cuts {
  title: Typeface;
  small: Typeface;
}

/** The size that Facebook, LinkedIn, Mastodon and others ask for, in pixels. */
export const WIDTH = 1200;
export const HEIGHT = 630;

const MARGIN = 88;
const PAPER = PALETTE.paper.light;
const INK = PALETTE.ink.light;

/** The sign of the site (`components/Mark.astro`), before its name. */
const mark = (colour: string) =>
  `<g transform="translate(${MARGIN} 86) scale(1.7)" fill="none" stroke="${colour}">` +
  '<path d="M8 3.5H4v17h4M16 3.5h4v17h-4" stroke-width="2.2"/>' +
  `<circle cx="12" cy="12" r="3.4" fill="${colour}" stroke="none"/></g>`;
const MARK_WIDTH = 54;

/** Sizes of the title, of which the first that fits is taken, and the height that is there for it. */
const TITLE_SIZES = [78, 70, 62, 54];
const TITLE_TOP = 172;
const TITLE_HEIGHT = 300;
const LEADING = 1.18;
const SMALL_SIZE = 34;

/** The type of a card, and what is drawn of it. */
interface Setting {
  lines: ShapedText[];
  size: number;
}

/**
 * The image as SVG, with all text as outlines: it looks the same on a machine without any font. The
 * same card always gives the same text.
 */
export function cardSvg(card: Card, { title: titleFace, small: smallFace }: Cuts): string {
  const used = new Map<string, string>();
  const title = setTitle(card.title, titleFace);
  const body = [
    line(
      smallFace.shape(card.site),
      's',
      smallFace,
      SMALL_SIZE,
      MARGIN + (card.mark ? MARK_WIDTH : 0),
      118,
      card.accent,
      used,
    ),
    ...title.lines.map((text, index) =>
      line(
        text,
        't',
        titleFace,
        title.size,
        MARGIN,
        TITLE_TOP + title.size * (1 + index * LEADING),
        INK,
        used,
      ),
    ),
    line(
      fit(card.notes.join('  ·  '), smallFace, (WIDTH - 2 * MARGIN) / SMALL_SIZE),
      's',
      smallFace,
      SMALL_SIZE,
      MARGIN,
      HEIGHT - 70,
      INK,
      used,
    ),
  ];
  const glyphs = [...used].map(([id, path]) => `<path id="${id}" d="${path}"/>`);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">` +
    `<defs>${glyphs.join('')}</defs>` +
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>` +
    `<rect width="20" height="${HEIGHT}" fill="${card.accent}"/>` +
    `<rect x="${MARGIN}" y="${HEIGHT - 132}" width="96" height="3" fill="${card.accent}"/>` +
    `${card.mark ? mark(card.accent) : ''}${body.join('')}</svg>`
  );
}

/** The title in the largest size in which it fits; in the smallest it is cut with an ellipsis. */
function setTitle(title: string, face: Typeface): Setting {
  for (const size of TITLE_SIZES) {
    const lines = balanced(title, face, (WIDTH - 2 * MARGIN) / size);
    if (lines.length <= linesAt(size)) {
      return { size, lines: lines.map((text) => face.shape(text)) };
    }
  }
  const size = TITLE_SIZES.at(-1)!;
  const width = (WIDTH - 2 * MARGIN) / size;
  const lines = wrap(title, face, width);
  const whole = linesAt(size) - 1;
  const shown = lines.slice(0, whole).map((text) => face.shape(text));
  return { size, lines: [...shown, fit(lines.slice(whole).join(' '), face, width)] };
}

function linesAt(size: number): number {
  return Math.floor(TITLE_HEIGHT / (size * LEADING));
}

/** Lines of about the same length: the narrowest column that needs no more of them. */
function balanced(text: string, face: Typeface, width: number): string[] {
  const lines = wrap(text, face, width);
  let [low, high] = [width / 2, width];
  for (let step = 0; step < 6; step++) {
    const middle = (low + high) / 2;
    if (wrap(text, face, middle).length > lines.length) low = middle;
    else high = middle;
  }
  return wrap(text, face, high);
}

/** Breaks text between words into lines of at most `width` em; a word longer than that stays whole. */
function wrap(text: string, face: Typeface, width: number): string[] {
  const lines: string[] = [];
  const space = widthOf(' ', face);
  let length = 0;
  for (const word of text.trim().split(/\s+/)) {
    const own = widthOf(word, face);
    if (lines.length > 0 && length + space + own <= width) {
      lines[lines.length - 1] += ` ${word}`;
      length += space + own;
    } else {
      lines.push(word);
      length = own;
    }
  }
  return lines;
}

/** One line of at most `width` em, cut at the end with an ellipsis where it is longer. */
function fit(text: string, face: Typeface, width: number): ShapedText {
  const units = width * face.unitsPerEm;
  let shaped = face.shape(text);
  const characters = [...text];
  while (shaped.width > units && characters.length > 1) {
    characters.pop();
    shaped = face.shape(`${characters.join('').trimEnd()}…`);
  }
  return shaped;
}

const widths = new WeakMap<Typeface, Map<string, number>>();

/** Width of a word in em. */
function widthOf(word: string, face: Typeface): number {
  let known = widths.get(face);
  if (!known) widths.set(face, (known = new Map()));
  let width = known.get(word);
  if (width === undefined) {
    width = face.shape(word).width / face.unitsPerEm;
    known.set(word, width);
  }
  return width;
}

/** A line of text with its baseline at `y`; notes the outlines that it needs in `used`. */
function line(
  { glyphs }: ShapedText,
  prefix: string,
  face: Typeface,
  size: number,
  x: number,
  y: number,
  colour: string,
  used: Map<string, string>,
): string {
  const scale = size / face.unitsPerEm;
  const uses = glyphs.map((glyph) => {
    const id = prefix + glyph.id;
    if (!used.has(id)) used.set(id, face.outline(glyph.id));
    return `<use href="#${id}" x="${glyph.x}"/>`;
  });
  const transform = `translate(${x} ${round(y)}) scale(${round(scale)} ${round(-scale)})`;
  return `<g fill="${colour}" transform="${transform}">${uses.join('')}</g>`;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
