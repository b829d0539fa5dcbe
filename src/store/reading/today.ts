import { dayOf } from '../../lib/text/dates.ts';

/**
 * The day of the build in UTC, as an ISO day. Only scheduled posts and overdue reviews depend on
 * it. `BUILD_DAY` sets another day, for previews and tests; throws an Error with a sentence when it
 * is no day.
 */
export function today(): string {
  const day = process.env['BUILD_DAY'];
  if (day === undefined) return dayOf(new Date());
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  // 2026-02-31 would roll over to March.
  if (!Number.isNaN(time) && dayOf(new Date(time)) === day) return day;
  throw new Error(`BUILD_DAY is "${day}". It must be a day such as 2026-11-27.`);
}
