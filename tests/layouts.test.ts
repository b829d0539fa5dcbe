import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as readYaml, stringify } from 'yaml';
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

test('a publication with two articles and no source', async () => {
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

test('a publication with no article yet', async () => {
  await emptied();
  const page = await built();
  expect((JSON.parse(page('feed.json')) as { items: unknown[] }).items).toEqual([]);
  // The owner reads how to begin, and no page promises what is not there.
  expect(page('index.html')).toContain('npm run new');
  expect(page('index.html')).toContain('npm run dev');
  expect(page('archive/index.html')).toContain('Nothing is published here yet.');
  expect(page('sources/index.html')).toContain('No source is recorded here yet.');
  expect(page('sources/index.html')).not.toContain('sources.bib');
});

test('a publication with its site.yaml and needed pages, and nothing else', async () => {
  const content = await emptied();
  for (const part of ['people', 'glossary.yaml', 'vocabulary.yaml']) {
    rmSync(join(content, part), { recursive: true });
  }
  const file = join(content, 'site.yaml');
  const site = readYaml(readFileSync(file, 'utf8'));
  writeFileSync(file, stringify({ ...site, topics: [], series: [], questions: [] }));
  for (const name of ['about', 'how-we-check', 'privacy', 'disclaimer']) {
    writeFileSync(
      join(content, 'pages', `${name}.md`),
      `---\ntitle: ${name}\ndescription: A page.\nupdated: 2026-05-01\n---\n\nSome words.\n`,
    );
  }
  const page = await built();
  expect(page('people/index.html')).toContain('Nobody is named here yet.');
  expect(page('topics/index.html')).toContain('There is no topic yet.');
  expect(page('series/index.html')).toContain('There is no series yet.');
  for (const path of PAGES) {
    const lists =
      page(`${path}index.html`).match(/<([uo]l)\b(?![^>]* hidden)[^>]*>\s*<\/\1>/g) ?? [];
    expect(lists, path).toEqual([]);
  }
});

test('a site below a folder of its address', async () => {
  project = await scratchPublication();
  const page = await built({ BASE_PATH: '/sub/' });
  expect(page('index.html')).toContain('href="/sub/posts/');
  expect(page('posts/iron-and-tiredness/index.html')).not.toMatch(/\s(?:src|href)="\/(?!sub\/)/);
});

test('a page of the owner stands in the header and the footer where site.yaml lists it', async () => {
  project = await scratchPublication();
  const content = join(project.root, 'content');
  writeFileSync(
    join(content, 'pages/contact.md'),
    '---\ntitle: Contact\ndescription: How to reach us.\nupdated: 2026-05-01\n---\n\nBy post.\n',
  );
  const file = join(content, 'site.yaml');
  const site = readYaml(readFileSync(file, 'utf8'));
  const navigation = [
    { name: 'Topics', to: '/topics/' },
    { name: 'Contact', to: '/contact/' },
  ];
  const footer = [
    { name: 'Contact', to: '/contact/' },
    { name: 'Our clinic', to: 'https://clinic.example/' },
  ];
  writeFileSync(file, stringify({ ...site, navigation, footer }));
  const page = await built({ BASE_PATH: '/sub/' });
  const links = (html: string, label: string) =>
    [
      ...html
        .match(new RegExp(`<nav[^>]* aria-label="${label}"[^>]*>.*?</nav>`, 's'))![0]
        .matchAll(/href="([^"]+)"/g),
    ].map(([, href]) => href);
  expect(links(page('help/index.html'), 'Main')).toEqual(['/sub/topics/', '/sub/contact/']);
  expect(links(page('help/index.html'), 'About the site')).toEqual([
    '/sub/contact/',
    'https://clinic.example/',
  ]);
  expect(page('contact/index.html')).toContain('By post.');
  expect(page('sitemap.xml')).toContain('/sub/contact/');
});
