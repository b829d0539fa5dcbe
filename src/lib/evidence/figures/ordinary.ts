import { isYear, monthOf } from './dates.ts';
import {
  AUTHORS,
  BEFORE_TELEPHONE,
  COUNTED_TIMES,
  EMERGENCY,
  PUBLICATIONS,
  PUBLISHED,
  REFERENCES,
  SCALES,
  STREETS,
  TELEPHONE_WORDS,
  VERSIONS,
} from './words.ts';
import { isHyphen, type Token } from './numbers.ts';
import type { UnitKind } from './units.ts';

/** How far before a number a word may stand that tells that it is one to call. */
const TELEPHONE_REACH = 8;

const PERSONS = new Set(
  (
    'woman man girl boy mother father son daughter sister brother wife husband partner person child ' +
    'visitor reader neighbour colleague teacher student friend nurse uncle aunt'
  ).split(' '),
);
const OLDEST = 120;

/** What has hours, and what leaves at a time of day. */
const OPENS = /^(?:open|close|start|begin|end|arrive|leave)(?:s|ed|d)?$/;
const LEAVES = /^(?:trains?|bus|buses|flights?|ferry|ferries|trams?)$/;

/**
 * Why the number of the tokens `from` to `to` is no clinical figure; undefined when it is one.
 * `kind` is that of its unit, where it has one.
 */
