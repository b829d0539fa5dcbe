import type { Figure, ReadFigure, Value } from './figure.ts';
import { isCount, isEffect, isTime } from './units.ts';

/** How far "about" reaches: 5 % of the recorded value, 10 % for "about half". */
const ABOUT = 0.05;
const ABOUT_FRACTION = 0.1;
/** How far above a bound the recorded value may lie: "more than half" of 55.4 %, not of 90 %. */
const BOUND_REACH = 0.2;
/** Amounts are not rounded, save for the dust of conversion: 24 hours are a day, 1.4 g are not 1 g. */
const DUST = 0.001;

/** Units whose values are rounded when they are printed. */
const ROUNDED = new Set([
  '%',
  'percentage points',
  'points',
  'times',
  'number',
  'NNT',
  'NNH',
  'I2',
  'age',
]);
/** Their sign is often said in words: "3.16 points lower". */
const SIGNED = new Set(['points', 'percentage points', 'SMD', 'd', 'g', 'r', '%']);

/**
 * Whether a figure of the prose is the recorded one: the same in normal units, rounded to the
 * precision that is printed, with "about" a little more.
 */
export function sameFigure(read: ReadFigure, recorded: Figure): boolean {
  // "people of 18 years and over"
  if (recorded.unit === 'age' && read.unit === 'months') read = inYears(read);
  if (!sameUnit(read, recorded)) return false;
  const [one, other] = [read.value, recorded.value];
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) && sameValue(read, one[0], other[0]) && sameValue(read, one[1], other[1])
    );
  }
  if (Array.isArray(other)) return other.some((end) => sameValue(read, one, end));
  return sameValue(read, one, other);
}

/**
 * Whether a figure of the prose is among the recorded ones. A range may also be two of them.
 */
export function isRecorded(read: ReadFigure, recorded: Figure[]): boolean {
  if (recorded.some((one) => sameFigure(read, one))) return true;
  if (!Array.isArray(read.value)) return false;
  return read.value.every((value) => recorded.some((one) => sameFigure({ ...read, value }, one)));
}

function sameUnit(read: Figure, recorded: Figure): boolean {
  if (read.unit === recorded.unit) return true;
  // A number whose unit the sentence leaves out: "55 responded", "1.49 says".
  if (read.unit === 'number') {
    return (
      isCount(recorded.unit) ||
      isEffect(recorded.unit) ||
      ['points', 'percentage points', 'age'].includes(recorded.unit)
    );
  }
  if (recorded.unit === 'number') return isCount(read.unit) || read.unit === 'points';
  // "14.2 points" of a percentage, "7 doses" a week.
  if (read.unit === 'points' && recorded.unit === 'percentage points') return true;
  return withoutTime(recorded.unit) === read.unit;
}

function inYears(read: ReadFigure): ReadFigure {
  const years = (months: Value) => (typeof months === 'number' ? months / 12 : months);
  const { value } = read;
  const divided: Value | [Value, Value] = Array.isArray(value)
    ? [years(value[0]), years(value[1])]
    : years(value);
  return { ...read, value: divided, unit: 'age', factor: 1 };
}

/** `mg/day` is `mg` where the sentence before has said "a day"; `mg/kg` never is `mg`. */
function withoutTime(unit: string): string {
  const parts = unit.split('/');
  return parts.length > 1 && isTime(parts.at(-1)!) && parts[0] !== 'times'
    ? parts.slice(0, -1).join('/')
    : unit;
}

function sameValue(read: ReadFigure, one: Value, other: Value): boolean {
  if (typeof one === 'string' || typeof other === 'string') {
    return typeof one === 'string' && typeof other === 'string' && sameDate(one, other);
  }
  if (SIGNED.has(read.unit) || read.unit === 'number') {
    one = Math.abs(one);
    other = Math.abs(other);
  }
  if (Math.abs(one - other) <= tolerance(read, other)) return true;
  if (read.fraction && isNearestFraction(read.fraction, other)) return true;
  return read.bound !== undefined && keeps(read, one, other);
}

/** A date as exact as the recorded one, or less. */
function sameDate(read: string, recorded: string): boolean {
  return recorded === read || recorded.startsWith(`${read}-`);
}

function tolerance(
  { unit, decimals, factor = 1, about, fraction }: ReadFigure,
  recorded: number,
): number {
  const dust = Math.abs(recorded) * DUST + 1e-9;
  const around = about ? Math.abs(recorded) * (fraction ? ABOUT_FRACTION : ABOUT) : 0;
  const isRounded = decimals >= 0 && (ROUNDED.has(unit) || (isEffect(unit) && decimals > 0));
  const rounding = isRounded ? 0.5 * 10 ** -decimals * factor * (1 + 1e-9) : 0;
  return Math.max(dust, around, rounding);
}

/** 14.3 % is 1 in 7, because it is nearer to that than to 1 in 6 or 1 in 8. */
function isNearestFraction([part, whole]: [number, number], percent: number): boolean {
  if (percent <= 0) return false;
  if (part === 1 && whole > 4) return Math.round(100 / percent) === whole;
  if (whole >= 10) return Math.round((percent * whole) / 100) === part;
  return whole > 4 && Math.abs((percent * whole) / 100 - part) < 0.25;
}

/** "more than half", "over 400 people", "up to 8", "p < 0.001". */
function keeps({ bound, unit, fraction }: ReadFigure, limit: number, recorded: number): boolean {
  if (unit === 'p') return bound === 'less than' ? recorded < limit : false;
  const isLoose = unit === '%' || isCount(unit) || fraction !== undefined;
  if (!isLoose) return false;
  const near = Math.abs(recorded - limit) <= Math.abs(limit) * BOUND_REACH;
  const isAbove =
    bound === 'more than' ? recorded > limit : bound === 'at least' && recorded >= limit;
  const isBelow =
    bound === 'less than' ? recorded < limit : bound === 'at most' && recorded <= limit;
  return near && (isAbove || isBelow);
}
