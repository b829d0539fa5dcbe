import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import fc from 'fast-check';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { findBrowser } from '../scripts/find-browser.ts';
import type { ScratchProject } from '../scripts/scratch-project.ts';
import { staticFiles } from '../scripts/static-files.ts';
import { ENV, scratchPublication } from './publication.ts';

/**
 * Everything that comes from outside is text: comments, imported sources, front matter, people and
 * the glossary of a site are filled with markup, the site is built, and none of it may live on a
 * page, in a feed or in what the search shows. To the payloads that are written here come generated
 * ones; `HOSTILE_SEED=7` makes others.
 */

/** An element of this name, an attribute `on…`, or an address `hostile:` or `javascript:` has survived. */
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
  '<img src=x onerror=hostile()>',
  '[o](javascript:hostile())',
  'javascript:hostile()',
];
const ALL = PAYLOADS.join(' ');

/** What markup is made of, put together at random. */
const PIECES =
  '<|>|</|/>|"|\'|=|&|&lt;|&#60;|<!--|-->|<![CDATA[|]]>|<?|x-hostile|<x-hostile|</x-hostile>|' +
  'onhostile=|onerror=hostile()|href=hostile:x|src=hostile:|javascript:|</script>|</title>|<svg|' +
  '<math|<template>|<iframe|<base|[|](|)|`|*|_|{|}|${|\\|#|@|word|déjà|\u202e|\u200b';
