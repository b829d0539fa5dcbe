import type { Bound, ReadFigure, Reading, Unit, Value } from './figure.ts';
import { dateAt, isYear, monthOf } from './figures-dates.ts';
import { ordinaryNumber, ordinaryYear } from './figures-ordinary.ts';
import {
  ABOUT,
  AFTER_FRACTION,
  AS_MUCH,
  BOUNDS_AFTER,
  BOUNDS_BEFORE,
  CHANGES,
  COUNTED_TIMES,
  DETERMINERS,
  FACTORS,
  FRACTIONS,
  FROM_NOW,
  NO_ADJECTIVES,
  NO_HALF,
  NOT_OF_TIME,
  PEOPLE_AGED,
  THIN,
} from './figures-words.ts';
import { isHyphen, quantityAt, tokensOf, type Quantity, type Token } from './numbers.ts';
import {
  effectOf,
  isTime,
  partOfAdverb,
  partOfWord,
  scaled,
  startsEffect,
  unitOfWord,
  withParts,
  type UnitKind,
} from './units.ts';

/** A figure with the tokens that it is printed with. */
interface Found {
  value: Value | [Value, Value];
  unit: Unit;
  from: number;
  to: number;
  decimals: number;
  inWords: boolean;
  kind?: UnitKind;
  factor?: number;
  fraction?: [number, number];
  bound?: Bound;
  ordinary?: string;
}

/** Digits that say nothing one could compare. */
interface Unreadable {
  unreadable: true;
  from: number;
  to: number;
}

/** The name of an effect size, with the tokens within which its number stands. */
interface Effect {
  unit: Unit;
  /** The token behind the name. */
  from: number;
  until: number;
}

/** How far the number may stand behind "the hazard ratio for …", in words and signs. */
const EFFECT_REACH = 14;
/** Adjectives between a number and what it counts: "10 small randomised controlled trials". */
const MOST_ADJECTIVES = 4;
/** Words between a dose and its "a day": "1 g of marine omega-3 a day". */
const MOST_BEFORE_PART = 7;
/** "the first two days", "these two days": a stretch that the text has named. */
const KNOWN_STRETCH = new Set(['first', 'these', 'those', 'your']);
/** Adjectives of a duration: "three more weeks". */
const TIMED_ADJECTIVES = new Set([
  'more',
  'whole',
  'full',
  'consecutive',
  'further',
  'long',
  'additional',
]);

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

function ordinary(from: number, to: number, why: string): Found {
  return { value: 0, unit: 'number', from, to, decimals: 0, inWords: false, ordinary: why };
}

// Dates ------------------------------------------------------------------------------------------

function dateFound(tokens: Token[], at: number): Found | undefined {
  const token = tokens[at]!;
  if (token.kind !== 'number' && monthOf(token) === undefined) return undefined;
  const glued = token.glued && (tokens[at - 1]?.kind === 'word' || isHyphen(tokens[at - 1]));
  if (glued && tokens[at - 1]?.kind === 'word') return undefined;
  const why = isYear(token) ? ordinaryYear(tokens, at) : undefined;
  const yearAlone = isYear(token) && (why !== undefined || !counts(tokens, at + 1));
  const date = dateAt(tokens, at, yearAlone);
  const next = date && tokens[date.to];
  if (next?.glued && ['s', "'s", '’s'].includes(next.lower))
    return ordinary(at, date!.to + 1, 'decade');
  if (date) {
    return {
      value: date.value,
      unit: 'date',
      from: at,
      to: date.to,
      decimals: 0,
      inWords: false,
      ...(why && date.to === at + 1 && { ordinary: why }),
    };
  }
  return dayOfYear(tokens, at);
}

/** "24 May" and "May 24" say too little to compare. */
function dayOfYear(tokens: Token[], at: number): Found | undefined {
  const [first, second, third] = tokens.slice(at, at + 3);
  const suffix = second?.glued && ['st', 'nd', 'rd', 'th'].includes(second.lower) ? 1 : 0;
  if (first!.kind === 'number' && first!.plain && first!.value <= 31) {
    const month = suffix ? third : second;
    if (monthOf(month) !== undefined) return ordinary(at, at + 2 + suffix, 'day of the year');
  }
  const isDay = second?.kind === 'number' && second.plain && second.value <= 31;
  if (monthOf(first) !== undefined && first!.lower !== 'may' && isDay) {
    return ordinary(at, at + 2, 'day of the year');
  }
  return undefined;
}

