import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScratchProject } from '../scripts/scratch-project.ts';
import { build as buildOn, scratchPublication } from './publication.ts';

/**
 * A rebuild after an edit must give the same site as a build from nothing, to the byte. One project
 * keeps its caches from edit to edit (warm), the other loses them before each build (cold).
 */

let warm: ScratchProject;
let cold: ScratchProject;

beforeAll(async () => {
  warm = await scratchPublication();
  cold = await scratchPublication();
  await build(warm);
});

afterAll(async () => {
  await warm?.remove();
  await cold?.remove();
});

/** No environment publishes a draft. */
const build = ({ root }: ScratchProject) => buildOn(root, { UNPUBLISHED: 'show' });

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
    'a page and a script that are left over, by a clock that is ahead',
    ({ root }) => {
      for (const file of ['posts/left-over/index.html', '_astro/left-over.js']) {
        const path = join(root, 'dist', file);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, 'left over');
        utimesSync(path, new Date('2099-01-01'), new Date('2099-01-01'));
      }
    },
    [],
  ],
  [
    'a draft',
    ({ root }) => {
      const from = join(root, 'content/posts/new-cuff-sizes/index.md');
      const folder = join(root, 'content/posts/not-yet');
      mkdirSync(folder);
      writeFileSync(
        join(folder, 'index.md'),
        readFileSync(from, 'utf8')
          .replace(/^title: .*$/m, 'title: Not yet\ndraft: true')
          .replace(/^published: .*$/m, 'published: 2026-01-05'),
      );
    },
    [],
  ],
  [
    'a sentence of a post',
    (project) =>
      edit(project, 'posts/iron-and-tiredness/index.md', (text) =>
        text.replace('\n## ', '\nOne more sentence, about pelargoniums.\n\n## '),
      ),
    ['posts/iron-and-tiredness/index.html', 'feed.xml'],
  ],
  [
    'a title',
    (project) =>
      edit(project, 'posts/blood-pressure-at-home/index.md', (text) =>
        text.replace(/^title: .*$/m, 'title: Another title for measuring'),
      ),
    [
      'posts/blood-pressure-at-home/index.html',
      'topics/blood-pressure/index.html',
      'archive/2026/index.html',
    ],
  ],
  [
    'a tag',
    (project) =>
      edit(project, 'posts/blood-pressure-at-home/index.md', (text) =>
        text.replace(/^topics: .*$/m, 'topics: [safety]'),
      ),
    ['topics/blood-pressure/index.html', 'topics/safety/index.html', 'topics/index.html'],
  ],
  [
    'a post in MDX',
    (project) =>
      edit(project, 'posts/sleep-training-for-insomnia/index.mdx', (text) =>
        text.replace('\n## ', '\nOne more sentence, about chrysanthemums.\n\n## '),
      ),
    ['posts/sleep-training-for-insomnia/index.html'],
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
      edit(project, 'sources/harrow2023.yaml', (text) =>
        text.replace(/^title: .*$/m, "title: 'Another title of the source'"),
      ),
    [
      // Every page that cites it, or lists it.
      'posts/sleep-training-for-insomnia/index.html',
      'posts/how-sleep-training-may-work/index.html',
      'posts/alcohol-and-sleeping-tablets/index.html',
      'posts/sleep-training-for-insomnia/sources.bib',
      'sources/index.html',
      'sources/harrow2023/index.html',
    ],
  ],
  [
    'the look',
    (project) => {
      mkdirSync(join(project.root, 'content/look'));
      writeFileSync(
        join(project.root, 'content/look/logo.svg'),
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
      );
      edit(project, 'site.yaml', (text) =>
        text.replace(/^/, "look:\n  accent: '#7a2048'\n  logo: logo.svg\n"),
      );
    },
    ['posts/blood-pressure-at-home/index.html', 'og/site.png', 'manifest.webmanifest', 'worker.js'],
  ],
  [
    'the logo’s file alone',
    (project) => edit(project, 'look/logo.svg', (text) => text.replace('width="9"', 'width="18"')),
    ['posts/blood-pressure-at-home/index.html', 'help/index.html'],
  ],
  [
    'a script that the scripts of pages import',
    (project) =>
      edit(project, '../src/client/stored-packs.ts', (text) =>
        text.replace('${path}: ${response.status}', '${path} gave ${response.status}'),
      ),
    ['posts/blood-pressure-at-home/index.html', 'device/index.html', 'search/index.html'],
  ],
  [
    'a post that is taken away',
    (project) => {
      rmSync(join(project.root, 'content/posts/salt-and-blood-pressure'), { recursive: true });
      edit(project, 'posts/blood-pressure-at-home/index.md', (text) =>
        text.replaceAll('/posts/salt-and-blood-pressure/', '/topics/blood-pressure/'),
      );
    },
    ['topics/blood-pressure/index.html'],
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
    expect(Object.keys(after).filter((file) => file.includes('salt-and-blood-pressure'))).toEqual(
      [],
    );
  }
});

test('a figure changed in a source stops the warm build at each sentence that quotes it', async () => {
  const source = 'sources/harrow2023.yaml';
  edit(warm, source, (text) => text.replace('value: 58.3', 'value: 59.3'));
  const line = lineOf(warm, source, 'value: 59.3');
  const output = await build(warm).then(
    () => '',
    (fault: Error) => fault.message,
  );
  expect(output).toContain('Nothing was built');
  const quoting = [
    ['posts/sleep-training-for-insomnia/index.mdx', 'value: 58.3'],
    ['posts/how-sleep-training-may-work/index.md', '58.3%'],
    ['posts/alcohol-and-sleeping-tablets/index.md', '58.3%'],
  ] as const;
  for (const [file, words] of quoting) {
    const block = output
      .split(/\n(?=error )/)
      .find((one) => one.includes(`content/${file}:${lineOf(warm, file, words)}:`));
    expect(block, file).toContain('figure/not-in-source');
    expect(block, file).toContain(`59.3% (response, sleep training; content/${source}:${line})`);
  }
  edit(warm, source, (text) => text.replace('value: 59.3', 'value: 58.3'));
  await build(warm);
});

/** Line, from 1, of the first place of `words` in a file of `content/`, behind its front matter. */
function lineOf({ root }: ScratchProject, file: string, words: string): number {
  const text = readFileSync(join(root, 'content', file), 'utf8');
  const at = text.indexOf(words, file.endsWith('.yaml') ? 0 : text.indexOf('\n---', 4));
  if (at === -1) throw new Error(`"${words}" does not stand in ${file}.`);
  return text.slice(0, at).split('\n').length;
}
