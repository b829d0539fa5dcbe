import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { CODE, scratchProject, type ScratchProject } from '../scripts/scratch-project.ts';

/**
 * The publication that the tests read: invented, with every feature of the software. What the author
 * of this site has in `content/` is no matter to them.
 */

const root = join(import.meta.dirname, '..');

/** Its content, in the shape of `content/`. */
export const CONTENT = join(import.meta.dirname, 'fixtures/publication');

/** The day on which it is built: its draft and scheduled article, and what is overdue, depend on it. */
export const BUILD_DAY = '2026-11-27';

/** The environment of every command that reads or builds it: nothing of where the author's site lies. */
export const ENV: NodeJS.ProcessEnv = {
  ...process.env,
  BUILD_DAY,
  BASE_PATH: undefined,
  SITE_ADDRESS: undefined,
};

const project = join(root, '.cache/publication');

/** Its built site. */
export const dist = join(project, 'dist');

/** What the build writes for hosts. */
export const distConfig = join(project, 'dist-config');

/**
 * Lays the publication out below `.cache/` and builds it. What the last build kept is used again.
 * Throws with what the build wrote when it fails.
 */
export async function buildPublication(): Promise<void> {
  mkdirSync(project, { recursive: true });
  for (const part of [...CODE, 'content', 'node_modules']) {
    rmSync(join(project, part), { recursive: true, force: true });
  }
  for (const part of CODE) cpSync(join(root, part), join(project, part), { recursive: true });
  cpSync(CONTENT, join(project, 'content'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
  await build(project);
}

/** A copy of the publication that a test can change. */
export const scratchPublication = (): Promise<ScratchProject> => scratchProject(root, CONTENT);

/** Builds a project on the fixed day; resolves with what it wrote, rejects with it. */
export function build(folder: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/build.ts'], {
      cwd: folder,
      env: { ...ENV, NODE_ENV: 'production', ...env },
    });
    let said = '';
    child.stdout.on('data', (text) => (said += text));
    child.stderr.on('data', (text) => (said += text));
    child.on('close', (code) => (code === 0 ? resolve(said) : reject(new Error(said))));
  });
}
