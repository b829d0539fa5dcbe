import { dateParts } from '../cite/record.ts';
import { monthName } from '../text/dates.ts';

/** The first three letters of each month, as MEDLINE writes them. */
const MONTHS = Array.from({ length: 12 }, (_, index) => monthName(index + 1).slice(0, 3));
const MONTH = new RegExp(String.raw`\b(${MONTHS.join('|')})[a-z]*`, 'gi');

/**
 * A date as exports write it, as an ISO date as exact as it is: `2023/05/24/`, `2023 Jun 22`,
 * `22 June 2023`, `2023-05-XX`. Of a span only what both ends share is known: `2023 Jan-Feb` is
 * 2023; where the years differ the first stands. Undefined for what has no year or is no day of
 * the calendar.
 */
export function isoDate(text: string): string | undefined {
  const clean = text.trim().replace(/[~?%[\]()]/g, '');
  const span = /^(\d{4}(?:-\d{2}){0,2})\/(\d{4}(?:-\d{2}){0,2}|\.\.|)$/.exec(clean);
  if (span) {
    const [from, to] = [isoDate(span[1]!), isoDate(span[2]!)];
    return from && to ? shared(from, to) : from;
  }
  const numbers =
    /^(\d{4})(?:[-/.](\d{1,2}|[XxUu]{2})?(?:[-/.](\d{1,2}|[XxUu]{2})?)?)?\/?(?:[T ]\d\d:.*)?$/.exec(
      clean,
    );
  if (numbers) return calendar(numbers[1]!, Number(numbers[2]), Number(numbers[3]));
  return fromWords(clean);
}

/** What two ISO dates share: a day, month or year; the year of the first if nothing. */
export function shared(from: string, to: string): string {
  const [a, b] = [from.split('-'), to.split('-')];
  const same = a.findIndex((part, index) => part !== b[index]);
  return same < 0 ? from : a.slice(0, Math.max(same, 1)).join('-');
}

function fromWords(text: string): string | undefined {
  const year = /(?<!\d)(?:1[5-9]|20)\d{2}(?!\d)/.exec(text)?.[0];
  if (year === undefined) return undefined;
  const months = [...text.matchAll(MONTH)].map((match) => match[1]!.toLowerCase());
  if (new Set(months).size !== 1) return year;
  const month = MONTHS.findIndex((name) => name.toLowerCase() === months[0]) + 1;
  const days = text.replace(year, '').match(/(?<!\d)\d{1,2}(?!\d)/g) ?? [];
  return calendar(year, month, days.length === 1 ? Number(days[0]) : 0);
}

/** Months above 12 are the seasons of CSL and EDTF; 0 and NaN mean that a part is not known. */
function calendar(year: string, month: number, day: number): string | undefined {
  if (!month || (month > 12 && month <= 24)) return year;
  if (month > 24) return undefined;
  const two = (number: number) => String(number).padStart(2, '0');
  const known = day ? [year, two(month), two(day)].join('-') : `${year}-${two(month)}`;
  const [, , date = 1] = dateParts(known);
  const time = new Date(Date.UTC(Number(year), month - 1, date));
  return time.getUTCDate() === date ? known : undefined;
}
