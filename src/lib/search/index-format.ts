import { decodeCbor, type Cbor } from './cbor.ts';

/**
 * The files of Pagefind 1.6's index, decoded. The format is Pagefind's own and no promise: its
 * version is pinned in package.json, the signature is checked, and `tests/search` holds this reader
 * against Pagefind's client.
 */

/** Before everything that Pagefind compresses. */
const SIGNATURE = 'pagefind_dcd';

/** The version whose files are read here. */
export const FORMAT = '1.6.0';

/** What describes the index of a language. */
export interface IndexMeta {
  pages: { hash: string; words: number }[];
  /** Ranges of terms, in order. */
  chunks: { from: string; to: string; hash: string }[];
  /** Facet to the hash of its file. */
  filters: Map<string, string>;
  /** Name to page numbers in order. */
  sorts: Map<string, number[]>;
}

/** Where a term stands in a page. */
export interface Posting {
  page: number;
  /** Its places, as numbers of words from the beginning of the page's text; none where only the
   * page's metadata has the term. */
  places: number[];
  /** How heavy each place is: 1 for text, up to 7 for a first heading. */
  weights: number[];
}

/** A page's text and what is known of it. */
export interface Fragment {
  url: string;
  content: string;
  word_count: number;
  filters: Record<string, string[]>;
  meta: Record<string, string>;
  anchors: { element: string; id: string; text: string; location: number }[];
}

/** Takes the signature off. Throws a RangeError when the bytes are no file of Pagefind. */
function unsigned(bytes: Uint8Array): Uint8Array {
  const signature = new TextDecoder().decode(bytes.subarray(0, SIGNATURE.length));
  if (signature !== SIGNATURE) throw new RangeError('Not a file of a Pagefind index.');
  return bytes.subarray(SIGNATURE.length);
}

/** Reads an unpacked `.pf_meta`. Throws a RangeError for another form or version. */
export function decodeMeta(bytes: Uint8Array): IndexMeta {
  const [version, pages, chunks, filters, sorts] = list(decodeCbor(unsigned(bytes)));
  if (version !== FORMAT) throw new RangeError(`Pagefind ${String(version)}, not ${FORMAT}.`);
  return {
    pages: list(pages).map((page) => {
      const [hash, words] = list(page);
      return { hash: text(hash), words: number(words) };
    }),
    chunks: list(chunks).map((chunk) => {
      const [from, to, hash] = list(chunk);
      return { from: text(from), to: text(to), hash: text(hash) };
    }),
    filters: new Map(
      list(filters).map((filter) => {
        const [name, hash] = list(filter);
        return [text(name), text(hash)];
      }),
    ),
    sorts: new Map(
      list(sorts).map((sort) => {
        const [name, order] = list(sort);
        return [text(name), list(order).map(number)];
      }),
    ),
  };
}

/** Reads an unpacked `.pf_index`: its terms, each with what `decodePostings` reads. */
export function decodeChunk(bytes: Uint8Array): Map<string, Cbor> {
  const [words] = list(decodeCbor(unsigned(bytes)));
  return new Map(
    list(words).map((word) => {
      const [term, pages] = list(word);
      return [text(term), pages!];
    }),
  );
}

/**
 * The pages of a term, in order. Page numbers and places are written as differences; a negative
 * number says how heavy the places behind it are.
 */
export function decodePostings(pages: Cbor): Posting[] {
  let page = 0;
  return list(pages).map((entry) => {
    const [step, marks] = list(entry);
    page += number(step);
    const places: number[] = [];
    const weights: number[] = [];
    let [place, weight] = [0, 1];
    for (const mark of list(marks)) {
      const value = number(mark);
      if (value < 0) {
        weight = (-value - 1) / 24;
        place = 0;
      } else {
        place += value;
        places.push(place);
        weights.push(weight);
      }
    }
    return { page, places, weights };
  });
}

/** Reads an unpacked `.pf_filter`: each value of the facet with its pages. */
export function decodeFilter(bytes: Uint8Array): Map<string, number[]> {
  const [, values] = list(decodeCbor(unsigned(bytes)));
  return new Map(
    list(values).map((value) => {
      const [name, pages] = list(value);
      return [text(name), list(pages).map(number)];
    }),
  );
}

/** Reads an unpacked `.pf_fragment`. */
export function decodeFragment(bytes: Uint8Array): Fragment {
  return JSON.parse(new TextDecoder().decode(unsigned(bytes))) as Fragment;
}

function list(value: Cbor | undefined): Cbor[] {
  return Array.isArray(value) ? value : otherForm('list');
}

function text(value: Cbor | undefined): string {
  return typeof value === 'string' ? value : otherForm('text');
}

function number(value: Cbor | undefined): number {
  return typeof value === 'number' ? value : otherForm('number');
}

function otherForm(expected: string): never {
  throw new RangeError(`Not the form of Pagefind ${FORMAT}: no ${expected}.`);
}
