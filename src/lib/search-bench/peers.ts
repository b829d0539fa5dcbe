import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { stemmer } from 'stemmer';
import { isStopWord } from '../search/stop-words.ts';
import { plainWord } from '../search/tokens.ts';
import type { Document } from './collection.ts';

/** A search to compare with: ids of documents, best first. */
export type Peer = (text: string) => string[];

/** Okapi BM25 over Porter stems without stop words: what a server would do. */
export function bm25(documents: Document[], k1 = 1.2, b = 0.75): Peer {
  const terms = (text: string) =>
    text
      .split(/[^\p{L}\p{N}]+/u)
      .map(plainWord)
      .filter((word) => word !== '' && !isStopWord(word))
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
export function miniSearch(documents: Document[]): Peer {
  const search = new MiniSearch<Document>({ fields: ['title', 'text'] });
  search.addAll(documents);
  return (text) => search.search(text).map(({ id }) => String(id));
}

/** Lunr as it comes, with any of the words. */
export function lunrSearch(documents: Document[]): Peer {
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
