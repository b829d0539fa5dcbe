import { mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { drawAhead, socialImage } from './social-images.ts';

const root = mkdtempSync(join(tmpdir(), 'wellsourced-social-'));
const cache = join(root, '.cache/wellsourced/social-images');
const card = {
  title: 'Omega-3 and α-linolenic acid',
  site: 'Wellsourced',
  notes: ['Evidence'],
  accent: '#123456',
  mark: true,
};

beforeAll(() => {
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
  vi.spyOn(process, 'cwd').mockReturnValue(root);
});

afterAll(() => rmSync(root, { recursive: true }));

test('images are drawn ahead once, however many ask for them', async () => {
  drawAhead([card]);
  const [first, second] = await Promise.all([socialImage(card), socialImage(card)]);
  expect(first.equals(second)).toBe(true);
  expect(readdirSync(cache)).toHaveLength(1);
});

test('an image is a small PNG of the size that other sites want', async () => {
  const png = await socialImage(card);
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
  expect(png.length).toBeLessThan(60_000);
});

test('an unchanged image is not drawn again, a changed one is', async () => {
  const drawn = () => readdirSync(cache).map((file) => statSync(join(cache, file)).mtimeMs);
  const before = drawn();
  await socialImage(card);
  expect(drawn()).toEqual(before);
  await socialImage({ ...card, title: 'Potassium' });
  expect(drawn()).toHaveLength(2);
});
