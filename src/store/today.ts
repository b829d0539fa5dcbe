import { dayOf } from '../lib/text/dates.ts';

/**
 * The day of the build in UTC, as an ISO day. Only scheduled posts and overdue reviews depend on
 * it. `BUILD_DAY` sets another day, for previews and tests.
 */
export function today(): string {
  return process.env['BUILD_DAY'] ?? dayOf(new Date());
}
