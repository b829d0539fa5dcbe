import { expect, test } from 'vitest';
import { isSearchShortcut } from './shortcut.ts';

const press = {
  key: '/',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  defaultPrevented: false,
};

test('/ alone goes to the search', () => {
  expect(isSearchShortcut(press, false, false)).toBe(true);
});

test.each([
  ['another key', { ...press, key: 's' }, false, false],
  ['with Control', { ...press, ctrlKey: true }, false, false],
  ['with Command', { ...press, metaKey: true }, false, false],
  ['with Alt', { ...press, altKey: true }, false, false],
  ['in an input method', { ...press, isComposing: true }, false, false],
  ['when something else took it', { ...press, defaultPrevented: true }, false, false],
  ['while typing', press, true, false],
  ['when switched off', press, false, true],
])('/ is left alone: %s', (_, event, typing, off) => {
  expect(isSearchShortcut(event, typing, off)).toBe(false);
});
