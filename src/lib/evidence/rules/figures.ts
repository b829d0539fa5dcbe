import { placeIn, quoted, type Check, type Fault } from '../article.ts';
import { calculate } from '../calculation.ts';
import { isRecorded, sameFigure } from '../figures/compare.ts';
import type { Figure, ReadFigure } from '../figures/figure.ts';
import type { Evidence } from '../library.ts';
import type { KnownFigure } from '../source.ts';
import type { Statement } from '../statements.ts';
import { isEffect } from '../figures/units.ts';

/** Units in which results are told: those in which one group means little without the other. */
const OUTCOMES = new Set(['%', 'points', 'people', 'times']);

const TREATMENT =
  /\b(?:trials?|stud(?:y|ies)|treat\w*|infusions?|relaps\w*|respon\w*|remission|improv\w*|follow(?:ed up|-up)|effects?|lasts?|lasted|works?|courses?|doses?|symptoms?|monitor\w*)\b/i;

/** Whether each clinical figure stands in what its sentence cites. */
export const figures: Check = ({ evidence: kind, statements }, evidence) => {
  if (kind === 'personal') return [];
  return statements.flatMap((statement) => [
    ...unreadable(statement),
    ...(statement.cited.length === 0 ? uncited(statement) : notInSource(statement, evidence)),
    ...oneArm(statement, evidence),
  ]);
};

/** Figures of a statement that the rules look at. */
export function clinicalFigures({ figures }: Statement): ReadFigure[] {
  return figures.filter(({ ordinary }) => ordinary === undefined);
}

function unreadable(statement: Statement): Fault[] {
  return statement.unread.map(({ text, start }) => ({
    rule: 'figure/unread',
    offset: placeIn(statement, start),
    found: `The check cannot read "${text}" in ${quoted(statement.text)}`,
    expected: 'A number with its unit, such as 55%, 0.5 mg/kg or 3 weeks.',
    fix: 'Write it in one of the forms of the help page, or answer the rule in place.',
  }));
}

function uncited(statement: Statement): Fault[] {
  // A year or a day alone is history, a stretch of time is one only of a treatment.
  const isTreatment = TREATMENT.test(statement.text);
  return clinicalFigures(statement)
    .filter((figure) => isClaim(figure, isTreatment) && !isQuoted(statement.text, figure.start))
    .map(({ text, start }) => ({
      rule: 'figure/uncited',
      offset: placeIn(statement, start),
      found: `"${text}" has no source in ${quoted(statement.text)}`,
      expected: 'A citation in the sentence, or at the end of its paragraph.',
      fix: 'Cite the source, such as [@doe2020#response], or take the figure out.',
    }));
}

/** Whether a figure without a source says something that needs one. */
function isClaim(figure: ReadFigure, isTreatment: boolean): boolean {
  const { unit } = figure;
  if (unit === 'date') return false;
  if (unit === 'minutes' || unit === 'months') return isTreatment;
  return !isNull(figure) && !isCountInWords(figure);
}

/** "Four papers tell it": the text counts what it tells. */
function isCountInWords({ unit, text }: ReadFigure): boolean {
  return unit === 'studies' && !/\d/.test(text);
}

/** "1 would mean no difference". */
function isNull({ unit, value, decimals }: ReadFigure): boolean {
  return (value === 0 || value === 1) && decimals === 0 && (unit === 'number' || isEffect(unit));
}

