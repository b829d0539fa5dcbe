import { expect, test } from 'vitest';
import { Recent } from './recent.ts';

test('what was not used for longest makes room', () => {
  const recent = new Recent<number>(2);
  recent.set('a', 1);
  recent.set('b', 2);
  recent.get('a');
  recent.set('c', 3);
  expect(recent.get('a')).toBe(1);
  expect(recent.get('b')).toBeUndefined();
  expect(recent.get('c')).toBe(3);
});

test('heavy values make more room, and the newest one stays whatever it weighs', () => {
  const recent = new Recent<string>(10);
  recent.set('a', 'light', 4);
  recent.set('b', 'light', 4);
  recent.set('c', 'heavy', 12);
  expect(recent.get('a')).toBeUndefined();
  expect(recent.get('c')).toBe('heavy');
  recent.set('d', 'light', 4);
  expect(recent.get('c')).toBeUndefined();
  recent.set('d', 'lighter', 1);
  recent.set('e', 'light', 9);
  expect(recent.get('d')).toBe('lighter');
});
