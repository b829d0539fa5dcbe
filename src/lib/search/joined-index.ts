import type { Fragment, Postings } from './index-format.ts';
import type { LoadedIndex } from './loaded-index.ts';
import type { PageGraph } from './page-graph.ts';
import type { PageIndex } from './page-index.ts';
import type { VocabularyWord } from './vocabulary.ts';

/**
 * The indexes of several languages as one: each looks a word up under its own stem, and the pages
 * of all stand in one ranking. The pages of an index are numbered behind those of the one before.
 * `order` names the index of each page, the oldest page first.
 */
export class JoinedIndex implements PageIndex {
  readonly lengths: number[];
  readonly #indexes: LoadedIndex[];
  readonly #starts: number[] = [];
  readonly #order: number[];

  constructor(indexes: LoadedIndex[], order: number[]) {
    this.#indexes = indexes;
    this.#order = order;
    this.lengths = [];
    for (const { lengths } of indexes) {
      this.#starts.push(this.lengths.length);
      this.lengths.push(...lengths);
    }
  }

  get synonyms() {
    return this.#indexes[0]!.synonyms;
  }

  get definitions() {
    return this.#indexes[0]!.definitions;
  }

  get stopWords() {
    return this.#indexes.flatMap(({ stopWords }) => stopWords);
  }

  async postings(word: string): Promise<Postings | undefined> {
    const all = await this.#each((index) => index.postings(word));
    const found = all.flatMap((of, at) => (of ? [this.#moved(of, at)] : []));
    return found.length > 1 ? chained(found) : found[0];
  }

  async longer(start: string) {
    const all = await this.#each((index) => index.longer(start));
    const found = all.flatMap((of, at) =>
      of.map(({ term, postings }) => ({ term, postings: this.#moved(postings, at) })),
    );
    return found.sort((a, b) => b.postings.pages.length - a.postings.pages.length);
  }

  async vocabulary(word: string): Promise<VocabularyWord[]> {
    const pages = new Map<string, number>();
    for (const one of (await this.#each((index) => index.vocabulary(word))).flat()) {
      pages.set(one.word, (pages.get(one.word) ?? 0) + one.pages);
    }
    return [...pages].map(([found, count]) => ({ word: found, pages: count }));
  }

  async graph(): Promise<PageGraph | undefined> {
    const graphs = await this.#each((index) => index.graph());
    const each = Math.max(0, ...graphs.map((graph) => graph?.each ?? 0));
    const pages = new Uint32Array(this.lengths.length * each);
    const likeness = new Float32Array(pages.length);
    graphs.forEach((graph, at) => {
      if (graph?.each !== each) return;
      const start = this.#starts[at]!;
      pages.set(
        graph.pages.map((page) => page + start),
        start * each,
      );
      likeness.set(graph.likeness, start * each);
    });
    return each === 0 ? undefined : { each, pages, likeness };
  }

  async facet(name: string): Promise<Map<string, Set<number>>> {
    const joined = new Map<string, Set<number>>();
    (await this.#each((index) => index.facet(name))).forEach((values, at) => {
      for (const [value, pages] of values) {
        const all = joined.get(value) ?? new Set();
        for (const page of pages) all.add(page + this.#starts[at]!);
        joined.set(value, all);
      }
    });
    return joined;
  }

  newest(): number[] {
    const left = this.#indexes.map((index) => index.newest().values());
    return this.#order.toReversed().flatMap((at) => {
      const { value } = left[at]!.next();
      return value === undefined ? [] : value + this.#starts[at]!;
    });
  }

  async fragment(page: number): Promise<Fragment> {
    const at = this.#starts.findLastIndex((start) => start <= page);
    return this.#indexes[at]!.fragment(page - this.#starts[at]!);
  }

  #each<T>(ask: (index: LoadedIndex) => Promise<T>): Promise<T[]> {
    return Promise.all(this.#indexes.map(ask));
  }

  /** Postings of an index with the numbers that its pages have here. */
  #moved(postings: Postings, at: number): Postings {
    return { ...postings, pages: postings.pages.map((page) => page + this.#starts[at]!) };
  }
}

/** Postings of pages behind each other as one. */
function chained(all: Postings[]): Postings {
  const entries = all.flatMap((of) => Array.from(of.pages, (page, entry) => ({ of, entry, page })));
  return {
    pages: Uint32Array.from(entries, ({ page }) => page),
    counts: Uint32Array.from(entries, ({ of, entry }) => of.counts[entry]!),
    titled: Uint8Array.from(entries, ({ of, entry }) => of.titled[entry]!),
    places: (at) => entries[at]!.of.places(entries[at]!.entry),
  };
}