export function ordinaryNumber(
  tokens: Token[],
  from: number,
  to: number,
  kind?: UnitKind,
): string | undefined {
  const token = tokens[from]!;
  const before = tokens[from - 1];
  const next = tokens[to];
  if (before && VERSIONS.has(before.lower)) return 'version';
  if (before && REFERENCES.has(before.lower) && kind === undefined) return 'reference';
  if (kind !== undefined) return undefined;
  // "part 1 of 3"
  if (
    before?.lower === 'of' &&
    tokens[from - 2]?.kind === 'number' &&
    REFERENCES.has(tokens[from - 3]?.lower ?? '')
  )
    return 'reference';
  if (token.kind === 'odd') return isName(tokens, from) ? 'version' : undefined;
  if (isTimeOfDay(tokens, from, to)) return 'time of day';
  if (before && '£$€¥'.includes(before.text)) return 'price';
  if (next && /^(?:£|€|dollars?|pounds?|euros?|cents?|pence)$/.test(next.lower)) return 'price';
  if (next?.lower === 'for' && '£$€¥'.includes(tokens[to + 1]?.text || '-')) return 'price';
  if (isAge(tokens, from, to)) return 'age';
  if (isTelephone(tokens, from)) return 'telephone number';
  if (isListNumber(tokens, from, to)) return 'list number';
  if (next?.glued && /^(?:st|nd|rd|th|s|’s|'s)$/.test(next.lower)) return 'reference';
  if (isAddress(tokens, from, to)) return 'address';
  if (isName(tokens, from)) return 'name';
  return undefined;
}

/** Why a year is no date of a study: it only says when something was published. */
export function ordinaryYear(tokens: Token[], at: number): string | undefined {
  const words = tokens.slice(Math.max(0, at - 4), at).map(({ lower }) => lower);
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  const isAlone = before?.text === '(' && (next?.text === ')' || next?.text === ';');
  const said =
    words.some((word) => PUBLISHED.has(word)) ||
    words.slice(-3).some((word) => AUTHORS.has(word) && word !== '.');
  const named = PUBLICATIONS.has(next?.lower ?? '');
  const of =
    ['of', 'from', 'in', ','].includes(before?.lower ?? '') &&
    words.slice(0, -1).some((word) => PUBLICATIONS.has(word));
  const afterName = before?.text === ',' && /^\p{Lu}/u.test(tokens[at - 2]?.text ?? '');
  return isAlone || said || named || of || afterName ? 'year of publication' : undefined;
}

/** "a woman of 52", "who is 43,", "Jonas, 29, kept", "before he turned 50": of people in a story. */
function isAge(tokens: Token[], from: number, to: number): boolean {
  const { value, plain } = tokens[from]!;
  const [before, next] = [tokens[from - 1], tokens[to]];
  const ends = next === undefined || [',', '.', ';', ')', '–', '—'].includes(next.text);
  if (!plain || value > OLDEST) return false;
  const word = tokens[from - 2];
  if (before?.lower === 'of') return PERSONS.has(word?.lower ?? '');
  if (!ends) return false;
  if (/^turn(?:s|ed|ing)?$/.test(before?.lower ?? '')) return true;
  if (/^(?:is|was)$/.test(before?.lower ?? '')) return /^(?:who|he|she)$/.test(word?.lower ?? '');
  return before?.text === ',' && next?.text === ',' && /^\p{Lu}\p{Ll}/u.test(word?.text ?? '');
}

function isTimeOfDay(tokens: Token[], from: number, to: number): boolean {
  const [first, second] = [tokens[to], tokens[to + 1]];
  const isColon = (at: number) => tokens[at]?.text === ':' && tokens[at]!.glued;
  if (isColon(to) && second?.glued && second.text.length === 2) return true;
  if (isColon(from - 1) && tokens[from]!.glued && tokens[from - 2]?.kind === 'number') return true;
  if (['am', 'pm', 'a.m', 'p.m', 'noon', 'midnight'].includes(first?.lower ?? '')) return true;
  if (
    /^[ap]$/.test(first?.lower ?? '') &&
    tokens[to + 1]?.text === '.' &&
    tokens[to + 2]?.lower === 'm'
  )
    return true;
  // "opens at 8", "the 18.10 train"
  if (tokens[from - 1]?.lower === 'at' && OPENS.test(tokens[from - 2]?.lower ?? '')) return true;
  if (/^\d{1,2}\.[0-5]\d$/.test(tokens[from]!.text) && LEAVES.test(first?.lower ?? '')) return true;
  if (first?.lower === "o'clock" || first?.lower === 'o’clock') return true;
  const range = tokens[from + 1];
  const isSpan =
    range && (isHyphen(range) || ['–', 'to'].includes(range.text)) && tokens[from]!.value <= 24;
  return Boolean(isSpan && /^(?:am|pm)$/.test(first?.lower ?? ''));
}

/** "call 988", "116 123", "+44 20 7946 0000". */
function isTelephone(tokens: Token[], from: number): boolean {
  const { text, plain } = tokens[from]!;
  const before = tokens[from - 1];
  const next = tokens[from + 1];
  if (before?.text === '+' || (text.length > 3 && text.startsWith('0') && plain)) return true;
  if (EMERGENCY.has(text)) return true;
  const isDigits = (token: Token | undefined) =>
    token?.kind === 'number' && token.plain && token.text.length >= 2;
  const grouped = (isDigits(next) || (isHyphen(next) && isDigits(tokens[from + 2]))) && plain;
  const follows = isDigits(before) || (isHyphen(before) && isDigits(tokens[from - 2]));
  const near = tokens
    .slice(Math.max(0, from - TELEPHONE_REACH), from)
    .some(({ lower }) => TELEPHONE_WORDS.has(lower));
  if (near && plain && (grouped || follows || text.length >= 5)) return true;
  return Boolean(before && BEFORE_TELEPHONE.has(before.lower) && near && plain && text.length >= 3);
}

/** "1." or "2)" at the beginning, "(3)". */
function isListNumber(tokens: Token[], from: number, to: number): boolean {
  const { plain, text } = tokens[from]!;
  if (!plain || text.length > 2) return false;
  const [before, next] = [tokens[from - 1], tokens[to]];
  if (before === undefined && (next?.text === '.' || next?.text === ')') && next.glued) return true;
  if (before === undefined && next === undefined) return true;
  return before?.text === '(' && next?.text === ')';
}

/** "12 High Street", "NY 10001". */
function isAddress(tokens: Token[], from: number, to: number): boolean {
  const { text, plain } = tokens[from]!;
  const before = tokens[from - 1];
  if (!plain) return false;
  if (['suite', 'flat', 'apartment', 'apt', 'box', 'unit', 'floor'].includes(before?.lower ?? ''))
    return true;
  if (text.length === 5 && /^[A-Z]{2}$/.test(before?.text ?? '')) return true;
  for (let at = to; at < to + 4; at++) {
    const word = tokens[at];
    if (word?.kind !== 'word' || !/^\p{Lu}/u.test(word.text)) return false;
    if (STREETS.has(word.lower) && at > to) return true;
  }
  return false;
}

/** "KARMA-Dep 2", "Astro 7": a number right behind a name, and not one of a scale or a month. */
function isName(tokens: Token[], from: number): boolean {
  const before = tokens[from - 1];
  if (before?.kind !== 'word' || monthOf(before) !== undefined) return false;
  if (COUNTED_TIMES.has(before.lower) || SCALES.has(before.lower) || isYear(tokens[from]))
    return false;
  const isFirst = from === 1;
  if (/^(?:omega|vitamin|b|type|covid|highway|route|windows|pmid|isbn)$/.test(before.lower))
    return true;
  return /^\p{Lu}/u.test(before.text) && !isFirst && !/^(?:CI|N|I)$/.test(before.text);
}