/** Whether a number stands where that of an effect size does: behind its name, or behind "was". */
function follows(tokens: Token[], at: number, { from }: Effect): boolean {
  let before = at - 1;
  while (before >= from && (ABOUT.has(tokens[before]!.lower) || THIN.has(tokens[before]!.lower)))
    before--;
  return (
    before < from || CONNECTS.test(tokens[before]!.lower) || BOUND_WORDS.has(tokens[before]!.lower)
  );
}

/** Whether what stands at `at` is counted: "1900 people", "2000 mg". */
function counts(tokens: Token[], at: number): boolean {
  return unitAt(tokens, at, false) !== undefined;
}

// Parts of a whole -------------------------------------------------------------------------------

/** "half", "a third", "two thirds", "1 in 7", "7 out of 10". */
function partOfWhole(tokens: Token[], at: number): Found | undefined {
  return fractionInWords(tokens, at) ?? oneIn(tokens, at);
}

function fractionInWords(tokens: Token[], at: number): Found | undefined {
  const token = tokens[at]!;
  if (token.kind !== 'word') return undefined;
  if (token.lower === 'half') return half(tokens, at);
  const isArticle = token.lower === 'a' || token.lower === 'an';
  const count = isArticle
    ? { value: 1, to: at + 1 }
    : token.lower === 'and'
      ? undefined
      : quantityAt(tokens, at);
  if (!count || count.value > 9) return undefined;
  const step = isHyphen(tokens[count.to]) ? 1 : 0;
  const part = tokens[count.to + step];
  const whole = part && Object.hasOwn(FRACTIONS, part.lower) ? FRACTIONS[part.lower]! : undefined;
  if (whole === undefined || part!.lower === 'half' || count.value >= whole) return undefined;
  const to = count.to + step + 1;
  // "a third party", "one third trial".
  if (count.value === 1 && !endsFraction(tokens, to)) return undefined;
  return fraction(tokens, at, to, count.value, whole);
}

function half(tokens: Token[], at: number): Found | undefined {
  const before = tokens[at - 1]?.lower ?? '';
  const article = before === 'a' || before === 'one' ? tokens[at - 2]?.lower : before;
  const next = tokens[at + 1];
  // "and a half", "the second half", "half-life", "half past three", "half as many again".
  if (NO_HALF.has(article ?? '') || (before === 'a' && article === 'and')) return undefined;
  if (isHyphen(next) || next?.lower === 'past' || next?.lower === 'as') return undefined;
  const unit = ['a', 'an'].includes(next?.lower ?? '') ? unitAt(tokens, at + 2, false) : undefined;
  if (unit && unit.kind !== 'count') {
    const value = scaled(0.5, unit.factor);
    return {
      value,
      ...unit,
      from: at,
      decimals: 1,
      inWords: true,
    };
  }
  return fraction(tokens, at, at + 1, 1, 2);
}

/** Whether what stands at `at` lets "a third" before it be a part of a whole. */
function endsFraction(tokens: Token[], at: number): boolean {
  const next = tokens[at];
  return next === undefined || next.kind === 'sign' || AFTER_FRACTION.has(next.lower);
}

/** Words for those whom a share is a share of. */
const WHOLES = new Set(
  'them those these whom us participants cases score scores response responses rate rates'.split(
    ' ',
  ),
);

