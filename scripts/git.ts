import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';

/** Runs git and gives what it prints. Throws the last line of what it complains of. */
export type Git = (args: string[], input?: string) => string;

/** Git in a folder, with variables of the environment beside the usual ones. */
export function gitIn(folder: string, variables: Record<string, string> = {}): Git {
  return (args, input) => {
    try {
      return execFileSync('git', args, {
        cwd: folder,
        env: { ...process.env, ...variables },
        input,
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
        stdio: 'pipe',
      });
    } catch (error) {
      const { stderr, message } = error as Error & { stderr?: string };
      throw new Error(stderr?.trim().split('\n').at(-1) || message, { cause: error });
    }
  };
}

/**
 * The commit that the checkout in `folder` stands at. Throws a sentence where there is no checkout
 * with a commit, where it begins further up, or where something is not committed: nothing that is
 * then written could be undone.
 */
export function cleanCheckout(folder: string): string {
  const git = gitIn(folder);
  const said = (...args: string[]) => {
    try {
      return git(args).trim();
    } catch {
      throw new Error(
        'This folder is no git checkout with a commit: without one nothing could be undone.',
      );
    }
  };
  const commit = said('rev-parse', 'HEAD');
  const top = said('rev-parse', '--show-toplevel');
  if (realpathSync(top) !== realpathSync(folder))
    throw new Error(
      `The git checkout begins further up, in ${top}: the publication must be its top.`,
    );
  if (said('status', '--porcelain') !== '')
    throw new Error(
      'There are changes that are not committed: commit them, or put them aside with `git stash`.',
    );
  return commit;
}
