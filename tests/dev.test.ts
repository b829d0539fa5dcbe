import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scratchProject, type ScratchProject } from '../scripts/scratch-project.ts';

/** What an author sees in `npm run dev`. */

let project: ScratchProject;
let server: ChildProcess;
let output = '';
let address = '';

beforeAll(async () => {
  project = await scratchProject(process.cwd());
  server = spawn(process.execPath, ['scripts/dev.ts'], {
    cwd: project.root,
    // Not those of a test: Astro would not serve pages.
    env: { ...process.env, NODE_ENV: 'development', VITEST: undefined },
  });
  server.stdout!.on('data', (chunk) => (output += chunk));
  server.stderr!.on('data', (chunk) => (output += chunk));
  address = await until(() => /http:\/\/localhost:\d+/.exec(output)?.[0]);
});

afterAll(async () => {
  server?.kill();
  await project?.remove();
});

async function until<T>(look: () => T | undefined): Promise<T> {
  for (let tries = 0; tries < 600; tries++) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`It did not come to pass.\n${output.slice(-2000)}`);
}

const ARTICLE = 'content/posts/ketamine-for-depression/index.mdx';

test('pages have their styles: the policy of the built site would refuse those of Vite', async () => {
  const page = await fetch(`${address}/posts/ketamine-for-depression/`);
  const html = await page.text();
  expect(html).toContain('<style');
  expect(html).not.toContain('Content-Security-Policy');
});

test('a fault is told in the terminal and to the panel of the page, beside its sentence', async () => {
  const path = join(project.root, ARTICLE);
  const panel = async () =>
    (await (await fetch(`${address}/__check?slug=ketamine-for-depression`)).json()) as {
      rule: string;
      near?: string;
    }[];
  expect(await panel()).toEqual([]);

  const source = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    source.replace('With ketamine 46% reached it', 'With ketamine 47% reached it'),
  );
  await until(() => (output.includes('"47%" is not recorded for ekstrand2022') ? true : undefined));
  expect(await panel()).toContainEqual(
    expect.objectContaining({
      rule: 'figure/not-in-source',
      near: expect.stringContaining('With ketamine 47%'),
    }),
  );

  writeFileSync(path, source);
  await until(() =>
    /No faults|0 errors/.test(output.slice(output.lastIndexOf('47%'))) ? true : undefined,
  );
  expect(await panel()).toEqual([]);
});