function fraction(tokens: Token[], from: number, to: number, part: number, whole: number): Found {
  let why: string | undefined;
  let of = to;
  if (tokens[of]?.lower === 'of') {
    // Whose: "half of the 62 people", but "half of the page".
    const noun = tokens
      .slice(of + 1, of + 7)
      .find(({ lower }) => WHOLES.has(lower) || unitOfWord(lower)?.kind === 'count');
    if (!noun) why = 'idiom';
  } else if (tokens[of]?.lower === 'the' || tokens[of]?.lower === 'a') {
    of++;
    const noun = tokens
      .slice(of, of + 4)
      .find(({ lower }) => WHOLES.has(lower) || unitOfWord(lower)?.kind === 'count');
    if (!noun) why = 'idiom';
  } else if (!endsFraction(tokens, to)) why = 'idiom';
  return {
    value: (100 * part) / whole,
    unit: '%',
    from,
    to,
    decimals: -1,
    inWords: true,
    fraction: [part, whole],
    ...(why && { ordinary: why }),
  };
}

/** The largest whole of "1 in 100,000". */
const LARGEST_WHOLE = 1e6;

function oneIn(tokens: Token[], at: number): Found | undefined {
  const part = quantityAt(tokens, at);
  if (
    !part ||
    gluedToWord(tokens, at) ||
    tokens[at - 1]?.text === '.' ||
    !Number.isInteger(part.value)
  )
    return undefined;
  const next = tokens[part.to];
  const words =
    next?.lower === 'in' ? 1 : next?.lower === 'out' && tokens[part.to + 1]?.lower === 'of' ? 2 : 0;
  const isSlash = next?.text === '/' && next.glued && tokens[part.to + 1]?.glued === true;
  if (words === 0 && !isSlash) return undefined;
  const of = part.to + (isSlash ? 1 : words);
  const every = tokens[of]?.lower === 'every' ? 1 : 0;
  const whole = quantityAt(tokens, of + every);
  if (!whole || whole.value <= part.value || whole.value > LARGEST_WHOLE) return undefined;
  if (!Number.isInteger(whole.value) || part.value === 0) return undefined;
  if (words === 1 && isYear(tokens[of])) return undefined;
  const unit = unitAt(tokens, whole.to, false);
  if (unit && unit.kind !== 'count') return undefined;
  return {
    value: (100 * part.value) / whole.value,
    unit: '%',
    from: at,
    to: whole.to,
    decimals: -1,
    inWords: part.inWords,
    fraction: [part.value, whole.value],
  };
}

// Comparisons and frequencies --------------------------------------------------------------------

/** "twice a week", "three times daily", "twice as many", "tenfold", "doubled". */
function comparison(tokens: Token[], at: number): Found | undefined {
  const token = tokens[at]!;
  const simple = { from: at, decimals: 0, inWords: true };
  if (token.kind === 'word' && Object.hasOwn(FACTORS, token.lower)) {
    const next = tokens[at + 1]?.lower;
    // "double blind", "a double dose", "double-check"
    if (token.lower === 'double' && !['the', 'that', 'in', 'their', 'its'].includes(next ?? ''))
      return undefined;
    return { ...simple, value: FACTORS[token.lower]!, unit: 'times', to: at + 1 };
  }
  const inOne = /^(.+)fold$/.exec(token.lower);
  if (token.kind === 'word' && inOne) {
    const value = quantityAt(tokensOf(inOne[1]!), 0);
    if (value) return { ...simple, value: value.value, unit: 'times', to: at + 1 };
  }
  const count =
    token.lower === 'twice'
      ? { value: 2, to: at + 1, high: 2, inWords: true, decimals: 0 }
      : token.lower === 'once'
        ? { value: 1, to: at + 1, high: 1, inWords: true, decimals: 0 }
        : timesAt(tokens, at);
  if (!count) return undefined;
  const value: Value | [Value, Value] =
    count.high === count.value ? count.value : [count.value, count.high];
  const { decimals, inWords } = count;
  const per = timePartAt(tokens, count.to);
  if (per) return { ...simple, decimals, inWords, value, unit: `times/${per.part}`, to: per.to };
  if (count.high !== count.value) {
    return { ...simple, decimals, inWords, value, unit: 'times', to: count.to };
  }
  if (tokens[count.to - 1]!.lower === 'fold' || AS_MUCH.has(tokens[count.to]?.lower ?? '')) {
    return token.lower === 'once'
      ? undefined
      : { ...simple, decimals, inWords, value, unit: 'times', to: count.to };
  }
  if (inWords) return { ...simple, value, unit: 'sessions', to: count.to, ordinary: 'idiom' };
  return { ...simple, decimals, inWords, value, unit: 'sessions', to: count.to };
}

