import { CborReader } from './cbor.ts';

/**
 * The files of Pagefind 1.6's index, decoded. The format is Pagefind's own and no promise: its
 * version is pinned in package.json, the signature is checked, and `tests/e2e/index-format.spec.ts`
 * holds this reader against Pagefind’s client.
 */

/** Before everything that Pagefind compresses. */
const SIGNATURE = 'pagefind_dcd';

/** How Pagefind writes the weight of a first heading, 7: as -1 - 24 × weight. */
const TITLE_MARK = -169;

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

/** Where a term stands: an entry for each page that has it, in the order of the pages. */
export interface Postings {
  pages: Uint32Array;
  /** How often the text has it; 0 where only what describes the page does, such as its picture. */
  counts: Uint32Array;
  /** 1 where the first heading has it. */
  titled: Uint8Array;
  /** The places in the page of an entry, as numbers of words from the beginning of its text. */
  places(entry: number): number[];
}

/** A range of terms. */
export interface Chunk {
  terms: string[];
  /** Of a term of the chunk; undefined for another. */
  postings(term: string): Postings | undefined;
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
  const reader = new CborReader(unsigned(bytes));
  const text = () => reader.text();
  const number = () => reader.number();
  const [, pages, chunks, filters, sorts] = reader.tuple(
    () => {
      const version = text();
      if (version !== FORMAT) throw new RangeError(`Pagefind ${version}, not ${FORMAT}.`);
    },
    () => reader.list(() => reader.tuple(text, number)),
    () => reader.list(() => reader.tuple(text, text, text)),
    () => reader.list(() => reader.tuple(text, text)),
    () => reader.list(() => reader.tuple(text, () => reader.list(number))),
  );
  return {
    pages: pages.map(([hash, words]) => ({ hash, words })),
    chunks: chunks.map(([from, to, hash]) => ({ from, to, hash })),
    filters: new Map(filters),
    sorts: new Map(sorts),
  };
}

/**
 * Opens an unpacked `.pf_index`. Its terms are decoded one by one, when they are asked for. A term
 * stands without marks; the pages that write it with them ("naïve") stand behind it, spelling by
 * spelling, and count as pages of the term.
 */
export function decodeChunk(bytes: Uint8Array): Chunk {
  const unsignedBytes = unsigned(bytes);
  const reader = new CborReader(unsignedBytes);
  // Where the pages of each term begin, of each of its spellings.
  const starts = new Map<string, number[]>();
  const pages = (of: number[]) => {
    of.push(reader.at);
    reader.skip();
  };
  reader.tuple(() =>
    reader.list(() => {
      const of: number[] = [];
      reader.tuple(
        () => starts.set(reader.text(), of),
        () => pages(of),
        () =>
          reader.list(() =>
            reader.tuple(
              () => reader.skip(),
              () => pages(of),
            ),
          ),
      );
    }),
  );
  return {
    terms: [...starts.keys()],
    postings: (term) => {
      const [first, ...others] = starts.get(term) ?? [];
      if (first === undefined) return undefined;
      return others.reduce(
        (one, start) => joined(one, decodePostings(unsignedBytes, start)),
        decodePostings(unsignedBytes, first),
      );
    },
  };
}

/**
 * The pages of a term, which begin at `start`. Page numbers and places are written as differences; a
 * negative number says how heavy the places behind it are.
 */
function decodePostings(bytes: Uint8Array, start: number): Postings {
  const reader = new CborReader(bytes, start);
  const length = reader.listLength();
  const [pages, counts] = [new Uint32Array(length), new Uint32Array(length)];
  const titled = new Uint8Array(length);
  // Where the places in each page begin.
  const marks = new Uint32Array(length);
  let page = 0;
  for (let entry = 0; entry < length; entry++) {
    // Read by hand: a term of a large site has thousands of entries.
    const values = reader.listLength();
    pages[entry] = page += reader.number();
    marks[entry] = reader.at;
    let heavy = false;
    for (let left = reader.listLength(); left > 0; left--) {
      const mark = reader.number();
      if (mark < 0) heavy = mark === TITLE_MARK;
      else {
        counts[entry]!++;
        if (heavy) titled[entry] = 1;
      }
    }
    for (let rest = values - 2; rest > 0; rest--) reader.skip();
  }
  return { pages, counts, titled, places: (entry) => placesAt(bytes, marks[entry]!) };
}

/** The pages of two spellings as those of one term. */
function joined(one: Postings, other: Postings): Postings {
  // By page, the entry in either that it has one in.
  const entries = new Map<number, { of: Postings; entry: number }[]>();
  for (const spelling of [one, other]) {
    spelling.pages.forEach((page, entry) => {
      const found = entries.get(page) ?? [];
      entries.set(page, [...found, { of: spelling, entry }]);
    });
  }
  const pages = Uint32Array.from(entries.keys()).sort();
  const counts = pages.map((page) =>
    entries.get(page)!.reduce((sum, { of, entry }) => sum + of.counts[entry]!, 0),
  );
  const titled = Uint8Array.from(pages, (page) =>
    entries.get(page)!.some(({ of, entry }) => of.titled[entry] === 1) ? 1 : 0,
  );
  const places = (at: number) =>
    entries
      .get(pages[at]!)!
      .flatMap(({ of, entry }) => of.places(entry))
      .sort((first, second) => first - second);
  return { pages, counts, titled, places };
}

function placesAt(bytes: Uint8Array, start: number): number[] {
  const reader = new CborReader(bytes, start);
  let place = 0;
  return reader
    .list(() => reader.number())
    .flatMap((mark) => {
      place = mark < 0 ? 0 : place + mark;
      return mark < 0 ? [] : [place];
    });
}

/** Reads an unpacked `.pf_filter`: each value of the facet with its pages. */
export function decodeFilter(bytes: Uint8Array): Map<string, number[]> {
  const reader = new CborReader(unsigned(bytes));
  const text = () => reader.text();
  const [, values] = reader.tuple(text, () =>
    reader.list(() => reader.tuple(text, () => reader.list(() => reader.number()))),
  );
  return new Map(values);
}

/** Reads an unpacked `.pf_fragment`. */
export function decodeFragment(bytes: Uint8Array): Fragment {
  return JSON.parse(new TextDecoder().decode(unsigned(bytes))) as Fragment;
}
