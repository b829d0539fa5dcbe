import { execFileSync } from 'node:child_process';

/**
 * Slugs that published articles had in earlier commits and that have no folder today, with the file
 * they stood in. Undefined when git cannot tell: outside a checkout, or in one that has only the
 * newest commits. Articles that were drafts whenever they were committed do not count, nor those of
 * the commit `startedFrom` and before: they were another publication's.
 */
export function formerSlugs(
  root: string,
  startedFrom?: string,
): { slug: string; file: string }[] | undefined {
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  /** A history that was begun again knows nothing of it: then all of it is the owner's. */
  const known = (commit: string) => {
    try {
      return git('rev-parse', '--verify', `${commit}^{commit}`).trim();
    } catch {
      return undefined;
    }
  };
  try {
    if (git('rev-parse', '--is-shallow-repository').trim() === 'true') return undefined;
    // The project must be the checkout itself, not a folder somewhere inside another one.
    if (git('rev-parse', '--show-prefix').trim() !== '') return undefined;
    const start = startedFrom === undefined ? undefined : known(startedFrom);
    const others = new Set(
      start ? git('ls-tree', '-r', '--name-only', start, '--', 'content/posts').split('\n') : [],
    );
    const log = git(
      'log',
      '--no-renames',
      '--diff-filter=D',
      '--name-only',
      '--format=commit %H',
      start ? `${start}..HEAD` : 'HEAD',
      '--',
      'content/posts',
    );
    const found = new Map<string, { slug: string; file: string }>();
    let commit = '';
    for (const line of log.split('\n')) {
      if (line.startsWith('commit ')) commit = line.slice(7);
      const slug = /^content\/posts\/([^/]+)\/index\.mdx?$/.exec(line)?.[1];
      if (!slug || found.has(slug) || others.has(line)) continue;
      const text = git('show', `${commit}^:${line}`);
      if (!/^draft:\s*true\s*$/m.test(text)) found.set(slug, { slug, file: line });
    }
    // What was moved and not committed yet has no deletion in the log.
    for (const file of git('ls-files', '--deleted', '--', 'content/posts').split('\n')) {
      const slug = /^content\/posts\/([^/]+)\/index\.mdx?$/.exec(file)?.[1];
      if (
        slug &&
        !found.has(slug) &&
        !others.has(file) &&
        !/^draft:\s*true\s*$/m.test(git('show', `HEAD:${file}`))
      ) {
        found.set(slug, { slug, file });
      }
    }
    return [...found.values()];
  } catch {
    return undefined;
  }
}
