import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

test('a look of the owner: accent, font and logo, in the pages and without a connection', async () => {
  project = await scratchPublication();
  const content = join(project.root, 'content');
  mkdirSync(join(content, 'look'));
  // Any woff2 file will do as one of the owner's.
  const font = join(project.root, 'public/fonts/serif.woff2');
  copyFileSync(font, join(content, 'look/clinic.woff2'));
  for (const [name, colour] of Object.entries({ logo: '#7a2048', 'logo-dark': '#f0a8c8' })) {
    writeFileSync(
      join(content, `look/${name}.svg`),
      `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><!-- /home/somebody --><rect width="120" height="40" fill="${colour}"/></svg>`,
    );
  }
  const file = join(content, 'site.yaml');
  const site = readYaml(readFileSync(file, 'utf8'));
  const look = {
    accent: '#7a2048',
    fonts: { headings: 'Clinic Serif', own: [{ family: 'Clinic Serif', regular: 'clinic.woff2' }] },
    logo: { light: 'logo.svg', dark: 'logo-dark.svg' },
  };
  writeFileSync(file, stringify({ ...site, look }));
  const page = await built({ BASE_PATH: '/sub/' });

  const home = page('index.html');
  const link = (pattern: RegExp) => home.match(pattern)![1]!.slice('/sub/'.length);
  const css = page(link(/<link rel="stylesheet" href="(\/sub\/look\/[^"]+)"/));
  expect(css).toContain('--accent: light-dark(#7a2048, #');
  expect(home).not.toMatch(/<style|\sstyle="/);

  // The font is fetched at once, and the style sheet asks for the same file.
  const preloaded = link(/<link rel="preload" href="(\/sub\/look\/[^"]+\.woff2)" as="font"/);
  expect(css).toContain(`url('/sub/${preloaded}')`);
  expect(readFileSync(join(project.root, 'dist', preloaded))).toEqual(readFileSync(font));

  // The logo says the name of the site, and nothing of who drew it.
  const logos = [
    ...home.matchAll(/<img class="logo[^>]* src="\/sub\/([^"]+)"[^>]* alt="([^"]*)"/g),
  ];
  expect(logos.map(([, , alt]) => alt)).toEqual([site.name, site.name]);
  for (const [, src] of logos) expect(page(src!)).not.toContain('somebody');

  // The browser's bar and the installed site.
  expect(home).toContain('<meta name="theme-color" content="#7a2048"');
  expect(JSON.parse(page('manifest.webmanifest'))).toMatchObject({ theme_color: '#7a2048' });

  const worker = page('worker.js');
  for (const kept of [preloaded, ...logos.map(([, src]) => src!)]) expect(worker).toContain(kept);
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
