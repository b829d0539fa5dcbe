import { amount, ordinaryAmount } from './amounts.ts';
import { comparison } from './comparisons.ts';
import { dateFound } from './dates-in-text.ts';
import { type Effect, effectNamed } from './effects.ts';
import type { Bound, ReadFigure, Reading, Value } from './figure.ts';
import { type Found, type Unreadable, ordinary } from './found.ts';
import { type Token, tokensOf } from './numbers.ts';
import { ordinaryNumber } from './ordinary.ts';
import { partOfWhole } from './shares.ts';
import { boundAfter } from './units-in-text.ts';
import { scaled } from './units.ts';
import { ABOUT, BOUNDS_BEFORE, NOT_OF_TIME, THIN } from './words.ts';

/**
 * Every figure of a sentence, in normal units, and what could not be read. Takes time in proportion
 * to the text, and never throws.
 */
export function readFigures(text: string): Reading {
  const tokens = tokensOf(text);
  const isAddress = addressesIn(text);
  const figures: Found[] = [];
  const unread: Unreadable[] = [];
  let effect: Effect | undefined;
  let at = 0;
  while (at < tokens.length) {
    if (isAddress(tokens[at]!.start)) {
      at++;
      continue;
    }
    const named = effectNamed(tokens, at);
    if (named) {
      effect = { unit: named.unit, from: named.to, until: named.until };
      at = named.to;
      continue;
    }
    if (effect && (at > effect.until || [';', '.'].includes(tokens[at]!.text))) effect = undefined;
    const found = foundAt(tokens, at, effect);
    if (!found) {
      at++;
      continue;
    }
    if ('unreadable' in found) unread.push(found);
    else figures.push(found);
    at = Math.max(found.to, at + 1);
  }
  inherit(tokens, figures);
  return {
    figures: figures.map((found) => printed(text, tokens, found)),
    unread: unread.map(({ from, to }) => {
      const [start, end] = [tokens[from]!.start, tokens[to - 1]!.end];
      return { text: text.slice(start, end), start, end };
    }),
  };
}

/** Tells which offsets stand in an address of the web or of mail, or in a DOI. */
function addressesIn(text: string): (offset: number) => boolean {
  const spans: [number, number][] = [];
  for (const { 0: chunk, index } of text.matchAll(/\S+/g)) {
    const isOne =
      chunk.includes('://') || /^[("']?www\./.test(chunk) || /^[("']?10\.\d{4,9}\//.test(chunk);
    if (isOne || /[^@]@[^@]/.test(chunk)) spans.push([index, index + chunk.length]);
  }
  let next = 0;
  // Asked in the order of the text.
  return (offset) => {
    while (next < spans.length && spans[next]![1] <= offset) next++;
    return next < spans.length && spans[next]![0] <= offset;
  };
}

function foundAt(
  tokens: Token[],
  at: number,
  effect: Effect | undefined,
): Found | Unreadable | undefined {
  const token = tokens[at]!;
  if (token.kind === 'odd') return odd(tokens, at);
  return (
    dateFound(tokens, at) ??
    partOfWhole(tokens, at) ??
    comparison(tokens, at) ??
    amount(tokens, at, effect)
  );
}

/** Digits of other scripts, or more than one decimal point: the version of a program, or nothing. */
function odd(tokens: Token[], at: number): Found | Unreadable {
  const to = at + 1;
  if (ordinaryNumber(tokens, at, to) === 'version') return ordinary(at, to, 'version');
  return { unreadable: true, from: at, to };
}

/** Gives bare numbers the unit of the one they stand beside: "55 and 41%", "(95% CI 3.9 to 24.2)". */
function inherit(tokens: Token[], figures: Found[]): void {
  for (let index = figures.length - 1; index >= 0; index--) {
    const bare = figures[index]!;
    if (!isBare(bare)) continue;
    const next = figures[index + 1];
    if (
      next &&
      next.unit !== 'number' &&
      next.unit !== 'date' &&
      next.kind &&
      coordinates(tokens, bare.to, next.from)
    ) {
      take(tokens, bare, next);
    }
  }
  for (let index = 1; index < figures.length; index++) {
    const bare = figures[index]!;
    if (!isBare(bare)) continue;
    const level = figures[index - 1]!;
    const owner = level.ordinary === 'level of confidence' ? figures[index - 2] : undefined;
    if (owner && Array.isArray(bare.value)) take(tokens, bare, owner);
    const isEffect = level.kind === 'effect' && bare.decimals > 0 && !bare.inWords;
    if (isEffect) take(tokens, bare, level);
  }
}

function isBare({ unit, ordinary: why, kind }: Found): boolean {
  return unit === 'number' && kind === undefined && (why === undefined || why === 'idiom');
}

function take(
  tokens: Token[],
  bare: Found,
  { unit, kind, factor = 1, ordinary: why }: Found,
): void {
  const scale = (one: Value): Value => (typeof one === 'number' ? scaled(one, factor) : one);
  bare.value = Array.isArray(bare.value)
    ? [scale(bare.value[0]), scale(bare.value[1])]
    : scale(bare.value);
  bare.unit = unit;
  if (kind) bare.kind = kind;
  bare.factor = factor;
  if (why !== undefined && bare.inWords) bare.ordinary = why;
  else if (kind === 'count' && bare.inWords && bare.value === 1) bare.ordinary = 'idiom';
  else delete bare.ordinary;
  const known = ordinaryAmount(tokens, bare);
  if (known) bare.ordinary = known;
}

/** Whether nothing but "and", "or", "of", "versus" and commas stands between two figures. */
function coordinates(tokens: Token[], from: number, to: number): boolean {
  if (to - from < 1 || to - from > 3) return false;
  return tokens
    .slice(from, to)
    .every(({ lower }) =>
      [
        ',',
        'and',
        'or',
        'of',
        'the',
        'v',
        'vs',
        'versus',
        '/',
        'against',
        'to',
        '.',
        'a',
        'total',
      ].includes(lower),
    );
}

function printed(text: string, tokens: Token[], found: Found): ReadFigure {
  const { value, unit, from, decimals, fraction: parts, factor = 1 } = found;
  const { bound, about } = limits(tokens, found);
  const [start, end] = [tokens[from]!.start, tokens[found.to - 1]!.end];
  const why = found.ordinary;
  return {
    value,
    unit,
    text: text.slice(start, end),
    start,
    end,
    decimals,
    about,
    ...(bound && { bound }),
    ...(parts && { fraction: parts }),
    factor,
    ...(why !== undefined && { ordinary: why }),
  };
}

function limits(tokens: Token[], found: Found): { bound: Bound | undefined; about: boolean } {
  let at = found.from;
  let bound: Bound | undefined;
  let about = false;
  for (let step = 0; step < 3; step++) {
    const before = BOUNDS_BEFORE.find(([words]) =>
      words.every((word, index) => tokens[at - words.length + index]?.lower === word),
    );
    if (
      before &&
      !(found.kind === 'duration' && NOT_OF_TIME.has(before[0][0]!) && before[0].length === 1)
    ) {
      bound ??= before[1];
      at -= before[0].length;
      continue;
    }
    const word = tokens[at - 1]?.lower ?? '';
    if (ABOUT.has(word)) about = true;
    else if (!THIN.has(word)) break;
    at--;
  }
  const isPlus = tokens[found.to]?.text === '+' && tokens[found.to]!.glued;
  bound ??= found.bound ?? boundAfter(tokens, found.to) ?? (isPlus ? 'at least' : undefined);
  const isSo = tokens[found.to]?.lower === 'or' && tokens[found.to + 1]?.lower === 'so';
  return { bound, about: about || isSo };
}