const SEED = Number(process.env['HOSTILE_SEED'] ?? 20_261_125);
const generated = fc.sample(
  fc.array(fc.constantFrom(...PIECES.split('|'), '|', ' '), { minLength: 2, maxLength: 14 }),
  { numRuns: 400, seed: SEED },
);
let taken = 0;
/** A generated text, each time another. It begins with a word, so that it is never empty. */
const any = () => `Text ${generated[taken++ % generated.length]!.join('')}`;
/** The same without what ends a field of BibTeX or begins a command in it. */
const anyBibtex = () => any().replace(/[{}\\$%"@#]/g, '');
const times = <T>(count: number, make: (number: number) => T): T[] =>
  Array.from({ length: count }, (_, number) => make(number));

const run = promisify(execFile);

let project: ScratchProject;
const node = (...args: string[]) => run(process.execPath, args, { cwd: project.root, env: ENV });
const content = (path: string) => join(project.root, 'content', path);

beforeAll(async () => {
  project = await scratchPublication();
  mkdirSync(content('comments/iron-and-tiredness'), { recursive: true });
  writeFileSync(
    content('comments/iron-and-tiredness/2026-11-hostile.yaml'),
    stringify({ name: `Reader ${ALL}`.slice(0, 400), month: '2026-11', text: `${ALL}\n\n${ALL}` }),
  );
  for (const number of times(20, (at) => at)) {
    writeFileSync(
      content(`comments/iron-and-tiredness/2026-10-${number}.yaml`),
      stringify({ name: any(), month: '2026-10', text: `${any()}\n\n${any()}` }),
    );
  }
  appendFileSync(
    content('glossary.yaml'),
    `\n${stringify(
      times(20, (number) => ({
        term: `${any()} ${number}`,
        abbreviation: `YH${number}`,
        meaning: any(),
        synonyms: [any(), any()],
      })),
    )}`,
  );
  appendFileSync(
    content('glossary.yaml'),
    `\n${stringify([{ term: `hostility ${PAYLOADS[0]}`, abbreviation: 'XHST', meaning: ALL, synonyms: PAYLOADS.slice(1, 6) }])}`,
  );
  writeFileSync(
    content('people/hostile.yaml'),
    stringify({ name: `H ${PAYLOADS[1]}`, kind: 'organisation', role: ALL, bio: ALL }),
  );
  writeFileSync(
    content('people/invented.yaml'),
    stringify({
      name: any(),
      kind: 'person',
      role: any(),
      bio: any(),
      credentials: [any(), any()],
      jurisdiction: any(),
      doesNotPractise: any(),
    }),
  );
  const known = new Set(readdirSync(content('sources')));
  const entry = (key: string) =>
    `@article{${key}, author={${PAYLOADS[0]}, ${PAYLOADS[1]}}, title={T ${ALL.replace(/[{}$]/g, '')}}, journal={${PAYLOADS[4]}}, year={2020}, doi={10.1000/${key}}}`;
  const made = times(
    10,
    (number) =>
      `@article{made${number}, author={${anyBibtex()}, ${anyBibtex()}}, title={${anyBibtex()}}, journal={${anyBibtex()}}, year={2020}, doi={10.1000/made${number}}}`,
  );
  writeFileSync(join(project.root, 'hostile.bib'), [entry('hostile2020'), ...made].join('\n'));
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
      ...times(10, (number) => ({
        id: `y${number}`,
        type: 'article-journal',
        title: any(),
        author: [{ family: any(), given: any() }, { literal: any() }],
        'container-title': any(),
        volume: any(),
        page: any(),
        issued: { 'date-parts': [[2019]] },
        DOI: `10.1000/json${number}`,
      })),
    ]),
  );
  writeFileSync(
    join(project.root, 'hostile.ris'),
    [
      `TY  - JOUR\nAU  - Ris ${PAYLOADS[0]}, A.\nTI  - ${ALL}\nJO  - ${PAYLOADS[3]}\nPY  - 2018\nDO  - 10.1000/ris\nER  - \n`,
      ...times(
        10,
        (number) =>
          `TY  - JOUR\nAU  - ${any()}, A.\nTI  - ${any()}\nJO  - ${any()}\nPY  - 2018\nDO  - 10.1000/ris${number}\nER  - \n`,
      ),
    ].join('\n'),
  );
  writeFileSync(
    join(project.root, 'hostile.nbib'),
    times(
      10,
      (number) =>
        `PMID- 99${number}\nTI  - ${any()}\nFAU - ${any()}, A\nJT  - ${any()}\nDP  - 2017\nPT  - Journal Article\n`,
    ).join('\n'),
  );
  for (const kind of ['bib', 'json', 'ris', 'nbib'])
    await node('scripts/source.ts', 'add', `hostile.${kind}`);

  const sources = readdirSync(content('sources')).filter((file) => !known.has(file));
  expect(sources).toHaveLength(43);
  for (const file of sources) {
    const made = !/hostile/.test(file);
    const text = made ? any() : ALL;
    appendFileSync(
      content(`sources/${file}`),
      stringify({
        design: 'opinion',
        subject: 'none',
        population: text,
        country: [PAYLOADS[0]],
        funding: text,
        interests: text,
        note: text,
        status: { is: 'current', checked: '2026-11-01', where: text },
        findings: [
          {
            id: 'what',
            says: text,
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
  // Places within a source, and what a picture shows, are the author's own words.
  const placed = [
    ...PAYLOADS.map((one) => one.replace(/[[\]\\;{}`<>]/g, '')),
    ...times(10, () => any().replace(/[[\]\\;{}`<>]/g, '')),
  ]
    .map((place) => `It is written there.[@${sources[0]!.replace('.yaml', '')}, p. ${place}]`)
    .join('\n\n');
  const cites = sources.map((file) => `@${file.replace('.yaml', '')}`).join('; ');

  const post = readFileSync(content('posts/iron-and-tiredness/index.md'), 'utf8');
  const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(post)!;
  const changed = front!
    .replace(/^title: .*$/m, `title: ${JSON.stringify(`Hostile ${ALL}`)}`)
    .replace(/^description: (?:>-\n(?: {2}.*\n)+|.*\n)/m, `description: ${JSON.stringify(ALL)}\n`)
    .replace(/^disclosure: (?:>-\n(?: {2}.*\n)+|.*\n)/m, `disclosure: ${JSON.stringify(ALL)}\n`)
    .replace(/^authors: .*$/m, 'authors: [hostile, editors, invented]');
  const rest = changed.replace(/^(?:reviewed|changes):.*\n(?: .*\n)*/gm, '');
  const scope = `${any()} ${ALL}`;
  const changes = [
    { on: '2026-11-02', what: ALL, correction: true },
    ...times(5, () => ({ on: '2026-11-03', what: any() })),
  ];
  const write = (claims?: string) =>
    writeFileSync(
      content('posts/iron-and-tiredness/index.md'),
      `---\n${rest}\n${stringify({ reviewed: { by: 'invented', on: '2026-11-01', scope, claims }, changes })}---\n${body}\nXHST is explained.[${cites}]\n\n${placed}\n`,
    );
  write();
  // The check tells which claims a review would have to name.
  const told = await node('scripts/check.ts').catch((error: { stdout: string }) => error);
  write(/claims: '(\w{12})'/.exec(told.stdout)![1]!);
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
      if (/^on/i.test(name)) found.push(`<${tagName} ${name}>`);
      const leads =
        /^(?:href|xLinkHref|src|srcSet|action|formAction|data|poster)$/.test(name) ||
        (name === 'content' && properties['httpEquiv'] !== undefined);
      if (leads && /(?:^|[\s,;=])(?:hostile|javascript):/i.test([value].flat().join(' ')))
        found.push(`<${tagName} ${name}="${String(value)}">`);
    }
  });
  return found;
}

test('the detector detects', () => {
  expect(living(PAYLOADS[0]!)).toEqual(['<x-hostile>', '<x-hostile onhostile>']);
  for (const alive of [
    '<a href="hostile:x">y</a>',
    '<a href=" javascript:y()">y</a>',
    '<img srcset="/a.png 1x, hostile:b 2x">',
    '<svg><use xlink:href="hostile:x"/></svg>',
    '<button formaction="hostile:x">y</button>',
    '<meta http-equiv="refresh" content="0;url=javascript:y()">',
    '<img onerror="y()">',
  ])
    expect(living(alive), alive).toHaveLength(1);
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
  expect(mentioned).toBeGreaterThan(40);
});

test('no markup survives in what the search shows', async () => {
  const server = createServer(staticFiles(join(project.root, 'dist'), '/'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { executablePath, args, env } = await findBrowser();
  const browser = await chromium.launch({
    executablePath,
    args,
    env: { ...process.env, ...env } as Record<string, string>,
  });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/search/`);
    const panel = page.locator('search-page');
    const before = await page.locator('*').count();
    expect(before).toBeGreaterThan(50);
    for (const words of ['hostile', 'XHST', '<x-hostile onhostile=1>', ...PAYLOADS, any()]) {
      await panel.locator('input[type=search]').fill(words);
      await panel.locator('[role=status]', { hasText: `“${words.trim()}”` }).waitFor();
      expect(living(await panel.evaluate((one) => one.outerHTML)), words).toEqual([]);
    }
    await panel.locator('input[type=search]').fill('hostile');
    await panel.locator('ol', { hasText: 'x-hostile' }).waitFor();
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
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
  const html = readFileSync(join(project.root, 'dist/posts/iron-and-tiredness/index.html'), 'utf8');
  const [, json] = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)!;
  expect(JSON.stringify(JSON.parse(json!))).toContain('x-hostile');
});
