import { mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exifr from 'exifr';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createImageLookup } from '../markdown/images/info.ts';
import type { ImageInfo } from '../markdown/types.ts';
import { ImageFiles } from './image-files.ts';

let root: string;
let files: ImageFiles;
const from = 'content/posts/x/index.md';

const look = (src: string) =>
  createImageLookup({ root, base: '/sub/' })(src, from) as Promise<ImageInfo>;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'wellsourced-files-'));
  const folder = join(root, 'content/posts/x');
  await mkdir(folder, { recursive: true });
  await sharp({ create: { width: 600, height: 400, channels: 3, background: '#a33' } })
    .jpeg()
    .withMetadata({
      orientation: 6,
      exif: {
        IFD0: { Artist: 'Jane Doe' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '51/1 30/1 0/1',
          GPSLongitudeRef: 'W',
          GPSLongitude: '0/1 7/1 0/1',
        },
      },
    })
    .toFile(join(folder, "it's me.jpg"));
  await writeFile(
    join(folder, 'flow.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><!-- Jane --><rect width="9" height="9"/></svg>',
  );
  await writeFile(
    join(folder, 'bad.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><script>x</script></svg>',
  );
  files = new ImageFiles({ root, base: '/sub/', cache: join(root, 'cache') });
});

afterAll(() => rm(root, { recursive: true }));

test('the original of this test tells where it was taken', async () => {
  const original = await readFile(join(root, "content/posts/x/it's me.jpg"));
  expect(await exifr.gps(original)).toMatchObject({ latitude: 51.5 });
});

test('every file has its size and format, the right way up, and tells nothing of its maker', async () => {
  const { variants, width, height } = await look("./it's me.jpg");
  expect([width, height]).toEqual([400, 600]);
  for (const variant of variants) {
    const made = await readFile(await files.file(variant.href));
    const {
      format,
      width: wide,
      height: high,
      exif,
      xmp,
      iptc,
      orientation,
    } = await sharp(made).metadata();
    expect(format).toBe({ avif: 'heif', webp: 'webp', jpg: 'jpeg' }[variant.format as 'avif']);
    expect([wide, high]).toEqual([variant.width, (variant.width * height) / width]);
    expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined]);
    expect(orientation ?? 1).toBe(1);
    expect(made.includes('Jane')).toBe(false);
  }
});

test('a finished file is not made again', async () => {
  const { variants } = await look("./it's me.jpg");
  const made = await files.file(variants[0]!.href);
  const then = new Date(1e12);
  await utimes(made, then, then);
  const others = new ImageFiles({ root, base: '/sub/', cache: join(root, 'cache') });
  expect((await stat(await others.file(variants[0]!.href))).mtimeMs).toBe(1e12);
});

test('a drawing is copied without remarks', async () => {
  const { variants } = await look('./flow.svg');
  expect(await readFile(await files.file(variants[0]!.href), 'utf8')).not.toContain('Jane');
});

test('a drawing with a program is refused by name', async () => {
  const { variants } = await look('./bad.svg');
  await expect(files.file(variants[0]!.href)).rejects.toThrow(
    /^content\/posts\/x\/bad\.svg: .*program/,
  );
});

test.each([
  [
    '/sub/images/x/gone.0a1b2c3d-480.avif',
    /^content\/posts\/x\/gone\.\*: There is no such picture/,
  ],
  ['/sub/images/y/gone.0a1b2c3d-480.avif', /^content\/posts\/y\/gone/],
  ['/sub/images/x/flow.0a1b2c3d.svg', /^content\/posts\/x\/flow.*Build again/],
  ['/images/x/flow.0a1b2c3d.svg', /is not the address/],
])('%s cannot be made', async (address, words) => {
  await expect(files.file(address)).rejects.toThrow(words);
});

test('only sizes that the site offers are made', async () => {
  const { variants } = await look("./it's me.jpg");
  const odd = variants[0]!.href.replace('-400.', '-399.');
  await expect(files.file(odd)).rejects.toThrow(/Build again/);
});
