import { execFile } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import exifr from 'exifr';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIXED_PAGES } from '../src/lib/site/pages.ts';
import type { ScratchProject } from '../scripts/scratch-project.ts';
import { CONTENT, dist, ENV, scratchPublication } from './publication.ts';

/** What holds for every page that was built, read from the files. */

const filesOf = (dist: string) =>
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const pages = filesOf(dist).filter((file) => file.endsWith('.html'));
const read = (file: string) => readFileSync(file, 'utf8');
const compressed = (file: string) => brotliCompressSync(readFileSync(file)).length;

describe.each(pages.map((file) => [file.slice(dist.length), read(file)]))('%s', (_name, html) => {
  test('holds nothing that its policy refuses', () => {
    expect(html).not.toMatch(
      /<style\b|\sstyle\s*=|\son[a-z]+\s*=\s*["']|javascript:|<iframe|<base\b/i,
    );
    for (const [tag, attributes] of html.matchAll(/<script\b([^>]*)>/g)) {
      expect(attributes, tag).toMatch(/\ssrc="\/(?!\/)|type="application\/ld\+json"/);
    }
    for (const [, address] of html.matchAll(
      /<(?:img|source|script|video|audio)\b[^>]*?\ssrc(?:set)?="([^"]*)"/g,
    )) {
      expect(address).toMatch(/^\/(?!\/)/);
    }
    expect(html).toMatch(
      /<meta http-equiv="Content-Security-Policy" content="default-src [^"]*none/,
    );
  });

  test('tells nobody where a reader comes from, and fetches nothing ahead', () => {
    expect(html).toContain('<meta name="referrer" content="no-referrer">');
    for (const [tag, attributes] of html.matchAll(/<link\b([^>]*)>/g)) {
      const rel = /\srel="([^"]*)"/.exec(attributes!)?.[1] ?? '';
      expect(
        [
          'canonical',
          'icon',
          'apple-touch-icon',
          'manifest',
          'search',
          'alternate',
          'stylesheet',
          'preload',
        ],
        tag,
      ).toContain(rel);
      if (rel !== 'canonical') expect(attributes, tag).toMatch(/\shref="\/(?!\/)/);
      if (rel === 'preload') expect(attributes, tag).toContain(' as="font"');
    }
    expect(html).not.toMatch(/speculationrules|http-equiv="?x-dns-prefetch/i);
  });

  test('is one document with a language, a title, one h1 and no id twice', () => {
    expect(html).toMatch(/^<!doctype html>/i);
    expect(html).toMatch(/<html[^>]* lang="[a-z]/);
    expect(html).toMatch(/<title>[^<]{3,}<\/title>/);
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('asks for files that are there', () => {
    for (const [, address] of html.matchAll(/(?:src|href)="(\/[^"#?]*)/g)) {
      const file = join(dist, decodeURIComponent(address!));
      expect(existsSync(address!.endsWith('/') ? join(file, 'index.html') : file), address).toBe(
        true,
      );
    }
  });
});

/** The article whose length comes nearest to the 1,500 words that the budgets speak of. */
const measured = join(dist, 'posts/sleep-training-for-insomnia/index.html');
const asked = [...read(measured).matchAll(/(?:src|href)="(\/(?:_astro|fonts)\/[^"]+)"/g)].map(
  ([, address]) => join(dist, address!),
);

test('an article of 1,500 words is at most 30 KB of HTML, styles and script, and 6 KB of script', () => {
  const script = asked.filter((file) => file.endsWith('.js'));
  const styles = asked.filter((file) => file.endsWith('.css'));
  const size = (files: string[]) => files.reduce((sum, file) => sum + compressed(file), 0);
  expect(styles.length).toBeGreaterThan(0);
  expect(size([measured, ...script, ...styles])).toBeLessThanOrEqual(30 * 1024);
  expect(size(script)).toBeLessThanOrEqual(6 * 1024);
});

test('the search page brings at most 12 KB of script of its own', () => {
  const scripts = (html: string) =>
    [...html.matchAll(/<script[^>]*\ssrc="([^"]+\.js)"/g)].map(([, address]) => address!.slice(1));
  const everywhere = scripts(read(join(dist, 'help/index.html')).replace(/<exit-page.*/s, ''));
  const own = new Set(
    scripts(read(join(dist, 'search/index.html'))).filter((file) => !everywhere.includes(file)),
  );
  // What they import at once comes with them.
  for (const file of own) {
    const code = read(join(dist, file));
    for (const [, name] of code.matchAll(/\bfrom\s*["'`]\.\/([^"'`]+)/g))
      own.add(`_astro/${name!}`);
  }
  expect(own.size).toBeGreaterThan(0);
  const size = [...own].reduce((sum, file) => sum + compressed(join(dist, file)), 0);
  expect(size).toBeLessThanOrEqual(12 * 1024);
});

/** The stems of languages other than English: an algorithm for each, held to Pagefind's by a test. */
const PACKAGE = /^@orama\/stemmers\//;

test('what readers are sent comes from no package but one', () => {
  const root = join(import.meta.dirname, '..');
  const waiting = ['client', 'worker'].flatMap((folder) =>
    readdirSync(join(root, 'src', folder))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(root, 'src', folder, name)),
  );
  const seen = new Set(waiting);
  for (const file of seen) {
    const code = read(file).replace(/^import type [^;]*;/gm, '');
    for (const [, one, other] of code.matchAll(
      /^(?:import|export)\b[^;=(]*'([^']+)';|\bimport\('([^']+)'\)/gm,
    )) {
      if (PACKAGE.test((one ?? other)!)) continue;
      expect(one ?? other, file).toMatch(/^\./);
      seen.add(join(file, '..', (one ?? other)!));
    }
  }
  expect(seen.size).toBeGreaterThan(waiting.length + 20);
});

test('the pages that every publication has are those of the one list', () => {
  const ofContent = /^\/(?:posts|topics|series|sources|people|archive)\/./;
  const built = pages
    .map((file) => file.slice(dist.length).replace(/index\.html$/, ''))
    .filter((path) => path.endsWith('/') && !ofContent.test(path));
  expect(built.sort()).toEqual(FIXED_PAGES.map(({ path }) => path).toSorted());
});

test('every article on a hard subject has help lines before and behind its text', () => {
  const posts = join(CONTENT, 'posts');
  const sensitive = readdirSync(posts).filter((slug) =>
    readdirSync(join(posts, slug))
      .filter((name) => name.startsWith('index.'))
      .some((name) => /^sensitive:/m.test(read(join(posts, slug, name)))),
  );
  expect(sensitive.length).toBeGreaterThan(2);
  for (const slug of sensitive) {
    const html = read(join(dist, 'posts', slug, 'index.html'));
    const [before, after] = html.split('<div class="prose">');
    expect(before, slug).toMatch(/class="help-box"[\s\S]*href="tel:988"/);
    expect(after, slug).toMatch(/class="help-box"[\s\S]*href="tel:988"/);
  }
});

test('the fonts are at most 60 KB in all', () => {
  const fonts = filesOf(join(dist, 'fonts')).filter((file) => file.endsWith('.woff2'));
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.reduce((sum, file) => sum + readFileSync(file).length, 0)).toBeLessThanOrEqual(
    60 * 1024,
  );
});

test('the worker is at most 3 KB, and what it keeps from the start at most 350 KB', () => {
  const code = readFileSync(join(dist, 'worker.js'));
  expect(gzipSync(code).length).toBeLessThanOrEqual(3 * 1024);
  const [, json] = /^self\.shell=(\{.*?\});/.exec(code.toString())!;
  const { files } = JSON.parse(json!) as { files: Record<string, string> };
  const shell = Object.keys(files).map((path) =>
    join(dist, path === '' || path.endsWith('/') ? `${path}index.html` : path),
  );
  const sizes = shell.map((file) => statSync(file).size);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(350 * 1024);
  for (const page of ['', 'search/', 'help/', 'offline/', 'device/']) {
    expect(files).toHaveProperty([page]);
  }
});

test('the packs hold every file of the search index, byte by byte', () => {
  const { parts } = JSON.parse(read(join(dist, 'packs/table.json'))) as {
    parts: { file: string; files: [path: string, size: number][] }[];
  };
  const packed = new Set<string>();
  for (const { file, files } of parts) {
    const bytes = readFileSync(join(dist, 'packs/parts', file));
    let start = 0;
    for (const [path, size] of files) {
      packed.add(path);
      expect(bytes.subarray(start, (start += size))).toEqual(
        readFileSync(join(dist, 'pagefind', path)),
      );
    }
    expect(start).toBe(bytes.length);
  }
  const index = filesOf(join(dist, 'pagefind')).map((file) =>
    file.slice(join(dist, 'pagefind').length + 1),
  );
  expect([...packed].sort()).toEqual(index.filter((path) => !path.endsWith('.json')).sort());
});

test('nothing in the site was written by a build tool for its own ends', () => {
  const names = filesOf(dist).map((file) => file.slice(dist.length));
  expect(
    names.filter((name) => /\.map$|component-ui|modular-ui|pagefind-ui|\.prerender/.test(name)),
  ).toEqual([]);
});

describe('a site with a draft, a scheduled article and a photograph, under a sub-path', () => {
  let project: ScratchProject;
  const DRAFT = 'Marmalade sentence of the draft';
  const LATER = 'Periwinkle sentence of the future';

  beforeAll(async () => {
    project = await scratchPublication();
    const at = (path: string) => join(project.root, 'content/posts', path);
    const sound = read(at('iron-and-tiredness/index.md'))
      .replace(/^\[\^[^\]]+\]: .*$/gm, '')
      .replace(/\[\^[^\]]+\]/g, '');
    const add = (slug: string, sentence: string, change: (text: string) => string) => {
      mkdirSync(at(slug));
      const text = sound
        .replace(/^title: .*/m, `title: ${sentence}`)
        .replace(/\n## /, `\n${sentence}.\n\n## `);
      writeFileSync(at(`${slug}/index.md`), change(text));
    };
    add('a-draft', DRAFT, (text) => text.replace(/^kind:/m, 'draft: true\nkind:'));
    add('later', LATER, (text) => text.replace(/^published: .*/m, 'published: 2999-01-01'));
    add(
      'photo',
      'An article with a photograph',
      (text) => `${text}\n\n![A green field](./field.jpg)\n`,
    );
    const photo = sharp({ create: { width: 1300, height: 800, channels: 3, background: 'green' } });
    await photo
      .withExif({
        IFD0: { Artist: 'Somebody' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
      })
      .jpeg()
      .toFile(at('photo/field.jpg'));
    copyFileSync(at('photo/field.jpg'), at('a-draft/field.jpg'));
    await promisify(execFile)(process.execPath, ['scripts/build.ts'], {
      cwd: project.root,
      env: { ...ENV, BASE_PATH: '/sub', SITE_ADDRESS: 'https://other.example' },
    });
  });
  afterAll(() => project?.remove());

  const built = () => join(project.root, 'dist');

  test('neither the draft nor the scheduled article is anywhere in it', () => {
    for (const file of filesOf(built())) {
      const bytes = readFileSync(file);
      for (const sentence of [DRAFT, LATER]) expect(bytes.includes(sentence), file).toBe(false);
    }
    expect(existsSync(join(built(), 'posts/a-draft'))).toBe(false);
    expect(existsSync(join(built(), 'images/a-draft'))).toBe(false);
  });

  test('the photograph comes in sizes and forms, with none of its traces', async () => {
    const html = read(join(built(), 'posts/photo/index.html'));
    expect(html).toMatch(
      /<picture>.*type="image\/avif".*type="image\/webp".*<img[^>]*alt="A green field"[^>]*>/s,
    );
    expect(html).toMatch(
      /<img[^>]*width="1300"[^>]*height="800"|<img[^>]*height="800"[^>]*width="1300"/,
    );
    const pictures = filesOf(built()).filter((file) => /\.(?:jpe?g|webp|avif|png)$/.test(file));
    expect(pictures.some((file) => file.includes('field') && file.endsWith('.avif'))).toBe(true);
    for (const picture of pictures) {
      const tags = await exifr
        .parse(picture, { gps: true, pick: ['GPSLatitude', 'Artist'] })
        .catch(() => undefined);
      expect(Object.keys(tags ?? {}), picture).toEqual([]);
    }
  });

  test('every address in it begins with the sub-path, and leads somewhere', () => {
    for (const page of filesOf(built()).filter((file) => file.endsWith('.html'))) {
      for (const [, address] of read(page).matchAll(/\s(?:src|href|action)="(\/[^"#?]*)/g)) {
        expect(address, page).toMatch(/^\/sub\//);
        const file = join(built(), decodeURIComponent(address!.slice('/sub'.length)));
        expect(
          existsSync(address!.endsWith('/') ? join(file, 'index.html') : file),
          `${address} in ${page}`,
        ).toBe(true);
      }
      const canonical = /<link rel="canonical" href="([^"]*)"/.exec(read(page))?.[1];
      if (canonical) expect(canonical).toMatch(/^https:\/\/other\.example\/sub\//);
    }
  });
});

test('content with a fault is not built, and what was built before stays', async () => {
  const project = await scratchPublication();
  try {
    const file = join(project.root, 'content/posts/iron-and-tiredness/index.md');
    writeFileSync(file, read(file).replace(/^kind: .*/m, 'kind: nonsense'));
    const failed = await promisify(execFile)(process.execPath, ['scripts/build.ts'], {
      cwd: project.root,
      env: ENV,
    }).catch((error) => error);
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain('content/posts/iron-and-tiredness/index.md');
    expect(failed.stderr).toContain('Nothing was built');
    expect(existsSync(join(project.root, 'dist'))).toBe(false);
  } finally {
    await project.remove();
  }
});
