/**
 * Calendar days as ISO strings (`2026-11-23`). No `Date` leaves this module, so no time zone can
 * shift a day.
 */

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The name of a month, 1 to 12. Throws a RangeError for any other number. */
export function monthName(month: number): string {
  const name = MONTHS[month - 1];
  if (name === undefined) throw new RangeError(`There is no month ${month}.`);
  return name;
}

/** `2026-11-23` → `23 November 2026`. Throws a RangeError for what is not an ISO day. */
export function formatDay(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) throw new RangeError(`"${day}" is not a day of the form 2026-11-23.`);
  return `${Number(match[3])} ${monthName(Number(match[2]))} ${match[1]}`;
}

/** `2026-11` → `November 2026`. Throws a RangeError for what is not an ISO month. */
export function formatMonth(month: string): string {
  const match = /^(\d{4})-(\d{2})$/.exec(month);
  if (!match) throw new RangeError(`"${month}" is not a month of the form 2026-11.`);
  return `${monthName(Number(match[2]))} ${match[1]}`;
}

/** The year of an ISO day, as a number. */
export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** The ISO day on which `instant` falls in UTC, the publication's time zone. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** Days from one ISO day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
