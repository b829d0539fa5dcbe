import { expect, test } from 'vitest';
import { keyAction, type Action, type Focus } from './keyboard.ts';

const three = { results: 3, words: 'wine' };
const none = { results: 0, words: 'wine' };
const empty = { results: 0, words: '' };

test.each<[string, Focus, typeof three, Action | undefined]>([
  ['Enter', 'field', three, { search: true }],
  ['ArrowDown', 'field', three, { go: 0 }],
  ['ArrowDown', 'field', none, undefined],
  ['ArrowUp', 'field', three, undefined],
  ['Escape', 'field', none, { clear: true }],
  ['Escape', 'field', empty, undefined],
  ['ArrowDown', 0, three, { go: 1 }],
  ['ArrowDown', 2, three, undefined],
  ['ArrowUp', 2, three, { go: 1 }],
  ['ArrowUp', 0, three, { go: 'field' }],
  ['Escape', 1, three, { go: 'field' }],
  ['Enter', 1, three, undefined],
  ['Tab', 'field', three, undefined],
  ['Tab', 1, three, undefined],
  ['a', 1, three, undefined],
])('%s on %s', (key, focus, state, action) => {
  expect(keyAction(key, focus, state)).toEqual(action);
});
