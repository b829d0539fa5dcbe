/**
 * A figure: a number with its unit, as a finding records it and as prose prints it. Both sides come
 * down to this one form, so that "three weeks" and "21 days" are the same.
 */

/**
 * Units in the one spelling that is compared:
 * - `%`, `percentage points`, `points` (of a scale);
 * - counts: `people`, `animals`, `studies`, `sessions` (infusions, doses, treatments), `events`;
 * - durations: `minutes` (also of hours, days and weeks) and `months` (also of years);
 * - `kg` (of body weight) and `mmHg`;
 * - doses: `mg`, `ml`, `IU`, `mmol`, with what they are given for after a slash, in this order:
 *   `mg/kg`, `mg/day`, `mg/kg/hour`;
 * - frequencies: `times/day`, `times/week`, `times/month`;
 * - effect sizes and tests: `HR`, `RR`, `OR`, `NNT`, `NNH`, `d`, `SMD`, `g`, `r`, `p`, `I2`;
 * - `times` (twofold, twice as many), `date`, `age` in years, and `number` for what has no unit.
 */
export type Unit = string;

/** A day, month or year as an ISO string (`2023-05-24`, `2023-05`, `2023`), for unit `date`. */
export type Value = number | string;

export interface Figure {
  /** One value, or the two ends of a range or of a confidence interval. */
  value: Value | [Value, Value];
  unit: Unit;
}

/** How the prose limits a figure: "at least 1 g", "up to eight", "more than half". */
export type Bound = 'at least' | 'more than' | 'at most' | 'less than';

/** A figure found in prose. */
export interface ReadFigure extends Figure {
  /** As it is printed. */
  text: string;
  /** Where it stands in what was read, in UTF-16 units. */
  start: number;
  end: number;
  /** Digits after the decimal point that are printed; 0 for words, -1 for a fraction. */
  decimals: number;
  /** "about", "roughly", "nearly", "some" or ~ stands before it. */
  about: boolean;
  bound?: Bound;
  /** Printed as a part of a whole: "1 in 7" is [1, 7], "half" [1, 2]. Its value is in `%`. */
  fraction?: [number, number];
  /** Normal units in one printed unit: 1000 for a gram. 1 where there is none. */
  factor?: number;
  /**
   * Why it is no clinical figure, where it is none: `year of publication`, `list number`,
   * `relative time` ("two weeks ago"), `time of day`, `reading time`, `version`, `age in a story`,
   * `telephone number`, `reference` ("figure 2", "part 3"), `idiom` ("one of", "on the one hand"),
   * `name` ("omega-3", "B12"), `address`.
   */
  ordinary?: string;
}

/** What was read of a text. */
export interface Reading {
  /** In the order of the text. */
  figures: ReadFigure[];
  /** Digits that belong to no figure that could be read: reported, never passed over. */
  unread: { text: string; start: number; end: number }[];
}
