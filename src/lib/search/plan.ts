import type { Postings } from './index-format.ts';
import type { PageGraph } from './page-graph.ts';
import { definitionFor, type Definition } from './definitions.ts';
import { parseQuery } from './query.ts';
import { rank, type QueryUnit, type Ranked } from './rank.ts';
import { rarity } from './rarity.ts';
import { corrections } from './spelling.ts';
import { synonymsIn, type Synonym } from './synonyms.ts';
import { plainWords } from './tokens.ts';
import type { VocabularyWord } from './vocabulary.ts';

/** What the planner asks of an index. Every promise rejects when a part did not arrive. */
export interface SearchIndex {
  /** Words of each page. */
  lengths: number[];
  /** For each language, the plain words that carry no meaning. */
  stopWords: ReadonlySet<string>[];
  /** Where a plain word stands, in any of its forms; undefined where no page has it. */
  postings(word: string): Promise<Postings | undefined>;
  /** Terms that begin with `start`, the ones on most pages first. */
  longer(start: string): Promise<{ term: string; postings: Postings }[]>;
  /** Words of the texts that a misspelt word may stand for. */
  vocabulary(word: string): Promise<VocabularyWord[]>;
  synonyms: Synonym[];
  definitions: Definition[];
  graph(): Promise<PageGraph | undefined>;
}

/** A word of the query as it was looked for. */
export interface PlannedUnit extends QueryUnit {
  /** Plain, as typed. */
  word: string;
  /** How rare it is; the more, the more it says. */
  rarity: number;
  /** False for what was added by a synonym. */
  typed: boolean;
}

export interface Plan {
  /** Pages, best first. */
  ranked: Ranked[];
  units: PlannedUnit[];
  /** Words that no page has, and what was looked for instead. */
  corrected: { typed: string; meant: string }[];
  /** Words that some page has, and what may have been meant. */
  offered: { typed: string; meant: string }[];
  /** What was also looked for. */
  also: string[];
  /** Words that no page has and that are like no word of ours. */
  unknown: string[];
  /** Of the term that the query asks for. */
  definition?: Definition | undefined;
}

/** What a page gets for a synonym of a word, and for a longer word while it is being typed. */
const SYNONYM = 0.6;
const ADDED = 0.4;
const LONGER = 0.7;
/** Longer words that are looked for while a word is being typed. */
const MOST_LONGER = 12;
/** A correction is taken when it is as near as this. */
const NEAR = 1.8;
/** A word on so few pages may be a slip, if one on so many more pages is as near as that. */
const RARE = 1;
const MORE = 8;
const VERY_NEAR = 0.9;

/**
 * Looks a query up: its words one by one, their synonyms, and what a misspelt word may stand for.
 * A page need not have all the words. Rejects when a part of the index did not arrive.
 */
export async function plan(text: string, index: SearchIndex): Promise<Plan> {
  const query = parseQuery(text, index.stopWords);
  const plan: Plan = { ranked: [], units: [], corrected: [], offered: [], also: [], unknown: [] };

  // Said in the order of the words, whichever part of the index arrives first.
  const say: ((() => void) | undefined)[] = [];
  plan.units = await Promise.all(
    query.words.map(async ({ word, count }, at): Promise<PlannedUnit> => {
      const weight = 1 + Math.log(count);
      const unit = { word, weight, typed: true, rarity: 0, terms: [] as QueryUnit['terms'] };
      const postings = await index.postings(word);
      if (postings) {
        unit.terms.push({ weight: 1, postings });
        if (!query.exact.has(word)) say[at] = await offer(word, postings, index, plan);
        return unit;
      }
      if (query.exact.has(word)) {
        say[at] = () => plan.unknown.push(word);
        return unit;
      }
      const isLast = query.typing && at === query.words.length - 1;
      if (isLast) {
        const longer = (await index.longer(word)).slice(0, MOST_LONGER);
        unit.terms = longer.map(({ postings: of }) => ({ weight: LONGER, postings: of }));
      }
      if (unit.terms.length === 0) say[at] = await correct(unit, index, plan);
      return unit;
    }),
  );
  for (const one of say) one?.();
  // What is to be left out is neither explained nor looked for in other words.
  const wanted = plainWords(text.replace(/(^|\s)-\p{L}\S*/gu, ' '));
  const meant = wanted.map(
    (word) => plan.corrected.find(({ typed }) => typed === word)?.meant ?? word,
  );
  plan.definition = definitionFor(meant, index.definitions);
  await addSynonyms(meant, index, plan);
  for (const unit of plan.units) {
    const most = Math.max(0, ...unit.terms.map(({ postings }) => postings.pages.length));
    unit.rarity = most === 0 ? 0 : rarity(most, index.lengths.length);
  }

  const telling = plan.units.filter(({ terms }) => terms.length > 0);
  const typed = telling.filter((unit) => unit.typed).length;
  let ranked = rank(telling, index.lengths, await index.graph(), typed);
  for (const word of query.without) {
    const pages = await pagesOf(word, index);
    ranked = ranked.filter(({ page }) => !pages.has(page));
  }
  for (const phrase of query.phrases) {
    const pages = await pagesWithPhrase(phrase, index);
    ranked = ranked.filter(({ page }) => pages.has(page));
  }
  plan.ranked = ranked;
  return plan;
}

