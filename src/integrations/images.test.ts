import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createImageLookup } from '../markdown/images/info.ts';
import { images } from './images.ts';

let root: string;
let dist: string;
let told: string[];
const logger = {
  info: (line: string) => told.push(line),
  error: (line: string) => told.push(line),
};

beforeEach(async () => {
  told = [];
  root = await mkdtemp(join(tmpdir(), 'wellsourced-integration-'));
  dist = join(root, 'dist');
  await mkdir(join(root, 'content/posts/x'), { recursive: true });
  await mkdir(join(dist, 'posts/x'), { recursive: true });
  await sharp({ create: { width: 60, height: 40, channels: 3, background: '#a33' } })
    .jpeg()
    .toFile(join(root, 'content/posts/x/label.jpg'));
});

afterEach(() => rm(root, { recursive: true }));

/** The integration, as Astro has set it up for the project. */
function configured() {
  const { hooks } = images();
  const folder = pathToFileURL(`${root}/`);
  hooks['astro:config:done']!({ config: { root: folder, base: '/sub' } } as never);
  return hooks;
}

function build(): Promise<void> {
  const dir = pathToFileURL(`${dist}/`);
  return configured()['astro:build:done']!({ dir, logger } as never) as Promise<void>;
}

async function page(html: string): Promise<void> {
  await writeFile(join(dist, 'posts/x/index.html'), html);
}

async function addresses(): Promise<string[]> {
  const look = createImageLookup({ root, base: '/sub/' });
  const info = await look('./label.jpg', 'content/posts/x/index.md');
  return info!.variants.map(({ href }) => href);
}

const built = async () =>
  existsSync(join(dist, 'images')) ? (await readdir(join(dist, 'images/x'))).sort() : [];

test('a build makes exactly what its pages ask for, and the next one nothing', async () => {
  const [avif, , jpg] = await addresses();
  await page(`<source srcset="${avif} 60w"><img src="${jpg}">`);
  await build();
  expect((await built()).map((name) => name.replace(/\.[0-9a-f]{8}/, ''))).toEqual([
    'label-60.avif',
    'label-60.jpg',
  ]);
  await build();
  expect(told.map((line) => /\d+ files, \d+ of them new/.exec(line)?.[0])).toEqual([
    '2 files, 2 of them new',
    '2 files, 0 of them new',
  ]);
});

test('pictures that no page asks for any more are removed, others stay', async () => {
  const [avif, webp] = await addresses();
  await page(`<img src="${avif}"><img src="${webp}">`);
  await build();
  await writeFile(join(dist, 'images/x/by-hand.png'), '');
  await page(`<img src="${webp}">`);
  await build();
  expect((await built()).map((name) => name.replace(/\.[0-9a-f]{8}/, ''))).toEqual([
    'by-hand.png',
    'label-60.webp',
  ]);
});

test('a picture that is missing stops the build, with page and file', async () => {
  await page('<img src="/sub/images/x/gone.0a1b2c3d-60.jpg"> <img src="/images/not/ours.png">');
  await expect(build()).rejects.toThrow(
    'posts/x/index.html: content/posts/x/gone.*: There is no such picture.',
  );
});

test('the development server answers the same addresses', async () => {
  const [avif] = await addresses();
  const listeners: ((...args: Parameters<RequestListener>) => void)[] = [];
  const use = (handler: (...args: unknown[]) => void) =>
    listeners.push((request, response) =>
      handler(request, response, () => response.writeHead(418).end()),
    );
  configured()['astro:server:setup']!({ server: { middlewares: { use } }, logger } as never);
  const server = createServer(listeners[0]).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const picture = await fetch(`${origin}${avif}?v=1`);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/avif']);
    const gone = await fetch(`${origin}${avif!.replace('label', 'gone')}`);
    expect([gone.status, await gone.text()]).toEqual([404, expect.stringContaining('gone.*')]);
    expect((await fetch(`${origin}/sub/topics/`)).status).toBe(418);
  } finally {
    server.close();
  }
});
