import type { Fragment } from './index-format.ts';
import type { FoundPage, Segment } from './engine.ts';

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
/** How much more a later passage must say: the first ones sum the page up. */
const CLEARLY = 1.25;
/** More sections than these would hide the next result. */
const MOST_SECTIONS = 3;
/** Share of the query's words that a heading must have to answer it. */
const ANSWERS = 0.5;
/** Share of what all words of the query say that one passage must have to answer it. */
const TELLS = 0.75;

/**
 * A result: its excerpt is the passage with the most of the query's words, and where a heading or a
 * passage answers the query, the result leads to its section. `matches` in the order of the text,
 * `typed` what each word says that the reader typed: those are the first units.
 */
export function foundPage(fragment: Fragment, matches: Match[], typed: number[]): FoundPage {
  const words = fragment.content.split(/\s+/).map(curled);
  const title = { ...WHOLE, headingWords: titleWords(fragment), to: words.length };
  const sections = sectionsOf(fragment, words.length);
  const lead = { ...title, to: sections[0]?.from ?? words.length };
  const best = sections
    .map((section) => ({ section, score: scoreOf(section, matches) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.section.from - b.section.from)
    .slice(0, MOST_SECTIONS)
    .map(({ section }) => section);
  const answer = answerAmong(best, lead, matches, typed);
  const shown = bestPassage(matches, answer ?? title);
  const link = (id: string) => `${fragment.url}#${encodeURIComponent(id)}`;
  return {
    href: answer ? link(answer.id) : fragment.url,
    title: fragment.meta['title'] ?? fragment.url,
    excerpt: excerpt(words, matches, shown, answer ?? title),
    filters: fragment.filters,
    language: fragment.meta['language'],
    sections: best
      .sort((a, b) => a.from - b.from)
      .map((section) => {
        const own = bestPassage(matches, section);
        return {
          href: link(section.id),
          title: section.title,
          // What stands above it already is not shown twice.
          excerpt: own.start === shown.start ? [] : excerpt(words, matches, own, section),
        };
      }),
  };
}

/**
 * The section that answers the query: the best one, if its heading has enough of the words, or the
 * one whose passage tells most of what the query says, and more than the lead does. None where the
 * title has it all. Words that no page has do not count.
 */
function answerAmong(best: Section[], lead: Section, matches: Match[], typed: number[]) {
  const known = typed.filter((worth) => worth > 0).length;
  const unitsIn = (some: Match[]) =>
    [...new Set(some.map(({ unit }) => unit))].filter((unit) => unit < typed.length);
  if (unitsIn(headingOf(lead, matches)).length === known) return undefined;
  const [first] = best;
  if (first && bodyOf(first) < first.to) {
    const inHeading = unitsIn(headingOf(first, matches)).length;
    if (inHeading >= Math.max(1, known * ANSWERS)) return first;
  }
  const tells = (section: Section) =>
    unitsIn(bestPassage(matches, section).matches).reduce((sum, unit) => sum + typed[unit]!, 0);
  const [most] = best.toSorted((a, b) => tells(b) - tells(a));
  if (!most || unitsIn(bestPassage(matches, most).matches).length < 2) return undefined;
  const all = typed.reduce((sum, worth) => sum + worth, 0);
  return tells(most) >= TELLS * all && tells(most) > tells(lead) ? most : undefined;
}

/** A part of a page: words of its text, the first of them its heading. */
interface Section {
  id: string;
  title: string;
  from: number;
  to: number;
  headingWords: number;
}

const WHOLE: Section = { id: '', title: '', from: 0, to: 0, headingWords: 0 };

/** The parts of a page below its headings. */
function sectionsOf({ anchors }: Fragment, end: number): Section[] {
  return anchors
    .filter(({ element, text }) => /^h[2-6]$/.test(element) && text.trim() !== '')
    .map(({ id, text, location }, at, all) => ({
      id,
      title: text.trim(),
      from: location,
      to: all[at + 1]?.location ?? end,
      headingWords: text.trim().split(/\s+/).length,
    }));
}

function titleWords({ meta, content }: Fragment): number {
  const title = meta['title'] ?? '';
  return title !== '' && content.startsWith(title.slice(0, 20)) ? title.split(/\s+/).length : 0;
}

/** Where the text of a section begins, behind its heading. */
function bodyOf({ from, headingWords }: Section): number {
  return from + headingWords;
}

/** Matches in the heading of a section. */
function headingOf({ from, headingWords }: Section, matches: Match[]): Match[] {
  return matches.filter(({ place }) => place >= from && place < from + headingWords);
}

/** What a section says of the query; its heading counts twice. */
function scoreOf(section: Section, matches: Match[]): number {
  const within = matches.filter(({ place }) => place >= section.from && place < section.to);
  return worthOf(within) + worthOf(headingOf(section, matches));
}

/** Each word of the query once, and a little for every time more. */
function worthOf(matches: Match[]): number {
  const seen = new Set<number>();
  let worth = 0;
  for (const { unit, worth: one } of matches) {
    worth += seen.has(unit) ? AGAIN * one : one;
    seen.add(unit);
  }
  return worth;
}

/** Words of the text that stand together, with the words of the query in them. */
interface Passage {
  start: number;
  matches: Match[];
}

/** The passage of a section, behind its heading, that says the most of the query. */
function bestPassage(matches: Match[], section: Section): Passage {
  const from = bodyOf(section);
  const within = matches.filter(({ place }) => place >= from && place < section.to);
  let best: Passage = { start: from, matches: [] };
  let most = 0;
  for (const [at, { place }] of within.entries()) {
    const window = within.slice(at).filter((one) => one.place < place + LENGTH);
    const worth = worthOf(window);
    if (worth > most * CLEARLY) [most, best] = [worth, { start: place, matches: window }];
  }
  return best;
}

/** A passage, in whole sentences where they are near, with the words of the query marked. */
function excerpt(
  words: string[],
  matches: Match[],
  { start }: Passage,
  section: Section,
): Segment[] {
  const { to } = section;
  const from = bodyOf(section);
  const begin = sentenceStart(words, start, from);
  const end = sentenceEnd(words, begin + LENGTH, to);
  const marked = new Set(matches.map(({ place }) => place));
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