/**
 * Fills a unit whose word no page has with the likeliest word of ours. What it gives back says so in
 * the plan, or that there is none.
 */
async function correct(unit: PlannedUnit, index: SearchIndex, plan: Plan): Promise<() => void> {
  const { word } = unit;
  const nearest = corrections(word, await index.vocabulary(word), index.stopWords).filter(
    ({ cost }) => cost <= NEAR,
  );
  for (const { word: meant } of nearest.slice(0, 3)) {
    const postings = await index.postings(meant);
    if (!postings) continue;
    unit.terms.push({ weight: 1, postings });
    return () => plan.corrected.push({ typed: word, meant });
  }
  return () => plan.unknown.push(word);
}

/**
 * A word on a single page may be a slip of its author's; the reader is asked, not corrected. What it
 * gives back says so in the plan.
 */
async function offer(
  word: string,
  postings: Postings,
  index: SearchIndex,
  plan: Plan,
): Promise<(() => void) | undefined> {
  const found = postings.pages.length;
  if (found > RARE || word.length < 5 || index.lengths.length < 2 * MORE) return undefined;
  const [nearest] = corrections(word, await index.vocabulary(word), index.stopWords);
  if (!nearest || nearest.cost > VERY_NEAR) return undefined;
  const others = await index.postings(nearest.word);
  if (!others || others.pages.length < MORE * found) return undefined;
  return () => plan.offered.push({ typed: word, meant: nearest.word });
}

/** Adds what is meant by `words`, in which slips are corrected, in other words. */
async function addSynonyms(words: string[], index: SearchIndex, plan: Plan): Promise<void> {
  for (const { from, to, name, rare } of synonymsIn(words, index.synonyms)) {
    const found = (word: string) => {
      const asTyped = plan.corrected.find((one) => one.meant === word)?.typed ?? word;
      return plan.units.some((unit) => unit.word === asTyped && unit.terms.length > 0);
    };
    if (rare && from.every(found)) continue;
    const postings = await Promise.all(to.map((word) => index.postings(word)));
    if (postings.some((of) => of === undefined)) continue;
    const unit = plan.units.find(
      ({ word }) =>
        word === from[0] ||
        plan.corrected.some((one) => one.typed === word && one.meant === from[0]),
    );
    if (from.length === 1 && to.length === 1 && unit) {
      unit.terms.push({ weight: SYNONYM, postings: postings[0]! });
    } else {
      for (const [at, word] of to.entries()) {
        if (plan.units.some((one) => one.word === word)) continue;
        const terms = [{ weight: 1, postings: postings[at]! }];
        plan.units.push({ word, weight: ADDED, typed: false, rarity: 0, terms });
      }
    }
    if (!plan.also.includes(name)) plan.also.push(name);
    // A word that only its synonym answers is no unknown one.
    plan.unknown = plan.unknown.filter((word) => !from.includes(word));
  }
}

async function pagesOf(word: string, index: SearchIndex): Promise<Set<number>> {
  const postings = await index.postings(word);
  return new Set(postings?.pages);
}

/** Pages in which the words stand one behind the other. */
async function pagesWithPhrase(phrase: string[], index: SearchIndex): Promise<Set<number>> {
  const all = await Promise.all(phrase.map((word) => index.postings(word)));
  const entries = all.map(
    (of) => new Map([...(of?.pages ?? [])].map((page, entry) => [page, entry])),
  );
  // The places in a page at which the phrase would begin, by each of its words.
  const starts = (page: number) =>
    all.map((of, step) => {
      const entry = entries[step]!.get(page);
      return new Set(entry === undefined ? [] : of!.places(entry).map((place) => place - step));
    });
  const pages = [...(all[0]?.pages ?? [])].filter((page) => {
    const [first, ...others] = starts(page);
    return [...first!].some((start) => others.every((one) => one.has(start)));
  });
  return new Set(pages);
}
