/**
 * `npx node scripts/fonts.ts`: cuts the typeface of the site down to what articles need and writes
 * it to `public/fonts/`. The files are committed; run this again after an update of the package or
 * when a character is missing.
 *
 * Source Serif 4 keeps two of its axes: weight from regular to semibold, and optical size, so that
 * titles are drawn finer than text. Its italic is one cut: titles are never set in it.
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { commandLine } from './command-line.ts';

commandLine('Usage: npm run fonts', {});

/** Most bytes of all files together. */
const BUDGET = 60_000;

const SOURCE = 'node_modules/@fontsource-variable/source-serif-4';
const TARGET = 'public/fonts';

const characters = (first: number, last: number) =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));

const ASCII = characters(0x20, 0x7e);
const WESTERN = `${characters(0xc0, 0xff)}Œœ`;
const SIGNS = '\u00a0–—‘’“”†…£€×±·°µ©§«»½−→↩';
/** Letters in the names of authors from the rest of Europe; fetched only by pages that hold one. */
const EUROPEAN = 'ĄąĆćĘęŁłŃńŚśŹźŻżČčĎďĚěŇňŘřŠšŤťŮůŽžĞğİıŞşŐőŰűĂăȘșȚțĐđ';

/** Kerning, ligatures and figures of one width; nothing else is asked for in the style sheets. */
const FEATURES = ['kern', 'liga', 'tnum'];

const REGULAR_TO_SEMIBOLD = { min: 400, max: 600, default: 400 };
const TEXT_TO_TITLE = { min: 20, max: 48, default: 20 };

const FILES = [
  {
    from: 'latin-opsz-normal',
    to: 'serif.woff2',
    text: ASCII + WESTERN + SIGNS,
    axes: { wght: REGULAR_TO_SEMIBOLD, opsz: TEXT_TO_TITLE },
  },
  {
    from: 'latin-opsz-italic',
    to: 'serif-italic.woff2',
    text: ASCII + WESTERN + SIGNS,
    axes: { wght: 400, opsz: 20 },
  },
  {
    from: 'latin-ext-opsz-normal',
    to: 'serif-european.woff2',
    text: EUROPEAN,
    axes: { wght: 400, opsz: 20 },
  },
];

await mkdir(TARGET, { recursive: true });
let total = 0;
for (const { from, to, text, axes } of FILES) {
  const whole = await readFile(join(SOURCE, 'files', `source-serif-4-${from}.woff2`));
  // The type declarations do not know `keepFeatures` yet.
  const options = {
    targetFormat: 'woff2' as const,
    variationAxes: axes,
    keepFeatures: FEATURES,
    noHinting: true,
  };
  const cut = await subsetFont(whole, text, options);
  await writeFile(join(TARGET, to), cut);
  total += cut.length;
  console.log(`${to}: ${cut.length} bytes`);
}
await copyFile(join(SOURCE, 'LICENSE'), join(TARGET, 'LICENSE.txt'));
console.log(`Together ${total} bytes of ${BUDGET}.`);
if (total > BUDGET) {
  console.error('That is too much. Take characters or an axis out.');
  process.exitCode = 1;
}
