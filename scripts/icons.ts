/**
 * `npx node scripts/icons.ts`: draws the icons of the installed site from `public/favicon.svg` and
 * writes them to `public/icons/`. The files are committed; run this again when the sign changes.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { commandLine } from './command-line.ts';

commandLine('Usage: npm run icons', {});

const SOURCE = 'public/favicon.svg';
const TARGET = 'public/icons';

/** The sign without its corners: systems cut icons to a shape of their own. */
const CORNERS = / rx="\d+"/;

/** A maskable icon keeps what matters inside a circle of 80 % of its width. */
const SAFE = 0.72;

const source = await readFile(SOURCE, 'utf8');
const square = source.replace(CORNERS, '');
const ground = /fill="(#[0-9a-f]{6})"/.exec(source)![1]!;

const draw = (svg: string, size: number) =>
  sharp(Buffer.from(svg), { density: (72 * size) / 32 }).resize(size, size);

await mkdir(TARGET, { recursive: true });
const write = (icon: Sharp, name: string) =>
  icon.png({ compressionLevel: 9, palette: true }).toFile(join(TARGET, name));

await write(draw(source, 192), 'icon-192.png');
await write(draw(source, 512), 'icon-512.png');
await write(draw(square, 180).flatten(), 'apple-touch-icon.png');

const inner = Math.round(512 * SAFE);
const before = Math.floor((512 - inner) / 2);
const after = 512 - inner - before;
await write(
  draw(square, inner).extend({
    top: before,
    left: before,
    bottom: after,
    right: after,
    background: ground,
  }),
  'maskable-512.png',
);
