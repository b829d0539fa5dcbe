import type { CslName } from '../cite/record.ts';
import type { ImportedSource } from './entry.ts';
import { asciiWords } from './text.ts';

/** Long enough for any name, short enough for a file name. */
const LONGEST = 40;

/**
 * What a key begins with: the family name of the first author, or the acronym or first word of an
 * organisation, or the first long word of the title; and the year. Small ASCII letters and digits.
 */
export function keyStem({ author, title, issued }: ImportedSource): string {
  const [first] = author ?? [];
  const name = (first && nameWord(first)) || titleWord(title) || 'source';
  return name.slice(0, LONGEST) + issued.slice(0, 4);
}

/** The stem itself, or the first of stem + a, b, … z, aa, ab, … that is free. */
export function freeKey(stem: string, isTaken: (key: string) => boolean): string {
  for (let number = 0; ; number++) {
    const key = stem + suffix(number);
    if (!isTaken(key)) return key;
  }
}

/** Whether `key` is the stem, alone or with letters after it. */
export function isOfStem(key: string, stem: string): boolean {
  return key.startsWith(stem) && /^[a-z]*$/.test(key.slice(stem.length));
}

function suffix(number: number): string {
  if (number === 0) return '';
  const rest = number - 1;
  return suffix(Math.floor(rest / 26)) + String.fromCharCode(97 + (rest % 26));
}

function nameWord(name: CslName): string {
  if ('family' in name) return asciiWords(name.family).join('');
  const acronym =
    /\(([A-Z][A-Za-z]*[A-Z])\)/.exec(name.literal) ?? /\b[A-Z]{2,}\b/.exec(name.literal);
  if (acronym) return asciiWords(acronym[1] ?? acronym[0]).join('');
  const dotless = name.literal.replace(/\b(\p{Lu})\.(?=\p{Lu}\.|\s|$)/gu, '$1');
  return asciiWords(dotless).find((word) => word !== 'the') ?? '';
}

function titleWord(title: string): string {
  const words = asciiWords(title);
  return words.find((word) => word.length >= 5) ?? words[0] ?? '';
}
