import { expect, test } from 'vitest';
import { dayOf, formatDay, formatMonth, yearOf } from './dates.ts';

test('a day is written out in full, without a leading zero', () => {
  expect(formatDay('2026-11-03')).toBe('3 November 2026');
  expect(formatMonth('2026-01')).toBe('January 2026');
  expect(yearOf('2026-11-03')).toBe(2026);
});

test('a day is the same everywhere: the last minute of a UTC day still belongs to it', () => {
  expect(dayOf(new Date('2026-11-23T23:59:59Z'))).toBe('2026-11-23');
});

test.each(['2026-13-01', '23.11.2026', '', '2026-1-1'])('%j is refused', (day) => {
  expect(() => formatDay(day)).toThrow(RangeError);
});
