import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const FOLDERS = ['usr/sbin', 'usr/bin'];

const CACHE = join(import.meta.dirname, '../node_modules/.cache/debian');

const folderOf = (pkg: string) => join(CACHE, pkg);

/** Where the libraries lie that came with a package. */
export function debianLibraries(pkg: string): string {
  return globSync(join(folderOf(pkg), 'usr/lib/*-linux-gnu')).join(delimiter);
}

/**
 * The path of a program that tests start: an installed one, or that of a Debian package, unpacked
 * into a folder of our own and not installed, so that nothing of the system changes and no service
 * begins to run. `more` are packages
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
      // On a fresh machine the lists of packages may be missing. Those that we fetch are our own.
      mkdirSync(join(CACHE, 'lists/partial'), { recursive: true });
      const own = [
        `-oDir::State::lists=${join(CACHE, 'lists')}`,
        `-oDir::Cache=${join(CACHE, 'cache')}`,
        // The user that it would become may have no right to our folder.
        '-oAPT::Sandbox::User=root',
      ];
      run('apt-get', ...own, 'update', '-qq');
      run('apt-get', ...own, 'download', pkg, ...more);
    }
    for (const file of readdirSync(folder)) {
      if (file.endsWith('.deb')) run('dpkg-deb', '--extract', file, '.');
    }
  } catch {
    return undefined;
  }
  return find();
}
