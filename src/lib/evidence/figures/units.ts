import type { Unit } from './figure.ts';

/** What kind of thing a unit measures: the grammar of prose differs with it. */
export type UnitKind =
  'share' | 'points' | 'count' | 'duration' | 'dose' | 'measure' | 'effect' | 'frequency' | 'other';

/** A unit as it is compared, with what a value printed in the other one is multiplied by. */
export interface NormalUnit {
  unit: Unit;
  factor: number;
}

export interface KnownUnit extends NormalUnit {
  kind: UnitKind;
}

const MINUTES_A_DAY = 24 * 60;

/** Words of one kind: the normal unit, its factor, and the spellings separated by blanks. */
type Row = [unit: Unit, factor: number, spellings: string];

const ROWS: Record<UnitKind, Row[]> = {
  share: [['%', 1, '% percent']],
  points: [['points', 1, 'point points']],
  count: [
    [
      'people',
      1,
      'person persons people patient patients adult adults participant participants man men woman ' +
        'women child children adolescent adolescents teenager teenagers volunteer volunteers ' +
        'subject subjects individual individuals responder responders remitter remitters ' +
        'outpatient outpatients inpatient inpatients veteran veterans boy boys girl girls ' +
        'student students control controls completer completers user users sufferer sufferers',
    ],
    ['animals', 1, 'animal animals mouse mice rat rats monkey monkeys rodent rodents'],
    [
      'studies',
      1,
      'study studies trial trials review reviews paper papers report reports rct rcts ' +
        'article articles meta-analysis meta-analyses experiment experiments',
    ],
    [
      'sessions',
      1,
      'session sessions infusion infusions dose doses treatment treatments injection injections ' +
        'administration administrations',
    ],
    [
      'events',
      1,
      'event events death deaths case cases episode episodes relapse relapses attempt attempts ' +
        'suicide suicides',
    ],
  ],
  duration: [
    ['minutes', 1 / 60, 'second seconds sec secs'],
    ['minutes', 1, 'minute minutes min mins'],
    ['minutes', 60, 'hour hours h hr hrs'],
    ['minutes', MINUTES_A_DAY, 'day days night nights'],
    ['minutes', 7 * MINUTES_A_DAY, 'week weeks wk wks'],
    ['minutes', 14 * MINUTES_A_DAY, 'fortnight fortnights'],
    ['months', 1, 'month months mo mos'],
    ['months', 12, 'year years yr yrs'],
    ['months', 120, 'decade decades'],
  ],
  dose: [
    ['mg', 1e-6, 'ng nanogram nanograms'],
    ['mg', 0.001, 'µg μg ug mcg microgram micrograms'],
    ['mg', 1, 'mg mgs milligram milligrams milligramme milligrammes'],
    ['mg', 1000, 'g gram grams gramme grammes'],
    ['ml', 1, 'ml mls millilitre millilitres milliliter milliliters'],
    ['ml', 100, 'dl decilitre decilitres deciliter deciliters'],
    ['ml', 1000, 'l litre litres liter liters'],
    ['IU', 1, 'iu ius'],
    ['mmol', 1, 'mmol millimole millimoles'],
  ],
  measure: [
    ['kg', 1, 'kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes'],
    ['mmHg', 1, 'mmhg'],
  ],
  effect: [],
  frequency: [],
  other: [],
};

/** What a dose may be given for. The order is that of the normal unit. */
const PARTS: [part: string, spellings: string][] = [
  ['kg', 'kg kilo kilogram kilograms kilogramme kilogrammes'],
  ['m2', 'm2 m²'],
  ['ml', 'ml millilitre milliliter'],
  ['dl', 'dl decilitre deciliter'],
  ['l', 'l litre liter'],
  ['dose', 'dose tablet capsule infusion session'],
  ['minute', 'min minute'],
  ['hour', 'h hr hour'],
  ['day', 'd day days'],
  ['week', 'wk week'],
  ['month', 'month'],
  ['year', 'yr year'],
];

/** Names of effect sizes and tests, in lower case; the short ones are known by their case. */
const LONG_EFFECTS: Record<string, Unit> = {
  'hazard ratio': 'HR',
  'risk ratio': 'RR',
  'relative risk': 'RR',
  'odds ratio': 'OR',
  'number needed to treat': 'NNT',
  'number needed to harm': 'NNH',
  'standardised mean difference': 'SMD',
  'standardized mean difference': 'SMD',
  'cohen’s d': 'd',
  "cohen's d": 'd',
  'cohen d': 'd',
  'hedges’ g': 'g',
  "hedges' g": 'g',
  'hedges g': 'g',
  'correlation coefficient': 'r',
  'p value': 'p',
};
const SHORT_EFFECTS: Record<string, Unit> = {
  HR: 'HR',
  aHR: 'HR',
  RR: 'RR',
  OR: 'OR',
  aOR: 'OR',
  NNT: 'NNT',
  NNH: 'NNH',
  SMD: 'SMD',
  d: 'd',
  r: 'r',
  p: 'p',
  P: 'p',
  I2: 'I2',
  'I²': 'I2',
};

const EFFECT_UNITS = new Set([...Object.values(LONG_EFFECTS), ...Object.values(SHORT_EFFECTS)]);
const COUNT_UNITS = new Set(ROWS.count.map(([unit]) => unit));

