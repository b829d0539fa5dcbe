import type { Value } from './figure.ts';
import { isHyphen, type Token } from './numbers.ts';

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const SHORT_MONTHS = MONTHS.map((month) => month.slice(0, 3));

/** Years in which something could have been published or tried. */
const FIRST_YEAR = 1800;
const LAST_YEAR = 2099;

interface Day {
  year?: number | undefined;
  month?: number | undefined;
  day?: number | undefined;
  to: number;
}

/** A date or a span of dates, with the token behind it. */
export interface FoundDate {
  value: Value | [Value, Value];
  to: number;
}

export function monthOf(token: Token | undefined): number | undefined {
  if (!token || token.kind !== 'word' || !/^[A-Z]/.test(token.text)) return undefined;
  const { lower } = token;
  const index = lower === 'sept' ? 8 : Math.max(MONTHS.indexOf(lower), SHORT_MONTHS.indexOf(lower));
  return index === -1 ? undefined : index + 1;
}

export function isYear(token: Token | undefined): boolean {
  if (token?.kind !== 'number' || !token.plain || token.text.length !== 4) return false;
  return token.value >= FIRST_YEAR && token.value <= LAST_YEAR;
}

/**
 * The date that begins at token `at`: a day, a month or a year, or two of them as a span. A year
 * alone counts only where `yearAlone` says so. A day or month without a year is none.
 */
export function dateAt(tokens: Token[], at: number, yearAlone: boolean): FoundDate | undefined {
  const first = dayAt(tokens, at);
  if (!first) return undefined;
  const between = tokens[at - 1]?.lower === 'between';
  const separator = tokens[first.to];
  const last = separates(separator, between) ? dayAt(tokens, first.to + 1) : undefined;
  const isYearAlone = first.month === undefined;
  const lastYear = last?.year;
  if (last && lastYear !== undefined && (!isYearAlone || last.month === undefined)) {
    const span = [{ year: lastYear, ...strip(first) }, last] as const;
    const low = isoOf(span[0]);
    const high = isoOf(span[1]);
    if (low && high && low < high) return { value: [low, high], to: last.to };
  }
  if (isYearAlone && !yearAlone) return undefined;
  const value = isoOf(first);
  return value === undefined ? undefined : { value, to: first.to };
}

/** Without what is not known, so that it does not hide the year of the other end. */
function strip({ year, month, day }: Day): Omit<Day, 'to'> {
  return { ...(year !== undefined && { year }), month, day };
}

function separates(token: Token | undefined, between: boolean): boolean {
  if (!token) return false;
  if (['to', 'until', 'till', 'through', '–', '—', '/'].includes(token.lower)) return true;
  return isHyphen(token) || (between && token.lower === 'and');
}

function isoOf({ year, month, day }: Omit<Day, 'to'>): string | undefined {
  if (year === undefined || (month === undefined && day !== undefined)) return undefined;
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  if (day !== undefined && (day < 1 || day > 31)) return undefined;
  const parts = [month, day].filter((part) => part !== undefined);
  return [String(year), ...parts.map((part) => String(part).padStart(2, '0'))].join('-');
}

function dayAt(tokens: Token[], at: number): Day | undefined {
  const [first, second, third, fourth, fifth] = tokens.slice(at, at + 5);
  if (!first) return undefined;
  if (isYear(first)) {
    // 2023-05-24
    const isIso =
      isHyphen(second) &&
      isHyphen(fourth) &&
      [second, third, fourth, fifth].every((one) => one?.glued);
    if (isIso && third?.text.length === 2 && fifth?.text.length === 2) {
      return { year: first.value, month: third.value, day: fifth.value, to: at + 5 };
    }
    return { year: first.value, to: at + 1 };
  }
  const month = monthOf(first);
  if (month !== undefined) {
    const dot = second?.text === '.' && first.text.length <= 4 ? 1 : 0;
    if (isYear(tokens[at + 1 + dot])) {
      return { year: tokens[at + 1 + dot]!.value, month, to: at + 2 + dot };
    }
    const day = dayNumber(tokens, at + 1);
    if (!day) return { month, to: at + 1 };
    const comma = tokens[day.to]?.text === ',' ? 1 : 0;
    const year = tokens[day.to + comma];
    if (isYear(year)) return { year: year!.value, month, day: day.day, to: day.to + comma + 1 };
    return { month, day: day.day, to: day.to };
  }
  const day = dayNumber(tokens, at);
  const of = day && tokens[day.to]?.lower === 'of' ? 1 : 0;
  const itsMonth = day && monthOf(tokens[day.to + of]);
  if (!day || itsMonth === undefined) return undefined;
  const to = day.to + of + 1;
  const comma = tokens[to]?.text === ',' ? 1 : 0;
  const year = tokens[to + comma];
  if (isYear(year)) return { year: year!.value, month: itsMonth, day: day.day, to: to + comma + 1 };
  return { month: itsMonth, day: day.day, to };
}

/** 24 or 24th. */
function dayNumber(tokens: Token[], at: number): { day: number; to: number } | undefined {
  const token = tokens[at];
  if (token?.kind !== 'number' || !token.plain || token.value < 1 || token.value > 31)
    return undefined;
  const next = tokens[at + 1];
  const ordinal = next?.glued && ['st', 'nd', 'rd', 'th'].includes(next.lower);
  return { day: token.value, to: ordinal ? at + 2 : at + 1 };
}
