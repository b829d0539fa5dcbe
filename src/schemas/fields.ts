import { z } from 'astro/zod';

/**
 * Fields that several schemas share. Each `error` is the sentence an author reads after 'expected',
 * so it says what should stand there and shows an example.
 */

export const text = (what: string) =>
  z
    .string({ error: `${what}, in words.` })
    .trim()
    .min(1, `${what}, in words.`);

const DAY = 'A day of the calendar as year-month-day, such as 2026-11-23.';

/** A day that exists, as an ISO string. YAML's own dates roll over (2026-02-31 is 3 March). */
export const day = z.string({ error: DAY }).refine(isDay, DAY);

function isDay(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return false;
  const [year, month, date] = match.slice(1).map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10) === value;
}

const SLUG = 'Small letters, digits and hyphens, such as iron-and-tea.';

/** The form of folder names, ids and keys: they become addresses. */
export const slug = z.string({ error: SLUG }).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, SLUG);

export const language = z
  .string({ error: 'A language tag such as en or en-GB.' })
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'A language tag such as en or en-GB.');

export const list = <T extends z.ZodType>(of: T, example: string) =>
  z.array(of, { error: `A list, such as ${example}.` }).min(1, `A list, such as ${example}.`);
