import {
  clampChroma,
  converter,
  differenceEuclidean,
  formatHex,
  wcagContrast,
  type Oklch,
} from 'culori';
import { PALETTE, type Pair, type Scheme } from './palette.ts';

/** An accent as an owner writes it: one colour, or one for light and one for dark. */
export type AccentSetting = string | Pair;

/** What text needs (WCAG 2.2, 1.4.3). */
export const LEAST = 4.5;
/** What an accent that we choose for the dark gets: as much as the house's own colours have. */
const COMFORTABLE = 7;

/**
 * Where the accent stands as text, or text of the page's colour on it: contrast is the same both
 * ways. Lines, dots and rings of focus are drawn in it on the first two as well; they need 3:1, and
 * so have it.
 */
const SURFACES: { name: string; colour: Pair }[] = [
  { name: 'the page, and letters of the page’s colour on it', colour: PALETTE.paper },
  { name: 'boxes', colour: PALETTE.tint },
  { name: 'marked passages', colour: PALETTE.marked },
];

/** An accent that cannot be read, in one of the two schemes. */
export interface AccentFault {
  scheme: Scheme;
  colour: string;
  /** Where it has too little, with what it has there: at most two decimals, rounded down. */
  on: { name: string; ratio: number }[];
  /** The nearest colour of its hue that has enough everywhere. */
  nearest: string;
}

/** The accent for both schemes. Of one colour the dark one is derived, so that it can be read. */
export function accentOf(setting: AccentSetting): Pair {
  if (typeof setting !== 'string') return { light: hex(setting.light), dark: hex(setting.dark) };
  return { light: hex(setting), dark: nearest(setting, 'dark', COMFORTABLE) };
}

/** What is wrong with an accent, at most once for each scheme. */
export function accentFaults(setting: AccentSetting): AccentFault[] {
  const accent = accentOf(setting);
  return (['light', 'dark'] as const).flatMap((scheme) => {
    const colour = accent[scheme];
    const on = SURFACES.map(({ name, colour: surface }) => ({
      name,
      exact: wcagContrast(colour, surface[scheme]),
    })).filter(({ exact }) => exact < LEAST);
    if (on.length === 0) return [];
    return [
      {
        scheme,
        colour,
        on: on.map(({ name, exact }) => ({ name, ratio: Math.floor(exact * 100) / 100 })),
        nearest: nearest(colour, scheme, LEAST),
      },
    ];
  });
}

const oklch = converter('oklch');
const distance = differenceEuclidean('oklab');
/** Steps from black to white, finer than the eye tells them apart. */
const STEPS = 500;

/**
 * The colour nearest to `colour` that has `least` on all surfaces: of the same hue, lighter or darker,
 * and with as much of its colourfulness as a screen can show (OKLCH). Black or white always has it.
 */
function nearest(colour: string, scheme: Scheme, least: number): string {
  const from = oklch(colour)!;
  const passing = Array.from({ length: STEPS + 1 }, (_, step) =>
    shown({ ...from, l: step / STEPS }),
  ).filter((one) =>
    SURFACES.every(({ colour: surface }) => wcagContrast(one, surface[scheme]) >= least),
  );
  return passing.reduce((best, one) =>
    distance(one, colour) < distance(best, colour) ? one : best,
  );
}

function shown(colour: Oklch): string {
  return formatHex(clampChroma(colour, 'oklch'));
}

/** `#ABC` and `#AABBCC` as `#aabbcc`. */
function hex(colour: string): string {
  return formatHex(colour)!;
}
