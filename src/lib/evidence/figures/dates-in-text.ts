import { unitAt } from './units-in-text.ts';
import { dateAt, isYear, monthOf } from './dates.ts';
import { type Found, ordinary } from './found.ts';
import { type Token, isHyphen } from './numbers.ts';
import { ordinaryYear } from './ordinary.ts';

export function dateFound(tokens: Token[], at: number): Found | undefined {
  const token = tokens[at]!;
  if (token.kind !== 'number' && monthOf(token) === undefined) return undefined;
  const glued = token.glued && (tokens[at - 1]?.kind === 'word' || isHyphen(tokens[at - 1]));
  if (glued && tokens[at - 1]?.kind === 'word') return undefined;
  const why = isYear(token) ? ordinaryYear(tokens, at) : undefined;
  const yearAlone =
    isYear(token) && (why !== undefined || unitAt(tokens, at + 1, false) === undefined);
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