/** "three times", "two to three times", "1.5 times", "10-fold". */
function timesAt(
  tokens: Token[],
  at: number,
): { value: number; high: number; to: number; inWords: boolean; decimals: number } | undefined {
  const low = quantityAt(tokens, at);
  if (!low || gluedToWord(tokens, at)) return undefined;
  const separator = tokens[low.to];
  const isRange = separator && (['to', 'or', '–'].includes(separator.lower) || isHyphen(separator));
  const high = isRange ? quantityAt(tokens, low.to + 1) : undefined;
  const last = high ?? low;
  const step = isHyphen(tokens[last.to]) ? 1 : 0;
  const word = tokens[last.to + step]?.lower;
  if (word !== 'fold' && (word !== 'times' || step === 1)) return undefined;
  return {
    value: low.value,
    high: last.value,
    to: last.to + step + 1,
    inWords: low.inWords,
    decimals: Math.max(low.decimals, last.decimals),
  };
}

/** "a week", "per day", "every month", "daily". */
function timePartAt(tokens: Token[], at: number): { part: string; to: number } | undefined {
  const word = tokens[at]?.lower ?? '';
  const adverb = partOfAdverb(word);
  if (adverb) return { part: adverb, to: at + 1 };
  if (!['a', 'an', 'per', 'each', 'every', '/'].includes(word)) return undefined;
  const part = partOfWord(tokens[at + 1]?.lower ?? '');
  return part && isTime(part) ? { part, to: at + 2 } : undefined;
}

// Amounts ----------------------------------------------------------------------------------------

/** What may stand behind a number. */
interface FoundUnit {
  unit: Unit;
  factor: number;
  kind: UnitKind;
  to: number;
  /** "or less", where it stands inside: "1 g or less a day". */
  bound?: Bound;
}

/** A number, or two, with a unit where there is one. */
function amount(
  tokens: Token[],
  at: number,
  effect: Effect | undefined,
): Found | Unreadable | undefined {
  const sign = minusAt(tokens, at);
  const first = quantityAt(tokens, at + (sign ? 1 : 0));
  if (!first) return undefined;
  if (!first.inWords && gluedToWord(tokens, at)) {
    return ordinary(at, chunkEnd(tokens, at), 'name');
  }
  const low = { ...first, value: (sign ? -1 : 1) * first.value };
  const broken = brokenEnd(tokens, low.to);
  if (!low.inWords && broken) return { unreadable: true, from: at, to: broken };
  const pair = rangeAt(tokens, at, low);
  const last = pair?.high ?? low;
  const isHyphened = isHyphen(tokens[last.to]) && tokens[last.to]!.glued;
  const after = isHyphened && tokens[last.to + 1]?.glued ? last.to + 1 : last.to;
  const unit =
    unitAt(tokens, after, true) ?? (pair?.unit ? { ...pair.unit, to: last.to } : undefined);
  const value: Value | [Value, Value] = pair ? [low.value, last.value] : low.value;
  const decimals = Math.max(low.decimals, last.decimals);
  const base = { from: at, decimals, inWords: low.inWords };

  const aged = age(tokens, at, last.to, unit);
  if (aged) return { ...base, value, unit: 'age', ...aged };
  if (unit) return withUnit(tokens, { ...base, value, factor: low.scale }, unit, effect);

  const why = ordinaryNumber(tokens, at, last.to);
  const isSize = effect && !low.inWords && follows(tokens, at, effect);
  if (isSize && (why === undefined || why === 'name')) {
    return { ...base, value, unit: effect.unit, to: last.to, kind: 'effect' };
  }
  if (why) return { ...base, value, unit: 'number', to: last.to, ordinary: why };
  if (isHyphened && tokens[after]?.kind === 'word' && after > last.to) {
    return { ...base, value, unit: 'number', to: chunkEnd(tokens, after), ordinary: 'name' };
  }
  const counted =
    COUNTED_TIMES.has(tokens[at - 1]?.lower ?? '') && unitOfWord(tokens[at - 1]!.lower);
  if (counted) {
    const day = { ...counted, to: last.to };
    return { ...withUnit(tokens, { ...base, value, factor: 1 }, day, undefined), from: at - 1 };
  }
  const n = ['n', '='].every((text, index) => tokens[at - 2 + index]?.lower === text);
  if (n) return { ...base, value, unit: 'people', to: last.to, kind: 'count' };
  if (low.inWords) return { ...base, value, unit: 'number', to: last.to, ordinary: 'idiom' };
  return { ...base, value, unit: 'number', to: last.to, factor: low.scale };
}

