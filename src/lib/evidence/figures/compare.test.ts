import { describe, expect, it } from 'vitest';
import { isRecorded } from './compare.ts';
import type { Value } from './figure.ts';
import { readFigures } from './read.ts';
import { normalUnit } from './units.ts';

/** Whether the first figure of the text is among recorded ones, given in an author's spelling. */
function recorded(
  text: string,
  ...figures: [value: Value | [Value, Value], unit: string][]
): boolean {
  const [read] = readFigures(text).figures;
  return isRecorded(
    read!,
    figures.map(([value, printed]) => {
      const { unit, factor } = normalUnit(printed)!;
      const scale = (one: Value): Value => (typeof one === 'number' ? one * factor : one);
      return {
        unit,
        value: Array.isArray(value) ? [scale(value[0]), scale(value[1])] : scale(value),
      };
    }),
  );
}

describe('isRecorded', () => {
  it.each<[text: string, value: Value | [Value, Value], unit: string]>([
    ['55.4%', 55.4, '%'],
    ['55%', 55.4, '%'],
    ['about 54% of them', 55.4, '%'],
    ['half of the patients', 50, '%'],
    ['about half of the patients', 46.8, '%'],
    ['more than half of the patients', 55.4, '%'],
    ['1 in 7 people', 14.3, '%'],
    ['7 out of 10 people', 70, '%'],
    ['three weeks', 21, 'days'],
    ['12 months', 1, 'year'],
    ['24 hours', 1, 'day'],
    ['500 mg', 0.5, 'g'],
    ['1 g', 1, 'g/day'],
    ['2 g a day', 2000, 'mg/day'],
    ['over 400 people', 403, 'people'],
    ['about 400 people', 403, 'people'],
    ['−3.16 points', -3.16, 'points'],
    ['3.16 points lower', -3.16, 'points'],
    ['14.2 points', 14.2, 'percentage points'],
    ['p < 0.001', 0.0004, 'p'],
    ['from 3.9 to 24.2 points', [3.9, 24.2], 'points'],
    ['about 4 points', [3.9, 24.2], 'points'],
    ['in March 2019', '2019-03-05', 'date'],
    ['aged 18 to 65 years', [18, 65], 'age'],
    ['people of 18 years and over', 18, 'age'],
  ])('takes "%s" for %s %s', (text, value, unit) => {
    expect(recorded(text, [value, unit])).toBe(true);
  });

  it.each<[text: string, value: Value | [Value, Value], unit: string]>([
    ['56%', 55.4, '%'],
    ['55.5%', 55.4, '%'],
    ['half of the patients', 55.4, '%'],
    ['about half of the patients', 70, '%'],
    // Between 5 and 20 % away.
    ['about 54% of them', 62, '%'],
    ['about 54% of them', 48, '%'],
    ['more than half of the patients', 41.2, '%'],
    ['more than half of the patients', 90, '%'],
    // More than 20 % above.
    ['more than half of the patients', 70, '%'],
    ['1 in 7 people', 16.7, '%'],
    ['three weeks', 20, 'days'],
    ['1 week', 10, 'days'],
    ['0.5 mg', 0.5, 'mg/kg'],
    ['1 g', 1.4, 'g'],
    ['400 people', 403, 'people'],
    ['55 percentage points', 55, '%'],
    ['a hazard ratio of 1', 1.49, 'HR'],
    ['p < 0.001', 0.01, 'p'],
    ['from 3.9 to 25.2 points', [3.9, 24.2], 'points'],
    ['on 6 March 2019', '2019-03-05', 'date'],
    ['on 5 March 2019', '2019-03', 'date'],
  ])('does not take "%s" for %s %s', (text, value, unit) => {
    expect(recorded(text, [value, unit])).toBe(false);
  });

  it('takes a range for two recorded figures', () => {
    expect(recorded('41 to 55%', [41.2, '%'], [55.4, '%'])).toBe(true);
  });
});
