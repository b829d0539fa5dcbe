import { type Effect, follows } from './effects.ts';
import type { Value } from './figure.ts';
import { type Found, type Unreadable, ordinary } from './found.ts';
import {
  type Quantity,
  type Token,
  chunkEnd,
  gluedToWord,
  isHyphen,
  minusAt,
  quantityAt,
} from './numbers.ts';
import { ordinaryNumber } from './ordinary.ts';
import { type FoundUnit, timePartAt, unitAt } from './units-in-text.ts';
import { partOfAdverb, scaled, unitOfWord } from './units.ts';
import { CHANGES, COUNTED_TIMES, DETERMINERS, FAMILY, FROM_NOW, PEOPLE_AGED } from './words.ts';

/** "the first two days", "these two days": a stretch that the text has named. */
const KNOWN_STRETCH = new Set(['first', 'these', 'those', 'your']);

/** A number, or two, with a unit where there is one. */
export function amount(
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
export function ordinaryAmount(
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
    const isOneOf = before === 'of' && tokens[from - 2]?.lower === 'one';
    if (isOneOf && FAMILY.has(tokens[to - 1]!.lower)) return 'idiom';
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

/** Where digits run into letters and digits again ("12x7"): the end of the heap; else 0. */
export function brokenEnd(tokens: Token[], at: number): number {
  const [word, number] = [tokens[at], tokens[at + 1]];
  if (!word?.glued || !number?.glued || number.kind !== 'number') return 0;
  const isLetters = word.kind === 'word' && !unitOfWord(word.lower) && !partOfAdverb(word.lower);
  if (!isLetters && !['×', '^', '*', '_', '\\', '|', '%'].includes(word.text)) return 0;
  let to = at;
  while (tokens[to]?.glued && !/^[,.;:)\]]$/.test(tokens[to]!.text)) to++;
  return to;
}
