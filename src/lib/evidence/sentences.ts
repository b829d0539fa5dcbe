/** A sentence with its place in the text, in UTF-16 units. */
export interface Sentence {
  text: string;
  start: number;
  end: number;
}

/** After these a sentence goes on, whatever follows. */
const GOES_ON = new Set(
  ['al', 'vs', 'v', 'e.g', 'i.e', 'eg', 'ie', 'cf', 'dr', 'mr', 'mrs', 'ms', 'prof', 'st'].concat([
    ...['approx', 'ca', 'incl', 'resp'],
  ]),
);

/** After these a sentence goes on where a digit follows: "No. 4", but "No. That is wrong." */
const BEFORE_DIGITS = new Set(['no', 'nos', 'fig', 'figs', 'p', 'pp', 'vol', 'ch', 'sec', 'eq']);

/** Longer than any abbreviation with the word before it. */
const LOOK_BACK = 40;

const CLOSING = /[\s"'”’)\]]/;
const CAPITAL = /^\p{Lu}/u;
const INITIALS = /^\p{Lu}(?:\.-?\p{Lu})*$/u;
const SINGLE_BREAK = /(?<![\r\n])(?:\r\n|[\r\n])(?![\r\n])/g;

let segmenter: Intl.Segmenter | undefined;

/**
 * The sentences of `text`. Joined, they are the text again: blanks belong to the sentence before
 * them. The cuts are those of Unicode (UAX 29), without the wrong ones after an abbreviation, an
 * initial or the number of a list item. A single line break is a blank; an empty line cuts.
 */
export function sentencesOf(text: string): Sentence[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  // Of the same length, so that the offsets stay.
  const even = text.replace(SINGLE_BREAK, (found) => ' '.repeat(found.length));
  const sentences: Sentence[] = [];
  let start = 0;
  for (const { segment, index } of segmenter.segment(even)) {
    const end = index + segment.length;
    if (end < even.length && goesOn(even, start, end)) continue;
    sentences.push({ text: text.slice(start, end), start, end });
    start = end;
  }
  return sentences;
}

/** Whether the cut at `end` is a wrong one in the sentence that begins at `start`. */
function goesOn(text: string, start: number, end: number): boolean {
  const from = Math.max(start, end - LOOK_BACK);
  let last = end;
  while (last > from && CLOSING.test(text[last - 1]!)) last--;
  const closed = /["'”’)\]]/.test(text.slice(last, end));
  if (closed || text[last - 1] !== '.' || text.slice(last, end).includes('\n')) return false;
  const words = text.slice(from, last - 1).split(/[\s(["'“‘/]/);
  const word = words.at(-1)!;
  const before = words.at(-2) ?? '';
  if (GOES_ON.has(word.toLowerCase())) return true;
  const next = text[end]!;
  if (BEFORE_DIGITS.has(word.toLowerCase()) && next >= '0' && next <= '9') return true;
  if (/^\d{1,2}$/.test(word)) return last - word.length - 1 === start;
  return INITIALS.test(word) && (before === '' || CAPITAL.test(before)) && CAPITAL.test(next);
}
