import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRecorded } from './compare.ts';
import type { Figure } from './figure.ts';
import { readFigures } from './read.ts';
import { normalUnit } from './units.ts';

const BLANKS = [' ', '\u00A0', '\u202F', '\u2009'];
const blank = fc.constantFrom(...BLANKS);

/** A number as authors print it, with its value. */
const number = fc.oneof(
  fc.integer({ min: 2, max: 999 }).map((value) => ({ value, digits: String(value) })),
  fc
    .tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 3 }))
    .chain(([whole, places]) =>
      fc
        .integer({ min: 1, max: 10 ** places - 1 })
        .map((part) => `${whole}.${String(part).padStart(places, '0')}`),
    )
    .map((digits) => ({ value: Number(digits), digits })),
  fc
    .tuple(
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 0, max: 999 }),
      fc.constantFrom(',', '\u202F', '\u2009', '\u00A0'),
    )
    .map(([thousands, rest, separator]) => ({
      value: thousands * 1000 + rest,
      digits: `${thousands}${separator}${String(rest).padStart(3, '0')}`,
    })),
);

/** A unit as authors spell it, with the spelling that a finding would have. */
const UNITS: [printed: string, recorded: string][] = [
  ['%', '%'],
  ['per cent', '%'],
  ['percent', '%'],
  ['percentage points', 'percentage points'],
  ['points', 'points'],
  ['mg', 'mg'],
  ['mg/kg', 'mg/kg'],
  ['mg per kilogram', 'mg/kg'],
  ['mg a day', 'mg/day'],
  ['g daily', 'g/day'],
  ['g/day', 'g/day'],
  ['µg', 'µg'],
  ['IU', 'IU'],
  ['ml', 'ml'],
  ['people', 'people'],
  ['adults with depression', 'people'],
  ['randomised trials', 'studies'],
  ['mice', 'animals'],
  ['infusions', 'sessions'],
  ['weeks', 'weeks'],
  ['days', 'days'],
  ['hours', 'hours'],
  ['months', 'months'],
  ['years', 'years'],
  ['times as many', 'times'],
];
const unit = fc.constantFrom(...UNITS);
const effect = fc.constantFrom(
  ['hazard ratio of', 'HR'],
  ['HR', 'HR'],
  ['odds ratio was', 'OR'],
  ['RR =', 'RR'],
  ['SMD', 'SMD'],
  ['Cohen’s d of', 'd'],
  ['NNT', 'NNT'],
);
const before = fc.constantFrom(
  '',
  'In all, ',
  'It was ',
  'about ',
  'at least ',
  'up to ',
  'more than ',
  '(',
);
const behind = fc.constantFrom('', '.', ' in the trial.', ', they said', ')', ' — so far');

function normal(value: number, spelled: string): Figure {
  const { unit: name, factor } = normalUnit(spelled)!;
  return { value: value * factor, unit: name };
}

describe('readFigures', () => {
  it('reads an amount back, however it is printed', () => {
    fc.assert(
      fc.property(
        number,
        unit,
        blank,
        before,
        behind,
        ({ value, digits }, [printed, spelled], space, head, tail) => {
          const text = `${head}${digits}${space}${printed}${tail}`;
          const { figures, unread } = readFigures(text);
          expect(unread, text).toEqual([]);
          const clinical = figures.filter(({ ordinary }) => ordinary === undefined);
          expect(clinical.length, text).toBe(1);
          expect(clinical[0]!.unit, text).toBe(normal(value, spelled).unit);
          expect(clinical[0]!.value, text).toBeCloseTo(normal(value, spelled).value as number, 6);
          expect(
            isRecorded({ ...clinical[0]!, about: false }, [normal(value, spelled)]),
            text,
          ).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('reads a range back', () => {
    const ends = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }));
    const joins = fc.constantFrom('–', ' to ', '-', ' – ');
    fc.assert(
      fc.property(ends, joins, unit, behind, ([one, more], join, [printed, spelled], tail) => {
        const text = `It was ${one}${join}${one + more} ${printed}${tail}`;
        const [figure] = readFigures(text).figures;
        const [low, high] = [normal(one, spelled), normal(one + more, spelled)];
        expect(figure, text).toMatchObject({ unit: low.unit });
        expect(figure!.value, text).toEqual([
          expect.closeTo(low.value as number, 6),
          expect.closeTo(high.value as number, 6),
        ]);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads an effect size back', () => {
    const size = fc.integer({ min: 101, max: 999 }).map((value) => (value / 100).toFixed(2));
    fc.assert(
      fc.property(effect, size, behind, ([name, spelled], digits, tail) => {
        const [figure] = readFigures(`The ${name} ${digits}${tail}`).figures;
        expect(figure).toMatchObject({ value: Number(digits), unit: spelled });
      }),
    );
  });

  it('never throws, and what it finds stands where it says', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(
        '95% CI ',
        'HR ',
        ' to ',
        '–',
        '1,0',
        '0.',
        '12x7',
        ' per ',
        'mg',
        '/',
        'kg',
        'half ',
        'of ',
        'twice ',
        'two and a half ',
        '\uFFFC',
        '5 March ',
        '2019',
      ),
      fc.integer().map(String),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const { figures, unread } = readFigures(text);
        let last = 0;
        for (const one of [...figures, ...unread].sort((a, b) => a.start - b.start)) {
          expect(text.slice(one.start, one.end)).toBe(one.text);
          expect(one.end).toBeGreaterThan(one.start);
          expect(one.start).toBeGreaterThanOrEqual(last);
          last = one.end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('passes no digit over', () => {
    const piece = fc.constantFrom(
      '12',
      '3.5',
      ' ',
      '%',
      'mg',
      ' people',
      'x',
      '-',
      '/',
      '.',
      ' to ',
      'B',
      '²',
      '٣',
      'half ',
      ', ',
      ' in ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const { figures, unread } = readFigures(text);
        const covered = [...figures, ...unread];
        for (const { index } of text.matchAll(/\p{Nd}/gu)) {
          expect(
            covered.some(({ start, end }) => start <= index && index < end),
            `${text} at ${index}`,
          ).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('takes time in proportion to the text', () => {
    const pieces = [
      '1 in 2 ',
      '12x7%3',
      '95% CI ',
      'half of ',
      '1,000',
      'a hundred and ',
      '0.5 mg per ',
      'p < ',
      '(',
      '-',
      '9',
    ];
    const time = (text: string) => {
      const start = performance.now();
      readFigures(text);
      return performance.now() - start;
    };
    for (const piece of pieces) {
      const [small, large] = [piece.repeat(1000), piece.repeat(16_000)];
      time(small);
      const [few, many] = [
        Math.min(time(small), time(small), time(small)),
        Math.min(time(large), time(large)),
      ];
      // Sixteen times the text: far below the 256 times of a square.
      expect(many, piece).toBeLessThan(100 * few + 50);
    }
    // On a busy machine the many measurements take a while.
  }, 30_000);
});
