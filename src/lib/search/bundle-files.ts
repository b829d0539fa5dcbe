import { decodeMeta } from './index-format.ts';

/** Digits of a hash in a file's name. Pagefind takes more only where two would be the same. */
const HASH_DIGITS = 7;

/** `pagefind-entry.json`, as far as it is read here. */
export interface BundleEntry {
  languages: Record<string, { hash: string; page_count: number }>;
}

/**
 * The files of a bundle that every language shares, and those of each. Paths within the bundle.
 * Pagefind's client and its engine are not among them: `loaded-index.ts` reads the index itself.
 */
export function entryFiles({ languages }: BundleEntry): string[] {
  return ['pagefind-entry.json', ...Object.values(languages).map(({ hash }) => metaFile(hash))];
}

/** The file that describes the index of a language. */
export function metaFile(hash: string): string {
  return `pagefind.${hash}.pf_meta`;
}

export const fragmentFile = (hash: string) => `fragment/${hash}.pf_fragment`;
export const chunkFile = (hash: string) => `index/${hash}.pf_index`;
export const filterFile = (hash: string) => `filter/${hash}.pf_filter`;

/**
 * The hashed files that the index of one language consists of, each with what it holds: a page (by
 * its number), a range of words, or a facet. `meta` is the unpacked `.pf_meta` of Pagefind 1.6.
 * Throws a RangeError when it has another form.
 */
export function indexFiles(meta: Uint8Array): Map<string, string> {
  const { pages, chunks, filters } = decodeMeta(meta);
  return new Map([
    ...pages.map(({ hash }, number) => [fragmentFile(hash), `page ${number}`] as const),
    ...chunks.map(({ from, to, hash }) => [chunkFile(hash), `words ${from} ${to}`] as const),
    ...[...filters].map(([name, hash]) => [filterFile(hash), `facet ${name}`] as const),
  ]);
}

/**
 * Whether a bundle written over an older one may have kept a wrong file. Pagefind does not write a
 * file whose name is there already, and a name is only the first 28 bits of a hash: two texts that
 * share them would be taken for one. That shows in a name that holds something else than before, or
 * in a longer name, which Pagefind gives when two meet in one index.
 */
export function mayBeMixed(before: Map<string, string>, after: Map<string, string>): boolean {
  const usual = new RegExp(String.raw`/[^/]*_[0-9a-f]{${HASH_DIGITS}}\.`);
  if ([...before.keys(), ...after.keys()].some((name) => !usual.test(name))) return true;
  return [...after].some(([name, holds]) => before.has(name) && before.get(name) !== holds);
}
