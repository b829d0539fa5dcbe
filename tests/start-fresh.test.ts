import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ScratchProject } from '../scripts/scratch-project.ts';
import { build, ENV, scratchPublication } from './publication.ts';

/** An owner's first day: the demonstration goes, and nothing of it is missed. */

let project: ScratchProject;
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Owner', '-c', 'user.email=owner@own.example', ...args], {
    cwd: project.root,
    encoding: 'utf8',
  });
const run = (script: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`scripts/${script}.ts`, ...args],
    {
      cwd: project.root,
      env: ENV,
      encoding: 'utf8',
    },
  );
  return { status, said: stdout + stderr };
};
const text = (file: string) => readFileSync(join(project.root, file), 'utf8');

beforeEach(async () => {
  project = await scratchPublication();
  mkdirSync(join(project.root, 'tests'));
  writeFileSync(join(project.root, 'tests/demonstration.test.ts'), '// of the demonstration\n');
  writeFileSync(
    join(project.root, '.gitignore'),
    'node_modules\ndist\ndist-config\n.cache\n.astro\n',
  );
  writeFileSync(
    join(project.root, 'content/site.yaml'),
    text('content/site.yaml').replace(/^name:/m, '# The name in the header.\nname:'),
  );
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'The demonstration');
});
afterEach(() => project.remove());

test('what begins is sound, builds, and misses no article of the demonstration', async () => {
  const { status, said } = run(
    'start-fresh',
    ...['--name', 'Sugar: the facts', '--author', 'The "sugar" team', '--email', 'a@sugar.example'],
    '--yes',
  );
  expect(said).toContain('npm run new');
  expect(status).toBe(0);
  expect(existsSync(join(project.root, 'tests/demonstration.test.ts'))).toBe(false);
  expect(readdirSync(join(project.root, 'content/posts'))).toEqual(['README.md']);
  expect(readdirSync(join(project.root, 'content/sources'))).toEqual(['README.md']);
  expect(text('content/site.yaml')).toContain('# The name in the header.\nname: ');
  expect(run('check')).toEqual({ status: 0, said: expect.stringContaining('No faults') });

  git('add', '-A');
  git('commit', '-qm', 'Begin');
  expect(run('check')).toEqual({ status: 0, said: expect.stringContaining('No faults') });
  expect(run('new', 'What sugar does').status).toBe(0);
  await build(project.root);
  expect(text('dist/index.html')).toContain('Sugar: the facts');
  expect(text('dist/about/index.html')).toContain('a@sugar.example');

  // From here on an article that goes is missed again.
  const post = join(project.root, 'content/posts/what-sugar-does/index.md');
  writeFileSync(post, readFileSync(post, 'utf8').replace(/^draft: true.*\n/m, ''));
  git('add', '-A');
  git('commit', '-qm', 'Publish');
  git('rm', '-rq', 'content/posts/what-sugar-does');
  git('commit', '-qm', 'Remove');
  expect(run('check').said).toContain('post/moved');
});

test('with changes that are not committed, and without git, nothing is touched', () => {
  writeFileSync(join(project.root, 'content/notes.txt'), 'mine');
  const before = readdirSync(join(project.root, 'content/posts'));
  const changed = run('start-fresh', '--yes');
  expect(changed).toEqual({ status: 1, said: expect.stringContaining('not committed') });
  execFileSync('rm', ['-rf', '.git'], { cwd: project.root });
  const bare = run('start-fresh', '--yes');
  expect(bare).toEqual({ status: 1, said: expect.stringContaining('no git checkout') });
  expect(readdirSync(join(project.root, 'content/posts'))).toEqual(before);
});

test('git brings all of it back', () => {
  expect(run('start-fresh', '--yes').status).toBe(0);
  git('restore', '.');
  git('clean', '-dfq', 'content');
  expect(git('status', '--porcelain')).toBe('');
});
