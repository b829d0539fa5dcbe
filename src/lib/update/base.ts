import { isAmong, MERGED, NPMS, OWNERS } from './owners.ts';
import type { Files } from './plan.ts';

/** Share of a version's files that must be found unchanged for it to be taken as the base. */
const LEAST = 0.5;

/**
 * The version that a publication was made from, judged by its files: the one of which most are there
 * unchanged, less those that are not. Of versions that are equally alike the first is taken, so
 * give the newest first. Undefined when none is alike. Pure.
 */
export function mostAlike<V extends { files: Files }>(
  mine: Files,
  versions: Iterable<V>,
): V | undefined {
  let best: { version: V; score: number } | undefined;
  for (const version of versions) {
    const files = [...version.files].filter(([path]) => !isAmong(path, [...OWNERS, MERGED, NPMS]));
    const same = files.filter(([path, id]) => mine.get(path) === id).length;
    const score = 2 * same - files.length;
    if (same > files.length * LEAST && score > (best?.score ?? 0)) best = { version, score };
  }
  return best?.version;
}
