import { decodeCbor, type Cbor } from './cbor.ts';

/** Before everything that Pagefind compresses. */
const SIGNATURE = 'pagefind_dcd';

/** Digits of a hash in a file's name. Pagefind takes more only where two would be the same. */
const HASH_DIGITS = 7;

/** `pagefind-entry.json`, as far as it is read here. */
export interface BundleEntry {
  languages: Record<string, { hash: string; wasm: string | null; page_count: number }>;
}

/** The files of a bundle that every language shares, and those of each. Paths within the bundle. */
export function entryFiles({ languages }: BundleEntry): string[] {
  return [
    'pagefind.js',
    'pagefind-entry.json',
    ...Object.values(languages).flatMap(({ hash, wasm }) => [
      metaFile(hash),
      `wasm.${wasm ?? 'unknown'}.pagefind`,
    ]),
  ];
}

/** The file that describes the index of a language. */
export function metaFile(hash: string): string {
  return `pagefind.${hash}.pf_meta`;
}

/**
 * The hashed files that the index of one language consists of, each with what it holds: a page (by
 * its number), a range of words, or a facet. `meta` is the unpacked `.pf_meta` of Pagefind 1.6.
 * Throws a RangeError when it has another form.
 */
export function indexFiles(meta: Uint8Array): Map<string, string> {
  const signature = new TextDecoder().decode(meta.subarray(0, SIGNATURE.length));
  if (signature !== SIGNATURE) throw new RangeError('Not a description of a Pagefind index.');
  const [, pages, chunks, filters] = list(decodeCbor(meta.subarray(SIGNATURE.length)));
  const files = new Map<string, string>();
  list(pages).forEach((page, number) => {
    files.set(`fragment/${text(list(page)[0])}.pf_fragment`, `page ${number}`);
  });
  for (const chunk of list(chunks)) {
    const [from, to, hash] = list(chunk);
    files.set(`index/${text(hash)}.pf_index`, `words ${text(from)} ${text(to)}`);
  }
  for (const filter of list(filters)) {
    const [name, hash] = list(filter);
    files.set(`filter/${text(hash)}.pf_filter`, `facet ${text(name)}`);
  }
  return files;
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

function list(value: Cbor | undefined): Cbor[] {
  if (!Array.isArray(value))
    throw new RangeError('Not the form of Pagefind 1.6: a list is missing.');
  return value;
}

function text(value: Cbor | undefined): string {
  if (typeof value !== 'string') throw new RangeError('Not the form of Pagefind 1.6: no text.');
  return value;
}
