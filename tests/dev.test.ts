import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScratchProject } from '../scripts/scratch-project.ts';
import { ENV, scratchPublication } from './publication.ts';

/** What an author sees in `npm run dev`. */

let project: ScratchProject;
let server: ChildProcess;
let output = '';
let address = '';

beforeAll(async () => {
  project = await scratchPublication();
  server = spawn(process.execPath, ['scripts/dev.ts'], {
    cwd: project.root,
    // Not those of a test: Astro would not serve pages.
    env: { ...ENV, NODE_ENV: 'development', VITEST: undefined },
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

const ARTICLE = 'content/posts/sleep-training-for-insomnia/index.mdx';

test('pages have their styles: the policy of the built site would refuse those of Vite', async () => {
  const page = await fetch(`${address}/posts/sleep-training-for-insomnia/`);
  const html = await page.text();
  expect(html).toContain('<style');
  expect(html).not.toContain('Content-Security-Policy');
});

test('a fault is told in the terminal and to the panel of the page, beside its sentence', async () => {
  const path = join(project.root, ARTICLE);
  const panel = async () =>
    (await (await fetch(`${address}/__check?slug=sleep-training-for-insomnia`)).json()) as {
      rule: string;
      near?: string;
    }[];
  expect(await panel()).toEqual([]);

  const source = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    source.replace('With training 41% reached it', 'With training 42% reached it'),
  );
  await until(() => (output.includes('"42%" is not recorded for ostrom2022') ? true : undefined));
  expect(await panel()).toContainEqual(
    expect.objectContaining({
      rule: 'figure/not-in-source',
      near: expect.stringContaining('With training 42%'),
    }),
  );

  writeFileSync(path, source);
  await until(() =>
    /No faults|0 errors/.test(output.slice(output.lastIndexOf('42%'))) ? true : undefined,
  );
  expect(await panel()).toEqual([]);
});