function withUnit(
  tokens: Token[],
  base: {
    value: Value | [Value, Value];
    from: number;
    decimals: number;
    inWords: boolean;
    factor: number;
  },
  unit: FoundUnit,
  effect: Effect | undefined,
): Found {
  const { value } = base;
  const scale = (one: Value): Value => (typeof one === 'number' ? scaled(one, unit.factor) : one);
  const found: Found = {
    ...base,
    value: Array.isArray(value) ? [scale(value[0]), scale(value[1])] : scale(value),
    unit: unit.unit,
    kind: unit.kind,
    to: unit.to,
    factor: unit.factor * base.factor,
    ...(unit.bound && { bound: unit.bound }),
  };
  if (effect?.unit === 'I2' && unit.unit === '%') found.unit = 'I2';
  const why =
    ordinaryAmount(tokens, found) ??
    // "reference 4 sessions": what a number in front names.
    (base.inWords ? undefined : ordinaryNumber(tokens, found.from, found.to, unit.kind));
  return why ? { ...found, ordinary: why } : found;
}

/** Why an amount with a unit is no clinical figure. */
function ordinaryAmount(
  tokens: Token[],
  { value, unit, kind, from, to, inWords }: Found,
): string | undefined {
  const before = tokens[from - 1]?.lower ?? '';
  const next = tokens[to]?.lower ?? '';
  if (unit === '%' && isInterval(tokens, to)) return 'level of confidence';
  if (kind === 'duration') {
    if (next === 'ago') return 'relative time';
    if (FROM_NOW.has(before) || KNOWN_STRETCH.has(before)) return 'relative time';
    if (value === 1440 && inWords) return 'idiom';
    if (
      next === 'read' ||
      (next === 'to' && tokens[to + 1]?.lower === 'read') ||
      before === 'time'
    ) {
      return 'reading time';
    }
    if (['hours', 'days'].includes(tokens[to - 1]!.lower) && timePartAt(tokens, to))
      return 'time of day';
  }
  if (kind === 'count' && inWords) {
    if (value === 1) return 'idiom';
    const known = DETERMINERS.has(before) || (before === 'of' && tokens[from - 2]?.lower === 'all');
    if (known && (unit === 'studies' || unit === 'sessions' || before !== 'the')) return 'idiom';
  }
  if (kind === 'count' && ['our', 'these', 'those', 'your'].includes(before)) return 'idiom';
  return undefined;
}

/** "95% CI", "95% confidence interval". */
function isInterval(tokens: Token[], at: number): boolean {
  const [first, second] = [tokens[at], tokens[at + 1]];
  return (
    ['ci', 'cis', 'cri'].includes(first?.lower ?? '') ||
    (['confidence', 'credible', 'prediction'].includes(first?.lower ?? '') &&
      /^(?:interval|limit|level)/.test(second?.lower ?? ''))
  );
}

