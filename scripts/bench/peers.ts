/** Searches to hold ours against. Their packages are the bench's own: `package.json` beside this. */
import type { Document } from '../../src/lib/search-bench/collection.ts';
import { language as english } from '../../src/lib/search/languages/en.ts';
import { plainWord } from '../../src/lib/search/tokens.ts';

/** A search to compare with: ids of documents, best first. */
export type Peer = (text: string) => string[];

/** What is used of the packages. Written down here, so that lint and types need none of them. */
interface Stemmer {
  stemmer(word: string): string;
}
interface MiniSearchPackage {
  default: new (options: { fields: string[] }) => {
    addAll(documents: Document[]): void;
    search(text: string): { id: string }[];
  };
}
interface LunrPackage {
  default: {
    (
      build: (builder: {
        ref(field: string): void;
        field(name: string): void;
        add(document: Document): void;
      }) => void,
    ): {
      query(fill: (query: { term(text: string, options: object): void }) => void): {
        ref: string;
      }[];
    };
    tokenizer(text: string): { toString(): string }[];
  };
}

/**
 * The peers over `documents`, by name. Rejects with a sentence that names the command to run when
 * their packages are not installed.
 */
export async function peersOver(documents: Document[]) {
  return {
    'BM25 (Porter)': bm25(documents, await load<Stemmer>('stemmer')),
    Lunr: lunrSearch(documents, await load<LunrPackage>('lunr')),
    MiniSearch: miniSearch(documents, await load<MiniSearchPackage>('minisearch')),
  };
}

/** Loads a package of the bench, or rejects with a sentence. */
export async function load<T>(name: string): Promise<T> {
  try {
    return (await import(name)) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Error(
      `The package ${name}, which only this bench needs, is not installed: run \`npm install --prefix scripts/bench\`.`,
      { cause: error },
    );
  }
}

/** Okapi BM25 over Porter stems without stop words: what a server would do. */
function bm25(documents: Document[], { stemmer }: Stemmer, k1 = 1.2, b = 0.75): Peer {
  const terms = (text: string) =>
    text
      .split(/[^\p{L}\p{N}]+/u)
      .map(plainWord)
      .filter((word) => word !== '' && !english.stopWords.has(word))
      .map((word) => stemmer(word));
  const index = new Map<string, Map<number, number>>();
  const lengths = documents.map(({ title, text }, number) => {
    const all = terms(`${title} ${text}`);
    for (const term of all) {
      const found = index.get(term) ?? new Map<number, number>();
      index.set(term, found.set(number, (found.get(number) ?? 0) + 1));
    }
    return all.length;
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return (text) => {
    const scores = new Map<number, number>();
    for (const term of new Set(terms(text))) {
      const found = index.get(term);
      if (!found) continue;
      const rarity = Math.log(1 + (documents.length - found.size + 0.5) / (found.size + 0.5));
      for (const [number, count] of found) {
        const long = 1 - b + (b * lengths[number]!) / average;
        const score = (rarity * count * (k1 + 1)) / (count + k1 * long);
        scores.set(number, (scores.get(number) ?? 0) + score);
      }
    }
    return [...scores].sort((x, y) => y[1] - x[1]).map(([number]) => documents[number]!.id);
  };
}

/** MiniSearch as it comes. */
function miniSearch(documents: Document[], { default: MiniSearch }: MiniSearchPackage): Peer {
  const search = new MiniSearch({ fields: ['title', 'text'] });
  search.addAll(documents);
  return (text) => search.search(text).map(({ id }) => String(id));
}

/** Lunr as it comes, with any of the words. */
function lunrSearch(documents: Document[], { default: lunr }: LunrPackage): Peer {
  const index = lunr((builder) => {
    builder.ref('id');
    builder.field('title');
    builder.field('text');
    for (const document of documents) builder.add(document);
  });
  return (text) =>
    index
      .query((query) => {
        for (const token of lunr.tokenizer(text)) query.term(token.toString(), {});
      })
      .map(({ ref }) => ref);
}
