import { chunkFile, filterFile, fragmentFile } from './bundle-files.ts';
import {
  decodeChunk,
  decodeFilter,
  decodeFragment,
  type Fragment,
  type IndexMeta,
  type Chunk,
  type Postings,
} from './index-format.ts';
import { decodeGraph, type PageGraph } from './page-graph.ts';
import type { SearchLanguage } from './search-language.ts';
import type { PageIndex } from './page-index.ts';
import { Recent } from './recent.ts';
import type { Definition } from './definitions.ts';
import type { Synonym } from './synonyms.ts';
import { decodeVocabulary, partsFor, reversed, type VocabularyWord } from './vocabulary.ts';

/** Bytes of a file of the bundle, unpacked. Rejects when it does not arrive. */
export type LoadBytes = (path: string) => Promise<Uint8Array>;

/** The name of the file beside Pagefind's that says what we add to its index. */
export const ADDED_FILE = 'wellsourced.json';

/** Bytes of texts of pages and of ranges of words that stay unpacked. */
const MOST_BYTES = 32_000_000;

interface VocabularyFile {
  from: string;
  file: string;
}

/** What the planner needs beside Pagefind's index, for each language. Paths are within the bundle. */
export interface Added {
  languages: Record<
    string,
    {
      graph: string;
      /** Parts of the vocabulary in order, and of the same words reversed where there is more than one. */
      vocabulary: VocabularyFile[];
      endings: VocabularyFile[];
      /** Plain words that stand under another stem than ours. */
      stems?: Record<string, string>;
    }
  >;
  /** With several languages: for each page, the oldest first, the number of its language's index. */
  order?: string;
  /** Path of the `SearchGlossary`. */
  glossary: string;
}

/** What the search has from the glossary. */
export interface SearchGlossary {
  synonyms: Synonym[];
  definitions: Definition[];
}

export const NO_GLOSSARY: SearchGlossary = { synonyms: [], definitions: [] };

/**
 * The index of one language, whose parts are loaded when they are asked for, and kept. A part that
 * failed is asked for again.
 */
export class LoadedIndex implements PageIndex {
  readonly lengths: number[];
  readonly synonyms: Synonym[];
  readonly definitions: Definition[];
  readonly stopWords: ReadonlySet<string>[];
  readonly #stem: SearchLanguage['stem'];
  readonly #load: LoadBytes;
  readonly #meta: IndexMeta;
  readonly #added: Added['languages'][string];
  readonly #parts = new Map<string, Promise<unknown>>();
  readonly #pieces = new Recent<Promise<unknown>>(MOST_BYTES);

  constructor(
    load: LoadBytes,
    { stem, stopWords }: SearchLanguage,
    meta: IndexMeta,
    added: Added['languages'][string] | undefined,
    { synonyms, definitions }: SearchGlossary,
  ) {
    this.#stem = stem;
    this.stopWords = [stopWords];
    this.lengths = meta.pages.map(({ words }) => words);
    this.synonyms = synonyms;
    this.definitions = definitions;
    this.#load = load;
    this.#meta = meta;
    this.#added = added ?? { graph: '', vocabulary: [], endings: [] };
  }

  async postings(word: string): Promise<Postings | undefined> {
    const { stems } = this.#added;
    const term = stems && Object.hasOwn(stems, word) ? stems[word]! : this.#stem(word);
    return (await this.#chunkOf(term))?.postings(term);
  }

  async longer(start: string): Promise<{ term: string; postings: Postings }[]> {
    const chunk = await this.#chunkOf(start);
    return (chunk?.terms ?? [])
      .filter((term) => term.startsWith(start))
      .map((term) => ({ term, postings: chunk!.postings(term)! }))
      .sort(
        (a, b) => b.postings.pages.length - a.postings.pages.length || (a.term < b.term ? -1 : 1),
      );
  }

  async vocabulary(word: string): Promise<VocabularyWord[]> {
    const { vocabulary, endings } = this.#added;
    const near = [
      ...partsFor(word, vocabulary).map((part) => this.#words(part, (one) => one)),
      ...partsFor(reversed(word), endings).map((part) => this.#words(part, reversed)),
    ];
    const words = new Map((await Promise.all(near)).flat().map((one) => [one.word, one]));
    return [...words.values()];
  }

  #words({ file }: VocabularyFile, read: (word: string) => string): Promise<VocabularyWord[]> {
    return this.#part(file, (bytes) =>
      decodeVocabulary(new TextDecoder().decode(bytes)).map(({ word, pages }) => ({
        word: read(word),
        pages,
      })),
    );
  }

  async graph(): Promise<PageGraph | undefined> {
    const { graph } = this.#added;
    if (graph === '') return undefined;
    return this.#part(graph, (bytes) => decodeGraph(bytes, this.lengths.length));
  }

  async facet(name: string): Promise<Map<string, Set<number>>> {
    const hash = this.#meta.filters.get(name);
    if (hash === undefined) return new Map();
    return this.#part(
      filterFile(hash),
      (bytes) => new Map([...decodeFilter(bytes)].map(([value, pages]) => [value, new Set(pages)])),
    );
  }

  newest(): number[] {
    return this.#meta.sorts.get('published')?.toReversed() ?? this.lengths.map((_, page) => page);
  }

  async fragment(page: number): Promise<Fragment> {
    return this.#part(fragmentFile(this.#meta.pages[page]!.hash), decodeFragment, this.#pieces);
  }

  async #chunkOf(term: string): Promise<Chunk | undefined> {
    const chunk = this.#meta.chunks.findLast(({ from }) => from <= term);
    return chunk && this.#part(chunkFile(chunk.hash), decodeChunk, this.#pieces);
  }

  #part<T>(
    path: string,
    decode: (bytes: Uint8Array) => T,
    kept: Pick<Recent<Promise<unknown>>, 'get' | 'set' | 'delete'> = this.#parts,
  ): Promise<T> {
    let part = kept.get(path) as Promise<T> | undefined;
    if (!part) {
      const loaded = this.#load(path).then((bytes) => {
        // Only now is it known how much room it takes.
        kept.set(path, loaded, bytes.length);
        return decode(bytes);
      });
      loaded.catch(() => kept.delete(path));
      kept.set(path, loaded, 0);
      part = loaded;
    }
    return part;
  }
}
