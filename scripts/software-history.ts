import { existsSync, lstatSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { withoutSecrets, type PackageJson } from '../src/lib/update/package-json.ts';
import type { Files, Plan } from '../src/lib/update/plan.ts';
import { gitIn, type Git } from './git.ts';

/** A version of the software, or the publication: a commit with its files. */
export interface Version {
  /** What git calls it in the repository that `git` reads. */
  commit: string;
  files: Files;
  git: Git;
}

/** Versions of the software, in a temporary repository. */
export interface History {
  git: Git;
  /** Absolute path of the repository. */
  folder: string;
  /** Whether it came from a folder without git: then it holds one version, with a commit of no meaning. */
  single: boolean;
  remove(): void;
}

const NOBODY = ['-c', 'user.name=update', '-c', 'user.email=update@localhost'];

/** The history at a git address, or in a folder. Throws a sentence where there is none. */
export function historyFrom(from: string): History {
  const folder = mkdtempSync(join(tmpdir(), 'wellsourced-update-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const git = gitIn(folder);
  try {
    if (statSync(from, { throwIfNoEntry: false })?.isDirectory() && !isRepository(from)) {
      git(['init', '--quiet', '--bare']);
      const there = gitIn(from, { GIT_DIR: folder, GIT_WORK_TREE: from });
      there(['-c', 'core.excludesFile=', 'add', '--all']);
      const tree = there(['write-tree']).trim();
      const commit = git([...NOBODY, 'commit-tree', '-m', 'Software', tree]).trim();
      git(['update-ref', 'HEAD', commit]);
      return { git, folder, single: true, remove };
    }
    git(['clone', '--quiet', '--bare', '--', from, '.']);
    return { git, folder, single: false, remove };
  } catch (error) {
    remove();
    const shown = withoutSecrets(from);
    const reason = (error as Error).message.replaceAll(from, shown);
    throw new Error(`git could not read ${shown}: ${reason.replace(/\.?$/, '.')}`, {
      cause: error,
    });
  }
}

function isRepository(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true;
  try {
    return gitIn(folder)(['rev-parse', '--git-dir']).trim() === '.';
  } catch {
    return false;
  }
}

/** The commit that a tag, branch or id names in a repository, or undefined. */
export function commitOf(git: Git, name: string): string | undefined {
  try {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
    return git(args).trim();
  } catch {
    return undefined;
  }
}

/** Tags that are numbers of a version, newest first; those of a trial version (`1.0.0-beta`) are none. */
export const releases = ({ git }: History): string[] =>
  git(['tag', '--sort=-v:refname'])
    .split('\n')
    .filter((tag) => /^v?\d+\.\d+\.\d+$/.test(tag));

/** All commits of a history, newest first. */
export const commits = ({ git }: History): string[] =>
  git(['rev-list', '--all']).split('\n').filter(Boolean);

export function versionAt(git: Git, commit: string): Version {
  const entries = git(['ls-tree', '-r', '-z', commit]).split('\0').filter(Boolean);
  const files = new Map(
    entries.map((entry) => {
      const [, mode, id, path] = /^(\d+) \w+ (\w+)\t([^]*)$/.exec(entry)!;
      return [path!, `${mode} ${id}`];
    }),
  );
  return { commit, files, git };
}

/** The text of a file of a version, or undefined. */
export const textIn = ({ git, commit, files }: Version, path: string): string | undefined =>
  files.has(path) ? git(['show', `${commit}:${path}`]) : undefined;

/** `package.json` of a version; throws a sentence where it has none, or no JSON in it. */
export function packageJsonIn(version: Version, of: string): PackageJson {
  const text = textIn(version, 'package.json');
  if (text === undefined) throw new Error(`There is no package.json in ${of}.`);
  try {
    return JSON.parse(text) as PackageJson;
  } catch (error) {
    throw new Error(`package.json in ${of} is no JSON: ${(error as Error).message}.`, {
      cause: error,
    });
  }
}

/** Paths to write where something stands that git does not know, such as an ignored file. */
export const unknownAt = (root: string, { write }: Plan, mine: Files): string[] => {
  const standsThere = (path: string, folder: boolean): boolean => {
    const found = lstatSync(join(root, path), { throwIfNoEntry: false });
    return found !== undefined && found.isDirectory() === folder;
  };
  const isBlocked = (path: string): boolean => {
    const above = dirname(path);
    if (above === '.') return false;
    return (standsThere(above, false) && !mine.has(above)) || isBlocked(above);
  };
  return write.filter((path) => !mine.has(path) && (isBlocked(path) || standsThere(path, false)));
};

/**
 * Writes a plan and the text of `package.json` into the publication in `root`, and into git's index;
 * commits nothing. All of it or nothing: when git fails half way, the checkout is put back and what
 * git complained of is thrown. The checkout must be clean.
 */
export function apply(
  root: string,
  { write, remove }: Pick<Plan, 'write' | 'remove'>,
  packageJson: string,
  next: Version,
  history: History,
): void {
  const git = gitIn(root);
  // The files of this one version, without the history that led to it.
  const ref = 'refs/heads/wellsourced-update';
  const alone = [...NOBODY, 'commit-tree', '-m', 'Software', `${next.commit}^{tree}`];
  history.git(['update-ref', ref, history.git(alone).trim()]);
  git(['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', history.folder, ref]);

  const index = gitIn(root, { GIT_INDEX_FILE: join(history.folder, 'update.index') });
  const merged = git(['hash-object', '-w', '--stdin'], packageJson).trim();
  index(['read-tree', 'HEAD']);
  const lines = [
    ...remove.map((path) => `0 ${'0'.repeat(merged.length)}\t${path}`),
    ...write.map((path) => `${next.files.get(path)!}\t${path}`),
    `100644 ${merged}\tpackage.json`,
  ];
  index(['update-index', '-z', '--index-info'], `${lines.join('\0')}\0`);
  const tree = index(['write-tree']).trim();

  // Ctrl-C ends the git that writes; what it wrote is then put back here.
  const goOn = () => {};
  process.on('SIGINT', goOn);
  try {
    git(['read-tree', '-m', '-u', 'HEAD', tree]);
  } catch (error) {
    putBack(git, tree);
    throw new Error(`git could not write the files: ${(error as Error).message}.`, {
      cause: error,
    });
  } finally {
    process.off('SIGINT', goOn);
  }
}

/** The checkout could not be put back. */
export class HalfWritten extends Error {}

/** Back to the commit, when some files of `tree` may be written. Throws `HalfWritten` if that fails. */
function putBack(git: Git, tree: string): void {
  try {
    // With the new files in the index, git knows them and removes them again.
    git(['read-tree', tree]);
    git(['reset', '--quiet', '--hard', 'HEAD']);
  } catch (error) {
    throw new HalfWritten(
      `The update is half written, and git could not put it back: ${(error as Error).message}. Run \`git reset --hard\` when what stands in its way is gone.`,
      { cause: error },
    );
  }
}
