import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scratchProject, type ScratchProject } from '../scripts/scratch-project.ts';

/**
 * A rebuild after an edit must give the same site as a build from nothing, to the byte. One project
 * keeps its caches from edit to edit (warm), the other loses them before each build (cold).
 */

const run = promisify(execFile);
let warm: ScratchProject;
let cold: ScratchProject;

beforeAll(async () => {
  warm = await scratchProject(process.cwd());
  cold = await scratchProject(process.cwd());
  await build(warm);
});

afterAll(async () => {
  await warm?.remove();
  await cold?.remove();
});

async function build({ root }: ScratchProject): Promise<string> {
  const { stdout, stderr } = await run(process.execPath, ['scripts/build.ts'], { cwd: root });
  return stdout + stderr;
}

/** Digest of each file of the built site, by its path. */
function site({ root }: ScratchProject): Record<string, string> {
  const dist = join(root, 'dist');
  return Object.fromEntries(
    readdirSync(dist, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [
        path.slice(dist.length + 1),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  );
}

function edit({ root }: ScratchProject, file: string, change: (text: string) => string): void {
  const path = join(root, 'content', file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`The edit of ${file} changed nothing.`);
  writeFileSync(path, after);
}

const edits: [what: string, change: (project: ScratchProject) => void, touches: string[]][] = [
  ['nothing changed', () => undefined, []],
  [
    'a sentence of a post',
    (project) =>
      edit(project, 'posts/omega-3/index.md', (text) =>
        text.replace('\n## ', '\nOne more sentence, about pelargoniums.\n\n## '),
      ),
    ['posts/omega-3/index.html', 'feed.xml'],
  ],
  [
    'a title',
    (project) =>
      edit(project, 'posts/magnesium/index.md', (text) =>
        text.replace(/^title: .*$/m, 'title: Another title for magnesium'),
      ),
    ['posts/magnesium/index.html', 'topics/supplements/index.html', 'archive/2026/index.html'],
  ],
  [
    'a tag',
    (project) =>
      edit(project, 'posts/magnesium/index.md', (text) =>
        text.replace(/^topics: .*$/m, 'topics: [safety]'),
      ),
    ['topics/supplements/index.html', 'topics/safety/index.html', 'topics/index.html'],
  ],
  [
    'a post in MDX',
    (project) =>
      edit(project, 'posts/ketamine-for-depression/index.mdx', (text) =>
        text.replace('\n## ', '\nOne more sentence, about chrysanthemums.\n\n## '),
      ),
    ['posts/ketamine-for-depression/index.html'],
  ],
  [
    'the glossary',
    (project) =>
      edit(project, 'glossary.yaml', (text) => text.replace(/meaning: /, 'meaning: Very ')),
    [],
  ],
  [
    'a source',
    (project) =>
      edit(project, 'sources/anand2023.yaml', (text) =>
        text.replace(/^title: .*$/m, "title: 'Another title of the source'"),
      ),
    [],
  ],
  [
    'a post that is taken away',
    (project) => {
      rmSync(join(project.root, 'content/posts/b-vitamins'), { recursive: true });
      for (const slug of ['magnesium', 'the-first-two-days']) {
        edit(project, `posts/${slug}/index.md`, (text) =>
          text.replaceAll('/posts/b-vitamins/', '/topics/supplements/'),
        );
      }
    },
    ['topics/supplements/index.html'],
  ],
];

let before: Record<string, string> | undefined;

test.each(edits)('warm equals cold after %s', async (what, change, touches) => {
  before = site(warm);
  change(warm);
  change(cold);
  await build(warm);
  rmSync(join(cold.root, 'dist'), { recursive: true, force: true });
  rmSync(join(cold.root, '.cache'), { recursive: true, force: true });
  await build(cold);
  const after = site(warm);
  expect(after).toEqual(site(cold));
  for (const file of touches) expect(after[file], file).not.toBe(before[file]);
  if (what === 'nothing changed') expect(after).toEqual(before);
  if (what.includes('taken away')) {
    expect(Object.keys(after).filter((file) => file.includes('b-vitamins'))).toEqual([]);
  }
});
