import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  const { stdout, stderr } = await run(process.execPath, ['scripts/build.ts'], {
    cwd: root,
    // No environment publishes a draft.
    env: { ...process.env, UNPUBLISHED: 'show' },
  });
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
    'a draft',
    ({ root }) => {
      const from = join(root, 'content/posts/b-vitamins/index.md');
      const folder = join(root, 'content/posts/not-yet');
      mkdirSync(folder);
      writeFileSync(
        join(folder, 'index.md'),
        readFileSync(from, 'utf8')
          .replace(/^title: .*$/m, 'title: Not yet\ndraft: true')
          .replace(/^slugHistory: .*\n/m, ''),
      );
    },
    [],
  ],
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
    [
      // Every page that cites it, or lists it.
      'posts/ketamine-for-depression/index.html',
      'posts/the-first-two-days/index.html',
      'posts/approved-and-off-label/index.html',
      'posts/ketamine-for-depression/sources.bib',
      'sources/index.html',
      'sources/anand2023/index.html',
    ],
  ],
  [
    'a script that the scripts of pages import',
    (project) =>
      edit(project, '../src/client/stored-packs.ts', (text) =>
        text.replace('${path}: ${response.status}', '${path} gave ${response.status}'),
      ),
    ['posts/magnesium/index.html', 'device/index.html', 'search/index.html'],
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
  if (what === 'nothing changed' || what === 'a draft') expect(after).toEqual(before);
  if (what.includes('taken away')) {
    expect(Object.keys(after).filter((file) => file.includes('b-vitamins'))).toEqual([]);
  }
});

test('a figure changed in a source stops the warm build at each sentence that quotes it', async () => {
  const source = 'sources/anand2023.yaml';
  edit(warm, source, (text) => text.replace('value: 55.4', 'value: 56.4'));
  const line = lineOf(warm, source, 'value: 56.4');
  const output = await build(warm).then(
    () => '',
    (fault: { stderr: string }) => fault.stderr,
  );
  expect(output).toContain('Nothing was built');
  const quoting = [
    ['posts/ketamine-for-depression/index.mdx', 'value: 55.4'],
    ['posts/the-first-two-days/index.md', '55.4%'],
    ['posts/approved-and-off-label/index.md', '55.4%'],
  ] as const;
  for (const [file, words] of quoting) {
    const block = output
      .split(/\n(?=error )/)
      .find((one) => one.includes(`content/${file}:${lineOf(warm, file, words)}:`));
    expect(block, file).toContain('figure/not-in-source');
    expect(block, file).toContain(`56.4% (response, ketamine; content/${source}:${line})`);
  }
  edit(warm, source, (text) => text.replace('value: 56.4', 'value: 55.4'));
  await build(warm);
});

/** Line, from 1, of the first place of `words` in a file of `content/`, behind its front matter. */
function lineOf({ root }: ScratchProject, file: string, words: string): number {
  const text = readFileSync(join(root, 'content', file), 'utf8');
  const at = text.indexOf(words, file.endsWith('.yaml') ? 0 : text.indexOf('\n---', 4));
  if (at === -1) throw new Error(`"${words}" does not stand in ${file}.`);
  return text.slice(0, at).split('\n').length;
}
