import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What makes up the project apart from the author's `content/`. */
export const CODE = [
  'src',
  'public',
  'scripts',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

export interface ScratchProject {
  /** Absolute path of the copy. */
  root: string;
  /** Removes the copy. */
  remove(): Promise<void>;
}

/**
 * A copy of the project at `root` in a temporary folder, with its own caches and output and the
 * same installed packages. Benchmarks and tests change its content without touching the author's.
 * `content` is a folder to take as its content instead of the author's.
 */
export async function scratchProject(
  root: string,
  content = join(root, 'content'),
): Promise<ScratchProject> {
  const copy = await mkdtemp(join(tmpdir(), 'wellsourced-'));
  for (const part of CODE) await cp(join(root, part), join(copy, part), { recursive: true });
  await cp(content, join(copy, 'content'), { recursive: true });
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
  return { root: copy, remove: () => rm(copy, { recursive: true, force: true }) };
}
