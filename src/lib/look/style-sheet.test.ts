import { expect, test } from 'vitest';
import { lookCss } from './style-sheet.ts';

const own = [
  { family: 'Clinic Sans', regular: 'a.woff2', bold: 'b.woff2', instead: 'humanist' },
  { family: 'Not Used', regular: 'c.woff2' },
];
const urlOf = (file: string) => `/sub/look/${file}`;

test('nothing that differs, no style sheet', () => {
  expect(lookCss({ own: [] }, urlOf)).toBe('');
});

test('a font of the owner comes from its files, with a font of the reader behind it', () => {
  const css = lookCss({ headings: 'Clinic Sans', own }, urlOf);
  expect(css).toContain("url('/sub/look/a.woff2')");
  expect(css).toMatch(/b\.woff2'\) format\('woff2'\);\s+font-weight: 700/);
  expect(css).toContain("--heading-face: 'Clinic Sans', Seravek");
  // What is not used is not fetched, and what is not said stays.
  expect(css).not.toMatch(/c\.woff2|--text-face|--accent/);
});

test('a variable font holds all weights', () => {
  const variable = [{ family: 'Clinic Sans', regular: 'a.woff2', variable: true }];
  expect(lookCss({ text: 'Clinic Sans', own: variable }, urlOf)).toContain('font-weight: 100 900');
});

test('the settings of a reader weigh more than the look', () => {
  // `:root[data-font='plain']` has two classes' weight, the look's selector one and an element's.
  expect(lookCss({ text: 'serif', own: [] }, urlOf)).toMatch(/^html:root \{/m);
});
