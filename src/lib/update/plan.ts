import { isAmong, MERGED, NPMS, OWNERS, OWNERS_ONCE_CHANGED } from './owners.ts';

/** The files of a version: path, and what stands there (git's mode and id, or any other digest). */
export type Files = ReadonlyMap<string, string>;

export interface Versions {
  /** What the owner's publication was made from. */
  base: Files;
  /** The owner's publication. */
  mine: Files;
  /** The later version of the software. */
  next: Files;
}

/** A file of the software that is no longer as the software had it. */
export interface Change {
  path: string;
  /** `added`: the owner's own file, where the later version has one. */
  by: 'changed' | 'removed' | 'added';
  /** Whether the later version has another one than the base, too. */
  both: boolean;
}

export interface Plan {
  /** Paths to write as the later version has them. */
  write: string[];
  /** Paths to remove, because the later version has them no more. */
  remove: string[];
  /** What stands in the way, sorted: writing over these takes the owner's leave. */
  changed: Change[];
  /** The owner's, left alone, though the later version has changed them. */
  kept: string[];
}

/**
 * What an update does. `keep` lists files and folders that the owner has taken over. With `replace`
 * what the owner changed in the software is written over; it is listed all the same. Pure.
 */
export function planUpdate(
  { base, mine, next }: Versions,
  { keep = [], replace = false }: { keep?: string[]; replace?: boolean } = {},
): Plan {
  const plan: Plan = { write: [], remove: [], changed: [], kept: [] };
  const theirs = [...OWNERS_ONCE_CHANGED, ...keep];
  for (const path of [...new Set([...base.keys(), ...next.keys()])].sort()) {
    if (path === MERGED || isAmong(path, OWNERS)) continue;
    const [was, is, will] = [base.get(path), mine.get(path), next.get(path)];
    const both = was !== will;
    if (is === will) continue;
    if (is !== was && path !== NPMS) {
      if (isAmong(path, theirs)) {
        if (both) plan.kept.push(path);
        continue;
      }
      const by = is === undefined ? 'removed' : was === undefined ? 'added' : 'changed';
      plan.changed.push({ path, by, both });
      if (!replace) continue;
    }
    (will === undefined ? plan.remove : plan.write).push(path);
  }
  return plan;
}

/** Entries of `keep` that name nothing in any version: slips of the pen. */
export function unknownKeeps(keep: string[], { base, mine, next }: Versions): string[] {
  const paths = [...base.keys(), ...mine.keys(), ...next.keys()];
  return keep.filter((one) => !paths.some((path) => isAmong(path, [one])));
}
