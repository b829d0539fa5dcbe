import type { VocabularyWord } from './vocabulary.ts';

/** A word that may have been meant. */
export interface Correction {
  word: string;
  /** How far it is from what was typed; smaller is nearer. */
  cost: number;
}

/** Letters from which on two slips are allowed. */
const LONG = 8;
/** Words shorter than this are left as they are: anything is near them. */
const SHORTEST = 4;

/** What a slip costs: 1 for any letter, less for those that fingers and ears make. */
const SLIP = { any: 1, key: 0.7, vowel: 0.8, doubled: 0.4, swapped: 0.6, sound: 0.5 };
/** The first letter is seldom wrong. */
const FIRST = 0.4;
/** A word on many pages is likelier than one on a single page: for each doubling of the pages. */
const COMMON = 0.04;

/** A word that says nothing is meant only where nothing else is. */
const SAYS_NOTHING = 0.5;

/** Keys beside each other, row by row. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const BESIDE = new Set<string>();
for (const [row, keys] of ROWS.entries()) {
  for (const [at, key] of [...keys].entries()) {
    for (const other of [keys[at + 1], ROWS[row + 1]?.[at], ROWS[row + 1]?.[at - 1]]) {
      if (other) BESIDE.add(key + other).add(other + key);
    }
  }
}
const VOWELS = new Set('aeiouy');

/**
 * The words of a vocabulary that a misspelt word may stand for, the likeliest first. One slip is
 * allowed, two from eight letters on, and as many as it takes where both sound the same. Stop words
 * are meant less often.
 */
export function corrections(
  typed: string,
  vocabulary: VocabularyWord[],
  stopWords: ReadonlySet<string>[],
): Correction[] {
  if (typed.length < SHORTEST || /\d/.test(typed)) return [];
  const slips = typed.length >= LONG ? 2 : 1;
  const sound = soundOf(typed);
  const letters = lettersOf(typed);
  const found: Correction[] = [];
  for (const { word, pages } of vocabulary) {
    if (word === typed || word.length < SHORTEST - 1 || /\d/.test(word)) continue;
    if (Math.abs(word.length - typed.length) > slips + 1) continue;
    // A slip changes two letters of a word at most. This spares the comparison with most words.
    if (ones(letters ^ lettersOf(word)) > 2 * (slips + 1)) continue;
    const alike = typed.length > SHORTEST && sound.length > 1 && soundOf(word) === sound;
    const distance = slipCost(typed, word, alike ? slips + 1 : slips);
    if (distance === undefined) continue;
    const cost =
      distance * (alike ? SLIP.sound : 1) +
      (word[0] === typed[0] ? 0 : FIRST) +
      (stopWords.some((set) => set.has(word)) ? SAYS_NOTHING : 0) -
      COMMON * Math.log2(pages);
    found.push({ word, cost });
  }
  return found.sort((a, b) => a.cost - b.cost || (a.word < b.word ? -1 : 1));
}

/** Which letters a word has, a bit each; letters beyond z share bits with others. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << word.charCodeAt(at);
  return letters;
}

/** How many bits are set. */
function ones(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * What it costs to get from one word to the other with at most `most` slips (a letter more, less or
 * another, or two swapped: Damerau 1964). Undefined when it takes more.
 */
function slipCost(from: string, to: string, most: number): number | undefined {
  const width = to.length + 1;
  let before: Cell[] = [];
  let last: Cell[] = Array.from({ length: width }, (_, at) => ({ slips: at, cost: at }));
  for (let row = 1; row <= from.length; row++) {
    const cells: Cell[] = [{ slips: row, cost: row }];
    let least = row;
    for (let at = 1; at < width; at++) {
      const [a, b] = [from[row - 1]!, to[at - 1]!];
      const options = [
        a === b ? last[at - 1]! : more(last[at - 1]!, swapCost(a, b)),
        more(last[at]!, a === from[row - 2] ? SLIP.doubled : SLIP.any),
        more(cells[at - 1]!, b === to[at - 2] ? SLIP.doubled : SLIP.any),
      ];
      if (row > 1 && at > 1 && a === to[at - 2] && from[row - 2] === b && a !== b)
        options.push(more(before[at - 2]!, SLIP.swapped));
      const best = options.reduce((one, other) => (other.cost < one.cost ? other : one));
      cells.push(best);
      least = Math.min(least, best.slips);
    }
    if (least > most) return undefined;
    before = last;
    last = cells;
  }
  const { slips, cost } = last[to.length]!;
  return slips <= most ? cost : undefined;
}

interface Cell {
  slips: number;
  cost: number;
}

function more({ slips, cost }: Cell, by: number): Cell {
  return { slips: slips + 1, cost: cost + by };
}

function swapCost(a: string, b: string): number {
  if (BESIDE.has(a + b)) return SLIP.key;
  return VOWELS.has(a) && VOWELS.has(b) ? SLIP.vowel : SLIP.any;
}

/** Spellings of one sound, in the order in which they are replaced. */
const SOUNDS: [pattern: RegExp, sound: string][] = [
  [/^(?:kn|gn|pn)/, 'n'],
  [/^ps/, 's'],
  [/^wr/, 'r'],
  [/^x/, 's'],
  [/ph/g, 'f'],
  [/ts?ch|s?ch|sh/g, 'x'],
  [/[ts]i(?=on|a)/g, 'x'],
  [/th/g, 't'],
  [/gh(?=[^aeiou]|$)/g, ''],
  [/c(?=[eiy])/g, 's'],
  [/ck|c|q/g, 'k'],
  [/x(?!$)/g, 'x'],
  [/g(?=[eiy])/g, 'j'],
  [/z/g, 's'],
  [/dg/g, 'j'],
  [/v/g, 'f'],
  [/wh/g, 'w'],
  [/[aeiouyhw]+/g, 'a'],
  [/(.)\1+/g, '$1'],
];

/** A word as it sounds, roughly: its consonants, with one sign for all vowels at its beginning. */
function soundOf(word: string): string {
  let sound = word;
  for (const [pattern, to] of SOUNDS) sound = sound.replace(pattern, to);
  return sound[0] + sound.slice(1).replaceAll('a', '');
}
