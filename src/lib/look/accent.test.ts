import { wcagContrast } from 'culori';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accentFaults, accentOf, LEAST } from './accent.ts';
import { PALETTE } from './palette.ts';

test('the accent of the house has no fault', () => {
  expect(accentFaults(PALETTE.accent)).toEqual([]);
});

test('a yellow on light paper is reported with what it has, where, and what would do', () => {
  const [fault, ...others] = accentFaults('#f5c518');
  expect(others).toEqual([]);
  expect(fault).toMatchObject({ scheme: 'light', colour: '#f5c518' });
  expect(fault!.on.map(({ ratio }) => ratio)).toEqual([1.57, 1.44, 1.31]);
  expect(accentFaults(fault!.nearest)).toEqual([]);
});

test('a dark accent that is written down is held like the light one', () => {
  const faults = accentFaults({ light: '#0c4c43', dark: '#0c4c43' });
  expect(faults.map(({ scheme }) => scheme)).toEqual(['dark']);
});

test('a ratio just below the limit is not rounded up to it', () => {
  // 4.4992 on marked passages, and enough on all else.
  const [fault] = accentFaults({ light: '#656870', dark: '#93d5c4' });
  expect(fault!.on).toEqual([{ name: 'marked passages', ratio: 4.49 }]);
});

test('short and capital digits are the same colour', () => {
  expect(accentOf('#06C').light).toBe('#0066cc');
  expect(accentOf('#0066CC')).toEqual(accentOf('#06c'));
});

const colour = fc
  .tuple(fc.integer({ min: 0, max: 0xffffff }))
  .map(([value]) => `#${value.toString(16).padStart(6, '0')}`);

test('whatever the colour, the dark one derived from it can be read, and so can what is proposed', () => {
  fc.assert(
    fc.property(colour, (accent) => {
      const { dark } = accentOf(accent);
      for (const surface of ['paper', 'tint', 'marked'] as const) {
        expect(wcagContrast(dark, PALETTE[surface].dark)).toBeGreaterThanOrEqual(7);
      }
      for (const { scheme, nearest } of accentFaults({ light: accent, dark: accent })) {
        for (const surface of ['paper', 'tint', 'marked'] as const) {
          expect(wcagContrast(nearest, PALETTE[surface][scheme])).toBeGreaterThanOrEqual(LEAST);
        }
      }
    }),
    { numRuns: 40 },
  );
});
