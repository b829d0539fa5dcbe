import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const FOLDERS = ['usr/sbin', 'usr/bin'];

const folderOf = (pkg: string) => join(import.meta.dirname, '../node_modules/.cache/debian', pkg);

/** Where the libraries lie that came with a package. */
export function debianLibraries(pkg: string): string {
  return globSync(join(folderOf(pkg), 'usr/lib/*-linux-gnu')).join(delimiter);
}

/**
 * The path of a program that tests start: an installed one, or that of a Debian package, unpacked
 * into a folder of our own and not installed, so that no service begins to run. `more` are packages
 * of libraries that it needs, which are found with `LD_LIBRARY_PATH` set to `debianLibraries(pkg)`.
 * Undefined where neither can be had.
 */
export function debianTool(name: string, pkg = name, more: string[] = []): string | undefined {
  const folder = folderOf(pkg);
  const find = () =>
    [
      ...(process.env['PATH'] ?? '').split(delimiter),
      '/usr/sbin',
      ...FOLDERS.map((below) => join(folder, below)),
    ]
      .map((below) => join(below, name))
      .find((path) => existsSync(path));
  const there = find();
  if (there || !existsSync('/usr/bin/apt-get')) return there;
  mkdirSync(folder, { recursive: true });
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd: folder, stdio: 'ignore' });
  try {
    try {
      run('apt-get', 'download', pkg, ...more);
    } catch {
      // On a fresh machine the lists of packages may be missing, and only root may fetch them.
      run('apt-get', 'update', '-qq');
      run('apt-get', 'download', pkg, ...more);
    }
    for (const file of readdirSync(folder)) {
      if (file.endsWith('.deb')) run('dpkg-deb', '--extract', file, '.');
    }
  } catch {
    return undefined;
  }
  return find();
}
