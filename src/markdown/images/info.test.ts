import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createImageLookup } from './info.ts';

let root: string;
const from = 'content/posts/x/index.md';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'wellsourced-images-'));
  const folder = join(root, 'content/posts/x');
  await mkdir(join(folder, 'more'), { recursive: true });
  const picture = (channels: 3 | 4) =>
    sharp({
      create: { width: 60, height: 40, channels, background: { r: 170, g: 50, b: 50, alpha: 0.5 } },
    });
  await picture(3).jpeg().toFile(join(folder, 'plain.jpg'));
  await picture(3).jpeg().withMetadata({ orientation: 6 }).toFile(join(folder, 'turned.jpg'));
  await picture(4).webp().toFile(join(folder, 'clear.webp'));
  await picture(3).png().toFile(join(folder, 'more/chart.png'));
  await writeFile(
    join(folder, 'flow.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200"/>',
  );
  await writeFile(join(folder, 'broken.jpg'), 'no picture');
  await writeFile(join(folder, 'photo.heic'), 'no picture');
});

afterAll(() => rm(root, { recursive: true }));

test.each([
  ['./plain.jpg', 60, 40, ['avif', 'webp', 'jpg']],
  ['./turned.jpg', 40, 60, ['avif', 'webp', 'jpg']],
  ['clear.webp', 60, 40, ['avif', 'webp', 'png']],
  ['./more/chart.png', 60, 40, ['avif', 'webp', 'png']],
  ['../x/flow.svg', 300, 200, ['svg']],
])('%s is %i by %i and comes as %j', async (src, width, height, formats) => {
  const info = await createImageLookup({ root, base: '/' })(src, from);
  expect(info).toMatchObject({ width, height });
  expect(info!.variants.map(({ format }) => format)).toEqual(formats);
});

test.each(['./nope.jpg', './', '../../../package.json', './more', './plain.jpg/x'])(
  'there is no picture %s',
  async (src) => {
    expect(await createImageLookup({ root, base: '/' })(src, from)).toBeUndefined();
  },
);

test.each(['./broken.jpg', './photo.heic', './index.md'])('%s is told by its name', async (src) => {
  if (src === './index.md') await writeFile(join(root, from), 'Text');
  const name = src.slice(2).replace('.', '\\.');
  await expect(createImageLookup({ root, base: '/' })(src, from)).rejects.toThrow(
    new RegExp(`^content/posts/x/${name}: .*Save it`),
  );
});

test('another picture under the same name has another address', async () => {
  const file = join(root, 'content/posts/x/plain.jpg');
  const before = await createImageLookup({ root, base: '/' })('./plain.jpg', from);
  await sharp({ create: { width: 60, height: 40, channels: 3, background: '#33a' } }).toFile(file);
  const after = await createImageLookup({ root, base: '/' })('./plain.jpg', from);
  expect(after!.variants[0]!.href).not.toBe(before!.variants[0]!.href);
});