const WORDS = new Map<string, KnownUnit>();
for (const [kind, rows] of Object.entries(ROWS) as [UnitKind, Row[]][]) {
  for (const [unit, factor, spellings] of rows) {
    for (const word of spellings.split(' ')) WORDS.set(word, { unit, factor, kind });
  }
}

const PART_ORDER = PARTS.map(([part]) => part);
const PART_WORDS = new Map(
  PARTS.flatMap(([part, spellings]) => spellings.split(' ').map((word) => [word, part] as const)),
);
const ADVERBS: Record<string, string> = {
  hourly: 'hour',
  daily: 'day',
  nightly: 'day',
  weekly: 'week',
  monthly: 'month',
  yearly: 'year',
};
const TIMES = new Set(['minute', 'hour', 'day', 'week', 'month', 'year']);

/** The unit that one word names. */
export function unitOfWord(word: string): KnownUnit | undefined {
  return WORDS.get(word.toLowerCase());
}

/** What stands after the slash, "per" or "a" of a dose: `kg`, `day`. */
export function partOfWord(word: string): string | undefined {
  return PART_WORDS.get(word.toLowerCase());
}

/** "daily" is `day`. */
export function partOfAdverb(word: string): string | undefined {
  return Object.hasOwn(ADVERBS, word) ? ADVERBS[word] : undefined;
}

export function isTime(part: string): boolean {
  return TIMES.has(part);
}

/** `mg` for `kg` and `day` is `mg/kg/day`, whatever the order they were named in. */
export function withParts(unit: Unit, parts: string[]): Unit {
  const sorted = [...new Set(parts)].sort((a, b) => PART_ORDER.indexOf(a) - PART_ORDER.indexOf(b));
  return [unit, ...sorted].join('/');
}

/** The effect size that a name of one or more words means; `g` alone is a gram. */
export function effectOf(name: string): Unit | undefined {
  if (Object.hasOwn(SHORT_EFFECTS, name)) return SHORT_EFFECTS[name];
  const lower = name.toLowerCase();
  return Object.hasOwn(LONG_EFFECTS, lower) ? LONG_EFFECTS[lower] : undefined;
}

const EFFECT_STARTS = new Set([
  ...Object.keys(LONG_EFFECTS).map((name) => name.split(' ')[0]!),
  ...Object.keys(SHORT_EFFECTS).map((name) => name.toLowerCase()),
]);

/** Whether the name of an effect size can begin with a word, in lower case. Asked of every word. */
export function startsEffect(word: string): boolean {
  return EFFECT_STARTS.has(word);
}

export function isEffect(unit: Unit): boolean {
  return EFFECT_UNITS.has(unit);
}

export function isCount(unit: Unit): boolean {
  return COUNT_UNITS.has(unit);
}

/** A value in normal units, without the dust that multiplying leaves behind. */
export function scaled(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toPrecision(12));
}

/** Units that stand for themselves. */
const AS_THEY_ARE = new Set(['number', 'date', 'age', 'times', 'percentage points']);
const OTHER_SPELLINGS: Record<string, Unit> = {
  fold: 'times',
  'times as many': 'times',
  'percentage point': 'percentage points',
  '% points': 'percentage points',
  '%-points': 'percentage points',
  'percent points': 'percentage points',
  pp: 'percentage points',
  'per cent': '%',
  'points on a scale': 'points',
  score: 'points',
  'years of age': 'age',
  'years old': 'age',
  n: 'people',
};

/** Words between a unit and what it is for. */
const PER = new Set(['/', 'per', 'a', 'an', 'each', 'every', 'for']);
const EMPTY = new Set(['of', 'body', 'weight', 'bodyweight']);

/**
 * The unit of the contract that an author's spelling means ("g/day", "mg a day", "weeks", "HR"),
 * with the factor its value is multiplied by. Undefined when it is not known. `g` is a gram; the
 * effect size is "Hedges' g".
 */
export function normalUnit(printed: string): NormalUnit | undefined {
  const name = printed.trim().split(/\s+/).join(' ');
  const lower = name.toLowerCase();
  if (AS_THEY_ARE.has(lower)) return { unit: lower, factor: 1 };
  if (Object.hasOwn(OTHER_SPELLINGS, lower)) return { unit: OTHER_SPELLINGS[lower]!, factor: 1 };
  const effect = effectOf(name);
  if (effect) return { unit: effect, factor: 1 };

  const words = lower.replaceAll('/', ' / ').split(' ');
  const [first = '', ...rest] = words.filter((word) => word !== '');
  const parts: string[] = [];
  for (const word of rest) {
    if (PER.has(word) || EMPTY.has(word)) continue;
    const part = partOfWord(word) ?? partOfAdverb(word);
    if (part === undefined) return lastWord(words);
    parts.push(part);
  }
  const known =
    first === 'times' ? { unit: 'sessions', factor: 1, kind: 'count' } : WORDS.get(first);
  if (!known) return undefined;
  const { unit, factor } = known;
  if (parts.length === 0) return { unit, factor };
  if (known.kind === 'dose') return { unit: withParts(unit, parts), factor };
  const isFrequency = unit === 'sessions' && parts.length === 1 && isTime(parts[0]!);
  return isFrequency ? { unit: `times/${parts[0]}`, factor } : undefined;
}

/** "healthy adults" are people. */
function lastWord(words: string[]): NormalUnit | undefined {
  const known = words.includes('/') ? undefined : WORDS.get(words.at(-1)!);
  return known?.kind === 'count' ? { unit: known.unit, factor: known.factor } : undefined;
}
