import { readFileSync } from 'node:fs';
import { wcagContrast as contrast } from 'culori';
import { expect, test } from 'vitest';
import { PALETTE } from '../lib/look/palette.ts';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name!, { light: light!, dark: dark! }],
  ),
);

const AAA = 7;
/** Edges of controls and focus rings (WCAG 1.4.11, 2.4.13). */
const PARTS = 3;

const pairs: [front: string, back: string, least: number][] = [
  ...['ink', 'soft', 'accent', 'caution', 'danger'].flatMap((front): [string, string, number][] => [
    [front, 'paper', AAA],
    [front, 'tint', AAA],
  ]),
  ['on-accent', 'accent', AAA],
  ['ink', 'marked', AAA],
  ['accent', 'marked', AAA],
  ...['edge', 'focus'].flatMap((front): [string, string, number][] => [
    [front, 'paper', PARTS],
    [front, 'tint', PARTS],
  ]),
];

test.each(['light', 'dark'] as const)('colours can be read: %s', (scheme) => {
  for (const [front, back, least] of pairs) {
    const ratio = contrast(tokens.get(front)![scheme], tokens.get(back)![scheme]);
    expect(ratio, `${front} on ${back}`).toBeGreaterThanOrEqual(least);
  }
});

test('the colours outside the style sheet are those in it', () => {
  for (const [name, pair] of Object.entries(PALETTE)) expect(pair, name).toEqual(tokens.get(name));
});

test('no other style sheet names a colour', () => {
  for (const name of ['base', 'chrome', 'lists', 'article', 'search', 'settings']) {
    const text = readFileSync(new URL(`${name}.css`, import.meta.url), 'utf8');
    expect(text.match(/#[0-9a-f]{3,8}\b(?=[;, )])|\brgba?\(|\bhsla?\(/gi) ?? [], name).toEqual([]);
  }
});
