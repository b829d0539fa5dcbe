/**
 * What breaks when Astro compiles `.mdx` (see ../0003-mdx.md), on the smallest site that shows it.
 *
 *   node docs/decisions/0003-mdx/reproduce.ts
 *
 * Makes a site of two articles in a temporary folder, installs Astro and `@astrojs/mdx` there (it
 * needs the network), builds it four times, and prints what was promised and what was found. Exits
 * with 0 when all four promises are broken as the decision says, else with 1: then read it again.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { mdx } from '../../../src/markdown/parsers.ts';
import { proseText } from '../../../src/markdown/text.ts';

const ARTICLE = `---
title: A
---

import Widget from '../Widget.astro';

In the trial {40 + 44}% responded.

<Widget />
`;

const FILES = {
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: { astro: '7.3.5', '@astrojs/mdx': '8.0.2' },
  }),
  'astro.config.mjs': `
    import mdx from '@astrojs/mdx';
    export default {
      integrations: [mdx()],
      cacheDir: './.cache',
      experimental: { incrementalBuild: true },
    };`,
  'src/content.config.ts': `
    import { defineCollection } from 'astro:content';
    import { glob } from 'astro/loaders';
    const loader = glob({ base: 'src/posts', pattern: '*.{md,mdx}' });
    export const collections = { posts: defineCollection({ loader }) };`,
  // The key is the digest of the article, as it is here of all that its page shows.
  'src/pages/[slug].astro': `---
    import { getCollection, render } from 'astro:content';
    export async function getStaticPaths() {
      return (await getCollection('posts')).map((post) => ({
        params: { slug: post.id }, props: { post }, cacheKey: post.digest,
      }));
    }
    const { Content } = await render(Astro.props.post);
---
<Content />`,
  'src/Widget.astro': `---
    import { getCollection } from 'astro:content';
    const { length } = await getCollection('posts');
---
<p>Of {length} articles, 91.7% agree.</p>
<script is:inline>document.title = 'run';</script>`,
  'src/posts/a.mdx': ARTICLE,
  'src/posts/b.md': '---\ntitle: B\n---\n\nAnother article.\n',
};

const root = mkdtempSync(join(tmpdir(), 'mdx-'));
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};

/** Runs a command in the site; gives its code and all that it printed. */
function run(command: string, ...args: string[]): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  return { code: status, output: `${stdout}${stderr}` };
}
const build = () => run(process.execPath, 'node_modules/astro/bin/astro.mjs', 'build');

/** Builds and gives the page of the article. */
function page(): string {
  const { code, output } = build();
  if (code !== 0) throw new Error(output);
  return readFileSync(join(root, 'dist/a/index.html'), 'utf8');
}
const figuresOf = (text: string) => text.match(/\d+(?:\.\d+)?%/g) ?? [];

/** Prints a promise and what was found; gives whether the promise is broken. */
function report(promise: string, found: string, broken: boolean): boolean {
  console.log(`${broken ? 'broken' : 'KEPT  '}  ${promise}\n        ${found}`);
  return broken;
}

try {
  for (const [file, text] of Object.entries(FILES)) write(file, text);
  const installed = run('npm', 'install', '--no-audit', '--no-fund');
  if (installed.code !== 0) throw new Error(installed.output);

  const first = page();
  const read = figuresOf(proseText(mdx.parse(ARTICLE.replace(/^---[^]*?---/, ''))));
  const shown = figuresOf(first);
  const inline = /<script>[^<]+/.exec(first)?.[0];
  rmSync(join(root, 'src/posts/b.md'));
  const articles = (html: string) => /Of (\d+) articles/.exec(html)?.[1];
  const warm = articles(page());
  for (const folder of ['dist', '.cache']) rmSync(join(root, folder), { recursive: true });
  const cold = articles(page());
  write('src/posts/a.mdx', ARTICLE.replace('{40 + 44}', '{missing.figure}'));
  const fault = build().output;

  const broken = [
    report(
      'Each figure of the article is checked before the build.',
      `The file, read without running it, has ${read.length} figures; the page has ${shown.join(', ')}.`,
      read.length < shown.length,
    ),
    report(
      'A warm build equals a cold one.',
      `An article was taken away. The page counts ${warm} warm, ${cold} cold.`,
      warm !== cold,
    ),
    report(
      'A page has no inline script, which the policy refuses.',
      inline ? `Built without a word: ${inline}` : 'The page has none.',
      inline !== undefined,
    ),
    report(
      'A fault has its file and line.',
      `Line 7 of a.mdx is reported as: ${/at .*\(.*\/([^/]*\.mjs:\d+:\d+)\)/.exec(fault)?.[1] ?? fault.slice(-400)}`,
      !/a\.mdx:7\b/.test(fault),
    ),
  ];
  if (broken.includes(false)) process.exitCode = 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}