/** A minus that belongs to the number behind it, and is no hyphen or dash. */
function minusAt(tokens: Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token || next?.kind !== 'number') return false;
  if (token.lower === 'minus') return true;
  if (token.text !== '−' && !isHyphen(token) && token.text !== '–') return false;
  const before = tokens[at - 1];
  return next.glued && (!token.glued || before === undefined || /^[([=:,]$/.test(before.text));
}

/** "B12", "omega-3", "KARMA-Dep2": the number is a part of a name. */
function gluedToWord(tokens: Token[], at: number): boolean {
  const token = tokens[at]!;
  if (!token.glued || token.kind !== 'number') return false;
  const before = tokens[at - 1];
  if (before?.kind === 'word') return true;
  const word = tokens[at - 2];
  if (!isHyphen(before) || !before!.glued || word?.kind !== 'word') return false;
  return !['mid', 'pre', 'post', 'late', 'early'].includes(word.lower);
}

/** Behind the last of the tokens that stand together without a blank: words, numbers, hyphens. */
function chunkEnd(tokens: Token[], at: number): number {
  let to = at + 1;
  while (tokens[to]?.glued && (tokens[to]!.kind !== 'sign' || isHyphen(tokens[to]))) {
    if (isHyphen(tokens[to]) && !tokens[to + 1]?.glued) break;
    to++;
  }
  return to;
}

/** Where digits run into letters and digits again ("12x7"): the end of the heap; else 0. */
function brokenEnd(tokens: Token[], at: number): number {
  const [word, number] = [tokens[at], tokens[at + 1]];
  if (!word?.glued || !number?.glued || number.kind !== 'number') return 0;
  const isLetters = word.kind === 'word' && !unitOfWord(word.lower) && !partOfAdverb(word.lower);
  if (!isLetters && !['×', '^', '*', '_', '\\', '|', '%'].includes(word.text)) return 0;
  let to = at;
  while (tokens[to]?.glued && !/^[,.;:)\]]$/.test(tokens[to]!.text)) to++;
  return to;
}

/** The second number of a range, with the unit that stood at the first one: "1 g to 2 g". */
function rangeAt(
  tokens: Token[],
  at: number,
  low: Quantity,
): { high: Quantity; unit: FoundUnit | undefined } | undefined {
  const own = unitAt(tokens, low.to, false);
  const behind = own && own.kind !== 'count' && own.kind !== 'duration' ? own.to : low.to;
  const separator = tokens[behind];
  if (!separator) return undefined;
  const opening = tokens[at - 1]?.lower;
  const isComma =
    separator.text === ',' && ['[', '('].includes(tokens[at - 1]?.text ?? '') && behind === low.to;
  const joins =
    ['to', 'until', '–', '—', '−'].includes(separator.lower) ||
    (isHyphen(separator) && separator.glued) ||
    (separator.lower === 'and' && opening === 'between') ||
    (isComma && tokens[behind + 1] !== undefined && intervalBefore(tokens, at - 1));
  if (!joins) return undefined;
  // "rose from 30% to 55%" and "from 30 to 55 points" are two figures.
  if (opening === 'from' && separator.lower === 'to' && changes(tokens, at - 1)) return undefined;
  const under =
    tokens[behind + 1]?.lower === 'under' || tokens[behind + 1]?.lower === 'below' ? 1 : 0;
  const signed = minusAt(tokens, behind + 1 + under);
  const high = quantityAt(tokens, behind + 1 + under + (signed ? 1 : 0));
  if (!high || (high.inWords !== low.inWords && own === undefined && !isHyphen(separator)))
    return undefined;
  const value = signed ? -high.value : high.value;
  // "1 g to 2 weeks": the second has another unit, and is another figure.
  const other = unitAt(tokens, high.to, false);
  if (own && behind === own.to && other && other.unit.split('/')[0] !== own.unit.split('/')[0])
    return undefined;
  if (own && behind === own.to && !other) {
    if (own.kind !== 'share') return undefined;
  }
  // "500 mg to 1 g": in the second unit.
  const ratio = own && behind === own.to && other ? own.factor / other.factor : 1;
  if (value <= low.value * ratio) return undefined;
  low.value = scaled(low.value, ratio);
  return { high: { ...high, value }, unit: behind === own?.to ? own : undefined };
}

/** Whether "95% CI (" stands before `at`. */
function intervalBefore(tokens: Token[], at: number): boolean {
  return tokens
    .slice(Math.max(0, at - 4), at + 1)
    .some(({ lower }) => ['ci', 'interval', 'cri'].includes(lower));
}

/** Whether a verb of change stands shortly before `at`. */
function changes(tokens: Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 4), at).some(({ lower }) => CHANGES.has(lower));
}

/**
 * The unit that begins at `at`. With `wide`, also behind "or less", behind adjectives, and with
 * what a dose is given for.
 */