/** Words in quotation marks are somebody else's. */
function isQuoted(text: string, at: number): boolean {
  for (const { 0: words, index } of text.matchAll(/["“][^"”]*["”]/g)) {
    if (index < at && at < index + words.length) return true;
  }
  return false;
}

function notInSource(statement: Statement, evidence: Evidence): Fault[] {
  // Nothing is said of what an unknown source carries: that it is unknown is reported already.
  if (statement.cited.some(({ key }) => !evidence.sources.has(key))) return [];
  const known = evidence.figures(statement.cited);
  return clinicalFigures(statement).flatMap((figure) => {
    if (isNull(figure) || (statement.own.length === 0 && isCountInWords(figure))) return [];
    const calculated = isCalculated(statement, figure.start, figure.end);
    if (calculated) return calculatedFault(statement, figure, calculated.from, known);
    if (isRecorded(figure, known)) return [];
    const keys = [...new Set(statement.cited.map(({ key }) => key))];
    const recorded = nearest(figure, known);
    return [
      {
        rule: 'figure/not-in-source' as const,
        offset: placeIn(statement, figure.start),
        found: `"${figure.text}" is not recorded for ${keys.join(', ')}.`,
        expected:
          recorded.length > 0
            ? `A figure that it has: ${recorded.map(printed).join('; ')}.`
            : `A figure in the same unit; none is recorded in ${evidence
                .sourcesOf(statement.cited)
                .map(({ file }) => file)
                .join(', ')}.`,
        fix: 'Correct the figure, cite the source that has it, record it, or declare the calculation.',
      },
    ];
  });
}

function isCalculated({ calculations }: Statement, start: number, end: number) {
  return calculations.find((one) => start >= one.start && end <= one.end);
}

function calculatedFault(
  statement: Statement,
  figure: ReadFigure,
  from: string,
  known: KnownFigure[],
): Fault[] {
  const values = new Map<string, number>();
  for (const { id, value } of known) if (id && typeof value === 'number') values.set(id, value);
  const result = calculate(from, (name) => values.get(name));
  if (result !== undefined && sameFigure(figure, { value: result, unit: figure.unit })) return [];
  const names = [...values].map(([name, value]) => `${name} = ${value}`).join(', ');
  return [
    {
      rule: 'figure/not-in-source',
      offset: placeIn(statement, figure.start),
      found:
        result === undefined
          ? `"${from}" cannot be calculated.`
          : `"${from}" is ${Number(result.toFixed(6))}, not ${figure.text}.`,
      expected: names ? `Names of figures: ${names}.` : 'Figures with an id in the cited findings.',
      fix: 'Correct the calculation, the figure, or the citation.',
    },
  ];
}

/** A figure of one group where the finding compares two, and the other group's is nowhere near. */
function oneArm(statement: Statement, evidence: Evidence): Fault[] {
  const near = [statement.before, statement, statement.after].filter((one) => one !== undefined);
  const clinical = clinicalFigures(statement);
  const told = new Set<string>();
  return evidence.cited(statement.cited).flatMap(({ source, finding }): Fault[] => {
    if (!finding.comparator) return [];
    const all = evidence.figures([
      { key: source.key, finding: finding.id, suppressed: false, offset: 0 },
    ]);
    const whole = all.filter(({ arm }) => arm === undefined);
    const figures = all.filter(({ arm, unit }) => arm !== undefined && OUTCOMES.has(unit));
    return figures.flatMap((one): Fault[] => {
      const others = figures.filter(
        ({ of, arm, unit }) => of === one.of && unit === one.unit && arm !== one.arm,
      );
      if (others.length === 0) return [];
      const printedHere = clinical.find((figure) => sameFigure(figure, one));
      if (!printedHere || told.has(printedHere.text)) return [];
      // "A fall of at least half counts as a response" is no result.
      if (whole.some((other) => isExact(printedHere, other))) return [];
      // The same number may be the other group's too.
      if (others.some((other) => sameFigure(printedHere, other))) return [];
      const given = near.some((neighbour) =>
        neighbour.figures.some((figure) => others.some((other) => sameFigure(figure, other))),
      );
      if (given) return [];
      told.add(printedHere.text);
      return [
        {
          rule: 'figure/one-arm',
          offset: placeIn(statement, printedHere.start),
          found: `"${printedHere.text}" (${one.of}, ${one.arm}) stands without the other group.`,
          expected: `Also ${others.map(printed).join(', ')}.`,
          fix: 'Give the other figure in the sentence or in the one beside it.',
        },
      ];
    });
  });
}

function isExact({ value, unit }: ReadFigure, known: KnownFigure): boolean {
  return unit === known.unit && value === known.value;
}

/** How many recorded figures a message names. */
const NAMED = 3;

/** Recorded figures in the same unit, the nearest first. */
function nearest(figure: ReadFigure, known: KnownFigure[]): KnownFigure[] {
  const distance = ({ value }: Figure) => {
    const [one, other] = [figure.value, value].map((of) => (Array.isArray(of) ? of[0] : of));
    return typeof one === 'number' && typeof other === 'number' ? Math.abs(one - other) : 0;
  };
  return known
    .filter(({ unit }) => unit === figure.unit)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, NAMED);
}

/** A recorded figure for a message: `41.2% (response, ECT; content/sources/doe2020.yaml:38)`. */
export function printed({ value, unit, of, arm, source, line }: KnownFigure): string {
  const what = arm ? `${of}, ${arm}` : of;
  return `${figureText({ value, unit })} (${what}; ${source.file}${line ? `:${line}` : ''})`;
}

/** A figure in words: minutes and months in the largest unit that fits. */
function figureText({ value, unit }: Figure): string {
  const scales: Record<string, [number, string][]> = {
    minutes: [
      [10080, 'weeks'],
      [1440, 'days'],
      [60, 'hours'],
    ],
    months: [[12, 'years']],
  };
  const values = Array.isArray(value) ? value : [value];
  const scale = scales[unit]?.find(([size]) =>
    values.every((one) => typeof one === 'number' && one % size === 0),
  );
  const shown = values
    .map((one) => (scale && typeof one === 'number' ? one / scale[0] : one))
    .join(' to ');
  const name = scale?.[1] ?? unit;
  if (name === '%') return `${shown}%`;
  return name === 'date' || name === 'number' ? shown : `${shown} ${name}`;
}
