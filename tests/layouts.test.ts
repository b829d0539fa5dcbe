import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { ScratchProject } from '../scripts/scratch-project.ts';
import { build, scratchPublication } from './publication.ts';

/** Publications that differ from ours in what they have, each laid out and built from nothing. */

let project: ScratchProject | undefined;
afterEach(async () => {
  await project?.remove();
  project = undefined;
});

const PAGES = ['', 'search/', 'help/', 'about/', 'privacy/', 'archive/', 'topics/', 'sources/'];

/** What a build writes that an author could do nothing with. */
const RAW = /\[WARN\]|\[ERROR\]|does not exist or is empty|^ +at .+:\d+:\d+/m;

/** The fixture without its articles, comments and what only they need; returns its `content/`. */
async function emptied(): Promise<string> {
  project = await scratchPublication();
  const content = join(project.root, 'content');
  for (const folder of ['posts', 'sources', 'comments']) {
    rmSync(join(content, folder), { recursive: true });
  }
  return content;
}

function post(content: string, slug: string, front: string): void {
  mkdirSync(join(content, 'posts', slug), { recursive: true });
  writeFileSync(
    join(content, 'posts', slug, 'index.md'),
    `---\n${front}\nauthors: [editors]\npublished: 2026-05-01\nkind: guide\nevidence: sourced\ndisclosure: Nothing is sold here.\n---\n\nSome plain words about rest.\n\n## More words\n\nThey go on for a while.\n`,
  );
}

async function built(env: NodeJS.ProcessEnv = {}): Promise<(page: string) => string> {
  const said = await build(project!.root, env);
  expect(said).not.toMatch(RAW);
  const page = (path: string) => readFileSync(join(project!.root, 'dist', path), 'utf8');
  for (const path of PAGES) expect(page(`${path}index.html`), path).toMatch(/<h1\b/);
  for (const file of ['feed.xml', 'feed.json', 'sitemap.xml', 'worker.js', 'packs/table.json']) {
    expect(existsSync(join(project!.root, 'dist', file)), file).toBe(true);
  }
  return page;
}

// Astro's raw warnings about empty collections get through: `fails` goes when they no longer do.
test.fails('a publication with two articles and no source', async () => {
  const content = await emptied();
  post(content, 'going-to-bed', 'title: Going to bed\ndescription: When and how.\ntopics: [sleep]');
  post(content, 'getting-up', 'title: Getting up\ndescription: When and how.\ntopics: [sleep]');
  const page = await built();
  expect(page('posts/going-to-bed/index.html')).toContain('Some plain words about rest.');
  for (const path of ['index.html', 'topics/sleep/index.html', 'feed.json']) {
    expect(page(path)).toContain('Going to bed');
    expect(page(path)).toContain('Getting up');
  }
});

// The index of the search cannot be empty yet, and the build stops there.
test.fails('a publication with no article yet', async () => {
  await emptied();
  const page = await built();
  expect((JSON.parse(page('feed.json')) as { items: unknown[] }).items).toEqual([]);
});

test('a site below a folder of its address', async () => {
  project = await scratchPublication();
  const page = await built({ BASE_PATH: '/sub/' });
  expect(page('index.html')).toContain('href="/sub/posts/');
  expect(page('posts/iron-and-tiredness/index.html')).not.toMatch(/\s(?:src|href)="\/(?!sub\/)/);
});
