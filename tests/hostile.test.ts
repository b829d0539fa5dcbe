import { execFile } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { scratchProject, type ScratchProject } from '../scripts/scratch-project.ts';

/**
 * Everything that comes from outside is text: comments, imported sources, front matter, people and
 * the glossary of a site are filled with markup, the site is built, and none of it may live on a
 * page, in a feed or in what the search shows.
 */

/** An element of this name, an attribute `onhostile`, or an address `hostile:` has survived. */
const PAYLOADS = [
  '<x-hostile onhostile="1">a</x-hostile>',
  '"><x-hostile>b',
  "'><x-hostile>c",
  '" onhostile="d" x="',
  '</script><x-hostile>e</script>',
  '</title></textarea></style><x-hostile>f',
  '<svg><x-hostile>g',
  '<!--><x-hostile>h-->',
  ']]><x-hostile>i',
  '&lt;x-hostile&gt;j',
  '{x-hostile}${k}`',
  '[l](hostile:alert)',
  '<hostile:m>',
  '\u202e<x-hostile>n',
];
const ALL = PAYLOADS.join(' ');
const run = promisify(execFile);

let project: ScratchProject;
const node = (...args: string[]) => run(process.execPath, args, { cwd: project.root });
const content = (path: string) => join(project.root, 'content', path);

beforeAll(async () => {
  project = await scratchProject(process.cwd());
  mkdirSync(content('comments/omega-3'), { recursive: true });
  writeFileSync(
    content('comments/omega-3/2026-11-hostile.yaml'),
    stringify({ name: `Reader ${ALL}`.slice(0, 400), month: '2026-11', text: `${ALL}\n\n${ALL}` }),
  );
  appendFileSync(
    content('glossary.yaml'),
    `\n${stringify([{ term: `hostility ${PAYLOADS[0]}`, abbreviation: 'XHST', meaning: ALL, synonyms: PAYLOADS.slice(1, 6) }])}`,
  );
  writeFileSync(
    content('people/hostile.yaml'),
    stringify({ name: `H ${PAYLOADS[1]}`, kind: 'organisation', role: ALL, bio: ALL }),
  );
  const entry = (key: string) =>
    `@article{${key}, author={${PAYLOADS[0]}, ${PAYLOADS[1]}}, title={T ${ALL.replace(/[{}$]/g, '')}}, journal={${PAYLOADS[4]}}, year={2020}, doi={10.1000/${key}}}`;
  writeFileSync(join(project.root, 'hostile.bib'), entry('hostile2020'));
  writeFileSync(
    join(project.root, 'hostile.json'),
    JSON.stringify([
      {
        id: 'x',
        type: 'article-journal',
        title: ALL,
        author: [{ family: `Csl ${PAYLOADS[0]}`, given: PAYLOADS[2] }],
        'container-title': PAYLOADS[5],
        issued: { 'date-parts': [[2019]] },
        DOI: '10.1000/csl',
        URL: 'https://example.org/"><x-hostile>',
      },
    ]),
  );
  writeFileSync(
    join(project.root, 'hostile.ris'),
    `TY  - JOUR\nAU  - Ris ${PAYLOADS[0]}, A.\nTI  - ${ALL}\nJO  - ${PAYLOADS[3]}\nPY  - 2018\nDO  - 10.1000/ris\nER  - \n`,
  );
  for (const kind of ['bib', 'json', 'ris'])
    await node('scripts/source.ts', 'add', `hostile.${kind}`);

  const sources = readdirSync(content('sources')).filter((file) => file.includes('hostile'));
  expect(sources).toHaveLength(3);
  for (const file of sources) {
    appendFileSync(
      content(`sources/${file}`),
      stringify({
        design: 'opinion',
        subject: 'none',
        population: ALL,
        country: [PAYLOADS[0]],
        funding: ALL,
        status: { is: 'current', checked: '2026-11-01', where: ALL },
        findings: [
          {
            id: 'what',
            says: ALL,
            certainty: 'not graded',
            direction: 'none',
            seen: 'abstract',
            by: 'hostile',
            on: '2026-11-01',
          },
        ],
      }),
    );
  }
  const cites = sources.map((file) => `@${file.replace('.yaml', '')}`).join('; ');

  const post = readFileSync(content('posts/omega-3/index.md'), 'utf8');
  const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(post)!;
  const changed = front!
    .replace(/^title: .*$/m, `title: ${JSON.stringify(`Hostile ${ALL}`)}`)
    .replace(/^description: (?:>-\n(?: {2}.*\n)+|.*\n)/m, `description: ${JSON.stringify(ALL)}\n`)
    .replace(/^disclosure: (?:>-\n(?: {2}.*\n)+|.*\n)/m, `disclosure: ${JSON.stringify(ALL)}\n`)
    .replace(/^authors: .*$/m, 'authors: [hostile, editors]');
  writeFileSync(
    content('posts/omega-3/index.md'),
    `---\n${changed}\n---\n${body}\nXHST is explained.[${cites}]\n`,
  );
  await node('scripts/build.ts').catch(({ stderr }: { stderr: string }) => {
    throw new Error(stderr);
  });
});
afterAll(() => project?.remove());

/** What of it lives in a piece of HTML. */
function living(html: string): string[] {
  const found: string[] = [];
  visit(fromHtml(html), 'element', ({ tagName, properties }) => {
    if (/hostile/.test(tagName)) found.push(`<${tagName}>`);
    for (const [name, value] of Object.entries(properties)) {
      if (/^onhostile/i.test(name)) found.push(`<${tagName} ${name}>`);
      if (/^(?:href|src|action)$/.test(name) && /^\s*(?:hostile|javascript):/i.test(String(value)))
        found.push(`<${tagName} ${name}="${String(value)}">`);
    }
  });
  return found;
}

test('the detector detects', () => {
  expect(living(PAYLOADS[0]!)).toEqual(['<x-hostile>', '<x-hostile onhostile>']);
  expect(living('<a href="hostile:x">y</a>')).toHaveLength(1);
});

test('no markup survives on any page', () => {
  const dist = join(project.root, 'dist');
  let mentioned = 0;
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.html')) continue;
    const html = readFileSync(join(dist, file), 'utf8');
    if (html.includes('x-hostile')) mentioned++;
    expect(living(html), file).toEqual([]);
  }
  // The article, its comment, lists that name it, the person: as text they are there.
  expect(mentioned).toBeGreaterThan(5);
});

test('no markup survives in a feed', () => {
  const feed = JSON.parse(readFileSync(join(project.root, 'dist/feed.json'), 'utf8')) as {
    items: { content_html: string }[];
  };
  expect(JSON.stringify(feed)).toContain('x-hostile');
  for (const { content_html } of feed.items) expect(living(content_html)).toEqual([]);
  const atom = readFileSync(join(project.root, 'dist/feed.xml'), 'utf8');
  expect(atom).not.toMatch(/<x-hostile|<hostile:/);
});

test('structured data stays data', () => {
  const html = readFileSync(join(project.root, 'dist/posts/omega-3/index.html'), 'utf8');
  const [, json] = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)!;
  expect(JSON.stringify(JSON.parse(json!))).toContain('x-hostile');
});
