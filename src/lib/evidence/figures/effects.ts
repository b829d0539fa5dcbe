import type { Unit } from './figure.ts';
import type { Token } from './numbers.ts';
import { effectOf, startsEffect } from './units.ts';
import { ABOUT, THIN } from './words.ts';

/** The name of an effect size, with the tokens within which its number stands. */
export interface Effect {
  unit: Unit;
  /** The token behind the name. */
  from: number;
  until: number;
}

/** How far the number may stand behind "the hazard ratio for …", in words and signs. */
const EFFECT_REACH = 14;

const BOUND_WORDS = new Set(['than', 'least', 'most', 'to', 'versus', 'v', 'vs', 'and', 'from']);

export const CONNECTS = /^(?:=|<|>|≤|≥|≈|~|:|,|of|was|is|were|\()$/;

export function effectNamed(
  tokens: Token[],
  at: number,
): { unit: Unit; to: number; until: number } | undefined {
  if (tokens[at]!.kind !== 'word' || !startsEffect(tokens[at]!.lower)) return undefined;
  for (let length = 4; length >= 2; length--) {
    const words = tokens.slice(at, at + length);
    if (words.some(({ kind }) => kind !== 'word')) continue;
    const unit = effectOf(words.map(({ lower }) => lower).join(' '));
    if (unit) return { unit, to: at + length, until: at + length + EFFECT_REACH };
  }
  const { text } = tokens[at]!;
  // I² is one token, I2 two.
  const isI2 = text === 'I' && tokens[at + 1]?.text === '2' && tokens[at + 1]!.glued;
  const unit = isI2 ? 'I2' : effectOf(text);
  if (!unit) return undefined;
  const to = at + (isI2 ? 2 : 1);
  // A single letter, or "OR", only where a number follows at once.
  for (let next = to; next < to + 4; next++) {
    const token = tokens[next];
    if (token?.kind === 'number') return { unit, to, until: next + 1 };
    const passes = token && (CONNECTS.test(token.lower) || ['−', '-', '–'].includes(token.text));
    if (!passes) return undefined;
  }
  return undefined;
}

/** Whether a number stands where that of an effect size does: behind its name, or behind "was". */
export function follows(tokens: Token[], at: number, { from }: Effect): boolean {
  let before = at - 1;
  while (before >= from && (ABOUT.has(tokens[before]!.lower) || THIN.has(tokens[before]!.lower)))
    before--;
  return (
    before < from || CONNECTS.test(tokens[before]!.lower) || BOUND_WORDS.has(tokens[before]!.lower)
  );
}
