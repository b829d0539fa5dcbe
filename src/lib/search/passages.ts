import type { Fragment } from './index-format.ts';
import type { FoundPage } from './engine.ts';

/** A run of text of an excerpt; `marked` where it is a word of the query. */
export interface Segment {
  text: string;
  marked: boolean;
}

/** A word of the query in a page. */
export interface Match {
  /** Number of the word in the page's text. */
  place: number;
  /** Which word of the query. */
  unit: number;
  /** How much it says. */
  worth: number;
}

/** Words of an excerpt. */
const LENGTH = 26;
/** How far back an excerpt may begin, to begin with a sentence. */
const BACK = 9;
/** How much longer or shorter it may be, to end with one. */
const NEAR_END = 6;
/** What the same word once more in the same passage adds. */
const AGAIN = 0.1;
/** More sections than these would hide the next result. */
const MOST_SECTIONS = 3;
/** Share of the query's words that a heading must have to answer it. */
const ANSWERS = 0.5;

/**
 * A result: its excerpt is the passage with the most of the query's words, and where a heading
 * answers the query, the result leads there. `matches` in the order of the text.
 */
export function foundPage(fragment: Fragment, matches: Match[], units: number): FoundPage {
  const words = fragment.content.split(/\s+/).map(curled);
  const sections = sectionsOf(fragment, words.length);
  const scored = sections.map((section) => {
    const within = matches.filter(({ place }) => place >= section.from && place < section.to);
    const heading = within.filter(({ place }) => place < section.from + section.headingWords);
    return {
      ...section,
      matches: within,
      score: scoreOf(within) + scoreOf(heading),
      heading: new Set(heading.map(({ unit }) => unit)).size,
    };
  });
  const best = scored
    .filter(({ id, matches: within }) => id !== '' && within.length > 0)
    .sort((a, b) => b.score - a.score || a.from - b.from)
    .slice(0, MOST_SECTIONS);
  const titled = new Set(
    matches.filter(({ place }) => place < titleWords(fragment)).map(({ unit }) => unit),
  ).size;
  const [first] = best;
  const answers = first && titled < units && first.heading >= Math.max(1, units * ANSWERS);
  const link = (id: string) => `${fragment.url}#${encodeURIComponent(id)}`;
  return {
    href: answers ? link(first.id) : fragment.url,
    title: fragment.meta['title'] ?? fragment.url,
    excerpt: excerpt(words, matches, 0, words.length),
    filters: fragment.filters,
    sections: best
      .sort((a, b) => a.from - b.from)
      .map((section) => ({
        href: link(section.id),
        title: section.title,
        excerpt: excerpt(words, section.matches, section.from + section.headingWords, section.to),
      })),
  };
}

interface Section {
  id: string;
  title: string;
  from: number;
  to: number;
  headingWords: number;
}

/** The parts of a page between its headings, the part before the first without an id. */
function sectionsOf({ anchors }: Fragment, end: number): Section[] {
  const headings = anchors.filter(
    ({ element, text }) => /^h[2-6]$/.test(element) && text.trim() !== '',
  );
  const starts = headings.map(({ id, text, location }) => ({
    id,
    title: text.trim(),
    from: location,
    headingWords: text.trim().split(/\s+/).length,
  }));
  return [{ id: '', title: '', from: 0, headingWords: 0 }, ...starts].map((section, at, all) => ({
    ...section,
    to: all[at + 1]?.from ?? end,
  }));
}

function titleWords({ meta, content }: Fragment): number {
  const title = meta['title'] ?? '';
  return content.startsWith(title.slice(0, 20)) ? title.split(/\s+/).length : 0;
}

/** Each word of the query once, and a little for every time more. */
function scoreOf(matches: Match[]): number {
  const seen = new Set<number>();
  let score = 0;
  for (const { unit, worth } of matches) {
    score += seen.has(unit) ? AGAIN * worth : worth;
    seen.add(unit);
  }
  return score;
}

/** The passage between two words of the text that says the most, with its words marked. */
function excerpt(words: string[], matches: Match[], from: number, to: number): Segment[] {
  const within = matches.filter(({ place }) => place >= from && place < to);
  let [start, best] = [from, -1];
  for (const [at, { place }] of within.entries()) {
    const window = within.slice(at).filter((one) => one.place < place + LENGTH);
    const score = scoreOf(window);
    if (score > best) [start, best] = [place, score];
  }
  const begin = sentenceStart(words, start, from);
  const end = sentenceEnd(words, begin + LENGTH, to);
  const marked = new Set(within.map(({ place }) => place));
  const segments: Segment[] = [];
  const add = (text: string, isMarked: boolean) => {
    const last = segments.at(-1);
    if (last && last.marked === isMarked) last.text += text;
    else segments.push({ text, marked: isMarked });
  };
  if (begin > from && !endsSentence(words[begin - 1])) add('… ', false);
  for (let at = begin; at < end; at++) {
    const word = words[at]!;
    if (marked.has(at)) {
      const [, before, core, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(word)!;
      if (before) add(before, false);
      add(core!, true);
      if (after) add(after, false);
    } else add(word, false);
    if (at + 1 < end) add(' ', false);
  }
  if (end < to && !endsSentence(words[end - 1])) add(' …', false);
  return segments;
}

/** The beginning of the sentence, if it is near; else a few words before the match. */
function sentenceStart(words: string[], match: number, from: number): number {
  const furthest = Math.max(from, match - BACK);
  for (let at = match; at > furthest; at--) if (endsSentence(words[at - 1])) return at;
  return furthest === from ? from : Math.max(from, match - 3);
}

/** The end of a sentence near `wanted`, or that place. */
function sentenceEnd(words: string[], wanted: number, to: number): number {
  if (wanted + NEAR_END >= to) return to;
  for (let step = 0; step <= NEAR_END; step++) {
    for (const at of [wanted + step, wanted - step]) if (endsSentence(words[at - 1])) return at;
  }
  return wanted;
}

function endsSentence(word: string | undefined): boolean {
  return word === undefined || /[.!?]["'”’)]*$/.test(word);
}

/** The index has straight quotation marks, so that words in them are found; readers get curled ones. */
function curled(word: string): string {
  return word
    .replace(/^(\(?)"/, '$1“')
    .replaceAll('"', '”')
    .replace(/^(\(?)'/, '$1‘')
    .replaceAll("'", '’');
}
