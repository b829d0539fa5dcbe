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

/** `2026-11-23` → `23 November 2026`, as `locale` writes it. Throws a RangeError for what is no day. */
export function formatDay(day: string, locale = 'en-GB'): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
    throw new RangeError(`"${day}" is not a day of the form 2026-11-23.`);
  return formatterOf(locale, 'day').format(new Date(`${day}T12:00:00Z`));
}

/** `2026-11` → `November 2026`, as `locale` writes it. Throws a RangeError for what is no month. */
export function formatMonth(month: string, locale = 'en-GB'): string {
  if (!/^\d{4}-\d{2}$/.test(month) || Number.isNaN(Date.parse(`${month}-01`)))
    throw new RangeError(`"${month}" is not a month of the form 2026-11.`);
  return formatterOf(locale, 'month').format(new Date(`${month}-15T12:00:00Z`));
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** One for each locale and form: making one takes longer than many dates. */
function formatterOf(locale: string, form: 'day' | 'month'): Intl.DateTimeFormat {
  const key = `${locale} ${form}`;
  const made =
    formatters.get(key) ??
    new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'long',
      ...(form === 'day' && { day: 'numeric' }),
    });
  formatters.set(key, made);
  return made;
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
