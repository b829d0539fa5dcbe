import { createHash } from 'node:crypto';
import type { Added, SearchGlossary } from './loaded-index.ts';
import type { SearchLanguage } from './search-language.ts';
import { encodeGraph, pageGraph } from './page-graph.ts';
import type { Postings } from './index-format.ts';
import { plainWord, plainWords } from './tokens.ts';
import { encodeVocabulary, reversed, type VocabularyWord } from './vocabulary.ts';

/** The index of one language, as far as what we add is made from it. */
export interface IndexedLanguage {
  language: string;
  pages: number;
  /** Each term with where it stands. */
  terms: ReadonlyMap<string, Postings>;
  stem: SearchLanguage['stem'];
  /** The text of each page. */
  texts: string[];
}

/** Words longer than this are addresses and identifiers. */
const LONGEST_WORD = 24;

/**
 * What we add to Pagefind's index: the graph of like pages and the vocabulary of each language, and
 * one file that names them; the glossary. By path within the bundle; a name holds a hash
 * of its content, so that browsers may keep it. `order` names the language of each page, the oldest
 * page first.
 */
export function addedFiles(
  languages: IndexedLanguage[],
  glossary: SearchGlossary,
  order: string[],
  name: string,
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const put = (kind: string, bytes: Uint8Array): string => {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    const path = `added/${kind}_${hash}.pf_added`;
    files.set(path, bytes);
    return path;
  };
  const added: Added = {
    languages: {},
    glossary: put('glossary', new TextEncoder().encode(JSON.stringify(glossary))),
  };
  for (const { language, pages, terms, texts, stem } of languages) {
    const counted = [...terms.values()].map((of) =>
      Array.from(of.pages, (page, entry) => ({ page, count: of.counts[entry]! })),
    );
    const words = vocabularyOf(texts);
    const partsOf = (some: VocabularyWord[]) =>
      encodeVocabulary(some).map(({ from, text }) => ({
        from,
        file: put(`${language}-words`, new TextEncoder().encode(text)),
      }));
    const vocabulary = partsOf(words);
    added.languages[language] = {
      graph: put(`${language}-graph`, encodeGraph(pageGraph(pages, counted))),
      vocabulary,
      endings:
        vocabulary.length > 1
          ? partsOf(words.map(({ word, pages: on }) => ({ word: reversed(word), pages: on })))
          : [],
      ...otherStems(words, terms, texts, stem),
    };
  }
  const names = Object.keys(added.languages).sort();
  if (names.length > 1) added.order = order.map((one) => names.indexOf(one)).join('');
  files.set(name, new TextEncoder().encode(JSON.stringify(added)));
  return files;
}

/** The words of all texts, with the number of texts that have each. */
function vocabularyOf(texts: string[]): VocabularyWord[] {
  const pages = new Map<string, number>();
  for (const text of texts) {
    for (const word of new Set(plainWords(text))) {
      if (word.length > LONGEST_WORD || /\d/.test(word)) continue;
      pages.set(word, (pages.get(word) ?? 0) + 1);
    }
  }
  return [...pages].map(([word, count]) => ({ word, pages: count }));
}

/**
 * The words of the texts that Pagefind keeps under another stem than ours: its algorithm for a
 * language may be of another year than the package's. Found by where they stand.
 */
function otherStems(
  words: VocabularyWord[],
  terms: ReadonlyMap<string, Postings>,
  texts: string[],
  stem: SearchLanguage['stem'],
): { stems?: Record<string, string> } {
  const other = new Set(words.map(({ word }) => word).filter((word) => !terms.has(stem(word))));
  if (other.size === 0) return {};
  const places = new Map<number, Map<number, string>>();
  for (const [page, text] of texts.entries()) {
    for (const [place, written] of text.split(/\s+/).entries()) {
      const word = plainWord(written);
      if (!other.delete(word)) continue;
      const of = places.get(page) ?? new Map<number, string>();
      places.set(page, of.set(place, word));
    }
  }
  const stems: Record<string, string> = {};
  for (const [term, postings] of terms) {
    for (const [entry, page] of postings.pages.entries()) {
      const of = places.get(page);
      if (!of) continue;
      for (const place of postings.places(entry)) {
        const word = of.get(place);
        // A word with a hyphen stands under its parts too.
        if (word !== undefined && term.length > (stems[word]?.length ?? 0)) stems[word] = term;
      }
    }
  }
  return { stems };
}