function unitAt(tokens: Token[], at: number, wide: boolean): FoundUnit | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const [second, third] = [tokens[at + 1], tokens[at + 2]];
  const isShare = token.text === '%' || token.lower === 'percent';
  const isPer = token.lower === 'per' && second?.lower === 'cent';
  if (isShare || isPer || token.lower === 'percentage') {
    const to = at + (isPer ? 2 : 1);
    const hyphen = isHyphen(tokens[to]) ? 1 : 0;
    if (/^points?$/.test(tokens[to + hyphen]?.lower ?? '')) {
      return { unit: 'percentage points', factor: 1, kind: 'points', to: to + hyphen + 1 };
    }
    return token.lower === 'percentage' ? undefined : { unit: '%', factor: 1, kind: 'share', to };
  }
  if (token.lower === 'pp')
    return { unit: 'percentage points', factor: 1, kind: 'points', to: at + 1 };
  if (token.kind !== 'word') return undefined;
  if (token.lower === 'years' && second?.lower === 'of' && third?.lower === 'age') {
    return { unit: 'age', factor: 1, kind: 'other', to: at + 3 };
  }
  const meta =
    isHyphen(second) && third?.glued ? unitOfWord(`${token.lower}-${third.lower}`) : undefined;
  if (meta) return { ...meta, to: at + 3 };
  const known = unitOfWord(token.lower);
  if (known && !isMisread(tokens, at, known.kind)) {
    const plain = { ...known, to: at + 1 };
    return known.kind === 'dose' ? dose(tokens, plain, wide) : plain;
  }
  return wide ? counted(tokens, at) : undefined;
}

/** Single letters are units only glued to their number or behind it in small letters. */
function isMisread(tokens: Token[], at: number, kind: UnitKind): boolean {
  const { text, lower } = tokens[at]!;
  if (lower === 'l' || lower === 'g' || lower === 'h' || lower === 'd') {
    return text !== lower && text !== 'L';
  }
  // "3 min" but "10 May": a month is no unit anyway; "2 mos" is.
  return kind === 'duration' && lower === 'mo' && text !== 'mo';
}

/** What is counted, behind adjectives: "10 small randomised trials", "three more weeks". */
function counted(tokens: Token[], at: number): FoundUnit | undefined {
  for (let step = 0; step < MOST_ADJECTIVES; step++) {
    const word = tokens[at + step];
    if (!word) return undefined;
    if (isHyphen(word) && word.glued && tokens[at + step + 1]?.glued) continue;
    if (word.kind !== 'word') return undefined;
    if (NO_ADJECTIVES.has(word.lower) && !TIMED_ADJECTIVES.has(word.lower)) return undefined;
    const next = tokens[at + step + 1];
    const known = next?.kind === 'word' ? unitOfWord(next.lower) : undefined;
    if (known?.kind === 'count') return { ...known, to: at + step + 2 };
    if (known?.kind === 'duration' && TIMED_ADJECTIVES.has(word.lower))
      return { ...known, to: at + step + 2 };
  }
  return undefined;
}

/** A dose with what it is given for: "mg/kg", "mg per kilogram of body weight", "g of EPA a day". */
function dose(tokens: Token[], plain: FoundUnit, wide: boolean): FoundUnit {
  const parts: string[] = [];
  const limit = boundAfter(tokens, plain.to);
  let to = plain.to;
  let last = plain.to;
  for (let step = 0; parts.length < 3 && step < MOST_BEFORE_PART;) {
    const token = tokens[to];
    if (!token || /^[.;:()]$/.test(token.text)) break;
    const adverb = partOfAdverb(token.lower);
    if (adverb) {
      parts.push(adverb);
      last = ++to;
      continue;
    }
    const joins = ['/', 'per', 'a', 'an', 'each', 'every', '·'].includes(token.lower);
    const forEach =
      token.lower === 'for' && ['each', 'every', 'a'].includes(tokens[to + 1]?.lower ?? '');
    const at = to + (forEach ? 2 : 1);
    const part = joins || forEach ? partOfWord(tokens[at]?.lower ?? '') : undefined;
    if (part) {
      parts.push(part);
      to = at + 1;
      const body = ['of', 'body', 'weight'].findIndex((word) => tokens[to]?.lower === word);
      if (body !== -1 && part === 'kg') {
        while (['of', 'body', 'weight', 'bodyweight'].includes(tokens[to]?.lower ?? '')) to++;
      }
      last = to;
      continue;
    }
    const isName = token.kind === 'number' && isHyphen(tokens[to - 1]) && token.glued;
    if (!wide || (token.kind === 'number' && !isName) || token.lower === 'and') break;
    to++;
    step++;
  }
  const inside = last > plain.to && limit ? { bound: limit } : {};
  return { ...plain, ...inside, unit: withParts(plain.unit, parts), to: last };
}

