import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { mediaType } from '../src/lib/site/media-types.ts';
import { dist } from './publication.ts';

/** What the built site hands out beside its pages. */

const text = (file: string) => readFileSync(join(dist, file), 'utf8');
const manifest = JSON.parse(text('manifest.webmanifest'));
const base: string = manifest.scope;
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => statSync(join(dist, file)).isFile());

/** The file of the built site that an absolute or root address leads to. */
function fileAt(address: string): string {
  const path = decodeURIComponent(new URL(address, 'https://x.example').pathname);
  expect(path.startsWith(base), address).toBe(true);
  const file = path.slice(base.length);
  return file === '' || file.endsWith('/') ? `${file}index.html` : file;
}

/** Contents of all elements of a name. Throws where the document is not well formed. */
function contents(xml: string, name: string): string[] {
  const found: string[] = [];
  const open: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    open.push(tag.name);
    if (tag.name === name) found.push('');
  });
  parser.on('text', (part) => {
    if (open.at(-1) === name) found[found.length - 1] += part;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return found;
}

test('every page of the sitemap is there', () => {
  const pages = contents(text('sitemap.xml'), 'loc');
  expect(pages.length).toBeGreaterThan(20);
  for (const page of pages) expect(existsSync(join(dist, fileAt(page))), page).toBe(true);
});

test('what the manifest names is there, in the size that it says', async () => {
  for (const { src, sizes } of manifest.icons) {
    const { width, height } = await sharp(join(dist, fileAt(src))).metadata();
    expect(`${width}x${height}`).toBe(sizes);
  }
  for (const { url } of manifest.shortcuts) expect(existsSync(join(dist, fileAt(url)))).toBe(true);
});

test('each article has a social image and its reference in three forms', async () => {
  const posts = readdirSync(join(dist, 'posts')).filter((slug) =>
    existsSync(join(dist, 'posts', slug, 'cite.bib')),
  );
  expect(posts.length).toBeGreaterThan(7);
  for (const slug of [...posts.map((post) => `og/${post}.png`), 'og/site.png']) {
    const file = join(dist, slug);
    expect(await sharp(file).metadata(), slug).toMatchObject({ width: 1200, height: 630 });
    expect(statSync(file).size, slug).toBeLessThanOrEqual(60_000);
  }
  for (const slug of posts) {
    expect(text(`posts/${slug}/cite.bib`)).toMatch(/^@misc\{/);
    expect(text(`posts/${slug}/cite.ris`)).toMatch(/^TY {2}- BLOG\r\n/);
    expect(JSON.parse(text(`posts/${slug}/cite.json`))[0].URL).toMatch(/^https:\/\//);
  }
});

const feeds = files.filter((file) => /(^|\/)feed\.(xml|json)$/.test(file));

test('the site and each topic have a feed in both forms', () => {
  const topics = readdirSync(join(dist, 'topics'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(feeds).toHaveLength(2 * (topics.length + 1));
});

test.each(feeds)('%s has whole articles that stand by themselves', (file) => {
  const articles: string[] = file.endsWith('.xml')
    ? contents(text(file), 'content')
    : JSON.parse(text(file)).items.map((item: { content_html: string }) => item.content_html);
  for (const html of articles) {
    expect(html.length).toBeGreaterThan(2000);
    expect(html).not.toMatch(/<(button|script|style|svg|input|picture)\b|popover|class="|style="/);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, address] of html.matchAll(/(?:href|src)="([^"]*)"/g)) {
      if (address!.startsWith('#')) expect(ids).toContain(decodeURIComponent(address!.slice(1)));
      else expect(address).toMatch(/^(https?|mailto|tel):/);
    }
  }
});

test('hosts are told about the headers and the old addresses', () => {
  expect(text('_headers')).toContain(`${base}*\n  Content-Security-Policy: default-src`);
  for (const line of text('_redirects').trim().split('\n')) {
    const [from, to, status] = line.split(' ');
    expect(status).toBe('301');
    expect(text(fileAt(from!))).toContain(`url=${to}`);
    expect(existsSync(join(dist, fileAt(to!)))).toBe(true);
  }
});

test('security.txt names a day on which it ends', () => {
  expect(text('.well-known/security.txt')).toMatch(/^Expires: \d{4}-\d\d-\d\dT00:00:00\.000Z$/m);
});

test('the server knows the type of every file but those of the search index', () => {
  const unknown = files.filter((file) => mediaType(file) === 'application/octet-stream');
  const others = unknown.filter(
    (file) =>
      !/^(pagefind\/.*|packs\/parts\/.*|_headers|_redirects|posts\/[^/]+\/(?:cite|sources)\.(bib|ris)|sources\.(bib|ris))$/.test(
        file,
      ),
  );
  expect(others).toEqual([]);
});
