import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { withBase } from '../../lib/address/urls.ts';
import type { Content } from '../../lib/check/content.ts';
import { diagnose } from '../../lib/diagnostics/diagnose.ts';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.ts';
import { accentOf } from '../../lib/look/accent.ts';
import { HOUSE, HOUSE_FILE } from '../../lib/look/fonts.ts';
import { filesOf, type LookFile, type LookRecord, type LookView } from '../../lib/look/look.ts';
import { lookCss } from '../../lib/look/style-sheet.ts';
import { suggestion } from '../../lib/text/did-you-mean.ts';
import { cleanSvg } from '../../markdown/images/svg.ts';

/** Endings of logos (see `schemas/site.ts`). */
const PICTURE = /\.(?:svg|png|jpe?g|webp|avif)$/i;

/** Where the owner's fonts and logos lie. */
const FOLDER = 'content/look';

/** Height of the logo in the header, in CSS pixels (`.logo` in `styles/chrome.css`). */
const HEIGHT = 36;
/** Pixels of a logo for each of those: for the sharpest screens. */
const DENSITY = 4;

/** What pages show of the look, and the files that they ask for. */
export interface Look {
  view: LookView;
  /** By their names below `/look/`, which hold a digest of them. */
  files: Map<string, Uint8Array>;
}

/**
 * Reads the look and makes its files: a style sheet, the fonts, and the logos without what they hold
 * besides a picture. Throws an Error with a sentence where a file is missing or cannot be used;
 * `npm run check` reports that first, with its place.
 */
export async function readLook(root: string, record: LookRecord = {}, base: string): Promise<Look> {
  const files = new Map<string, Uint8Array>();
  /** Where each file of `content/look` stands in the site. */
  const addresses = new Map<string, string>();
  const sizes = new Map<string, { width: number; height: number }>();
  const add = (name: string, bytes: Uint8Array): string => {
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
    const [, stem, ending] = /^(.+)\.(\w+)$/.exec(name)!;
    const address = `${stem!.replace(/[^\w-]/g, '-')}-${digest}.${ending!.toLowerCase()}`;
    files.set(address, bytes);
    return withBase(`/look/${address}`, base);
  };

  for (const file of filesOf(record)) {
    if (addresses.has(file.name)) continue;
    const made = await prepared(root, file);
    if (typeof made === 'string') throw new Error(`${FOLDER}/${file.name}: ${made}`);
    addresses.set(file.name, add(made.name, made.bytes));
    if (made.size) sizes.set(file.name, made.size);
  }
  const addressOf = (name: string) => addresses.get(name)!;

  const { accent, fonts, logo } = record;
  const own = fonts?.own ?? [];
  const css = lookCss(
    {
      accent: accent === undefined ? undefined : accentOf(accent),
      text: fonts?.text,
      headings: fonts?.headings,
      own,
    },
    addressOf,
  );
  const shown = (name: string) => ({ href: addressOf(name), ...sizes.get(name)! });
  const names = [fonts?.text ?? HOUSE, fonts?.headings ?? fonts?.text ?? HOUSE];
  const preload = names.flatMap((name) =>
    name === HOUSE
      ? withBase(HOUSE_FILE, base)
      : own.filter(({ family }) => family === name).map(({ regular }) => addressOf(regular)),
  );
  return {
    files,
    view: {
      ...(css !== '' && { style: add('look.css', Buffer.from(css)) }),
      preload: [...new Set(preload)],
      ...(accent !== undefined && { accent: accentOf(accent) }),
      ...(logo !== undefined && {
        logo:
          typeof logo === 'string'
            ? { light: shown(logo) }
            : { light: shown(logo.light), dark: shown(logo.dark) },
      }),
    },
  };
}

/** Files that the look names and that are not there, or are not what they should be. */
export async function lookFileFaults(root: string, site: Content['site']): Promise<Diagnostic[]> {
  if (!site?.data.look) return [];
  const folder = join(root, FOLDER);
  const there = existsSync(folder) ? readdirSync(folder) : [];
  const faults = filesOf(site.data.look).map(async (file): Promise<Diagnostic[]> => {
    const { name, kind, path } = file;
    const place = site.placeOf(path);
    if (!there.includes(name)) {
      const others = there.filter((other) =>
        kind === 'font' ? /\.woff2$/i.test(other) : PICTURE.test(other),
      );
      return [
        diagnose('look/missing', site.file, place, {
          found: `There is no file ${FOLDER}/${name}.`,
          expected: others.length > 0 ? `One of: ${others.join(', ')}.` : `The file in ${FOLDER}.`,
          fix: `${suggestion(name, others)}Put the file there, or correct its name.`,
        }),
      ];
    }
    const made = await prepared(root, file);
    if (typeof made !== 'string') return [];
    return [
      diagnose('look/file', site.file, place, {
        found: `${FOLDER}/${name}: ${made}`,
        expected: kind === 'font' ? 'A woff2 file.' : 'A plain SVG, or a picture.',
        fix: kind === 'font' ? 'Convert the font to woff2.' : 'Save it again as plain SVG or PNG.',
      }),
    ];
  });
  return (await Promise.all(faults)).flat();
}

interface Prepared {
  /** The name of the file, with the ending of what was made of it. */
  name: string;
  bytes: Uint8Array;
  /** Of a logo, as the header shows it. */
  size?: { width: number; height: number };
}

/** A file as readers get it, or a sentence on why it cannot be used. */
async function prepared(root: string, { name, kind }: LookFile): Promise<Prepared | string> {
  const path = join(root, FOLDER, name);
  if (!existsSync(path)) return 'There is no such file.';
  const bytes = await readFile(path);
  if (kind === 'font') {
    return bytes.toString('latin1', 0, 4) === 'wOF2' ? { name, bytes } : 'This is no woff2 font.';
  }
  try {
    const picture = sharp(bytes).autoOrient();
    const { format, autoOrient } = await picture.metadata();
    const { width, height } = autoOrient;
    const size = { width: Math.round((width / height) * HEIGHT), height: HEIGHT };
    if (format !== 'svg') {
      const png = await picture
        .resize({ height: HEIGHT * DENSITY, withoutEnlargement: true })
        .png({ compressionLevel: 9 })
        .toBuffer();
      return { name: name.replace(/\.\w+$/, '.png'), bytes: png, size };
    }
    const { svg, faults } = cleanSvg(bytes.toString('utf8'));
    if (faults.length > 0) return `The drawing holds ${faults.join(', ')}.`;
    return { name: name.replace(/\.\w+$/, '.svg'), bytes: Buffer.from(svg), size };
  } catch {
    return 'This picture cannot be read.';
  }
}