/** An age: "aged 18 to 65", "43 years old", "a 43-year-old". */
function age(
  tokens: Token[],
  at: number,
  numberEnd: number,
  unit: FoundUnit | undefined,
): { to: number; ordinary?: string } | undefined {
  const before = tokens.slice(Math.max(0, at - 3), at).map(({ lower }) => lower);
  const isAged = before.some((word) => ['aged', 'age', 'ages'].includes(word));
  const behind = unit?.to ?? numberEnd;
  const hyphen = isHyphen(tokens[behind]) ? 1 : 0;
  const isOld =
    unit?.unit === 'months' && ['old', 'olds'].includes(tokens[behind + hyphen]?.lower ?? '');
  const ofAge = unit?.unit === 'age';
  if (!isAged && !isOld && !ofAge) return undefined;
  if (isAged && unit && unit.unit !== 'months' && !ofAge) return undefined;
  const to = isOld ? behind + hyphen + 1 : behind;
  const near = tokens.slice(Math.max(0, at - 6), to + 3).map(({ lower }) => lower);
  const isStudy = near.some(
    (word) => PEOPLE_AGED.has(word) || word === 'mean' || word === 'median',
  );
  return isStudy ? { to } : { to, ordinary: 'age in a story' };
}

// Names of effect sizes --------------------------------------------------------------------------

const BOUND_WORDS = new Set(['than', 'least', 'most', 'to', 'versus', 'v', 'vs', 'and', 'from']);
const CONNECTS = /^(?:=|<|>|≤|≥|≈|~|:|,|of|was|is|were|\()$/;

function effectNamed(
  tokens: Token[],
  at: number,
): { unit: Unit; to: number; until: number } | undefined {
  if (tokens[at]!.kind !== 'word' || !startsEffect(tokens[at]!.lower)) return undefined;
  for (let length = 4; length >= 2; length--) {
    const words = tokens.slice(at, at + length);
    if (words.some(({ kind }) => kind !== 'word')) continue;
    const unit = effectOf(words.map(({ lower }) => lower).join(' '));
    if (unit) return { unit, to: at + length, until: at + length + EFFECT_REACH };
  }
  const { text } = tokens[at]!;
  // I² is one token, I2 two.
  const isI2 = text === 'I' && tokens[at + 1]?.text === '2' && tokens[at + 1]!.glued;
  const unit = isI2 ? 'I2' : effectOf(text);
  if (!unit) return undefined;
  const to = at + (isI2 ? 2 : 1);
  // A single letter, or "OR", only where a number follows at once.
  for (let next = to; next < to + 4; next++) {
    const token = tokens[next];
    if (token?.kind === 'number') return { unit, to, until: next + 1 };
    const passes = token && (CONNECTS.test(token.lower) || ['−', '-', '–'].includes(token.text));
    if (!passes) return undefined;
  }
  return undefined;
}

// What figures have from each other --------------------------------------------------------------

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

// How it is printed ------------------------------------------------------------------------------

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

/** "1 g or less", "18 and over", "12 weeks or longer". */
function boundAfter(tokens: Token[], at: number): Bound | undefined {
  const [join, word] = [tokens[at]?.lower ?? '', tokens[at + 1]?.lower ?? ''];
  if (!['or', 'and'].includes(join) || !Object.hasOwn(BOUNDS_AFTER, word)) return undefined;
  return BOUNDS_AFTER[word];
}
