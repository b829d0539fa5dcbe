import { language as english } from '../search/languages/en.ts';
import { plainWord } from '../search/tokens.ts';

/** Numbers from 0 to 1, the same for the same seed (Mulberry32, Tommy Ettinger, public domain). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A question with one random slip in its longest word: a letter more, less, another, or swapped. */
export function withTypo(text: string, random: () => number): string {
  const words = text.split(/\s+/).filter((word) => /^\p{L}+\W*$/u.test(word));
  const longest = words.reduce((one, word) => (word.length > one.length ? word : one), '');
  if (longest.length < 4) return text;
  const at = Math.floor(random() * longest.length);
  const letter = LETTERS[Math.floor(random() * LETTERS.length)]!;
  const slips = [
    longest.slice(0, at) + longest.slice(at + 1),
    longest.slice(0, at) + letter + longest.slice(at),
    longest.slice(0, at) + letter + longest.slice(at + 1),
    longest.slice(0, at) + (longest[at + 1] ?? '') + longest[at]! + longest.slice(at + 2),
  ];
  const slip = slips[Math.floor(random() * slips.length)]!;
  return text.replace(longest, slip === longest ? slips[0]! : slip);
}

/** The `count` words of a question that the fewest documents have, in their order. */
export function rarestWords(text: string, documents: Map<string, number>, count = 2): string {
  const words = [...new Set(text.split(/\s+/).map(plainWord))].filter(
    (word) => word !== '' && !english.stopWords.has(word) && documents.has(word),
  );
  const rarest = words
    .toSorted((a, b) => documents.get(a)! - documents.get(b)! || (a < b ? -1 : 1))
    .slice(0, count);
  return words.filter((word) => rarest.includes(word)).join(' ');
}
