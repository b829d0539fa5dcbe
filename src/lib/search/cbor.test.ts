import { expect, test } from 'vitest';
import { CborReader } from './cbor.ts';

const bytes = (hex: string) =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const reader = (hex: string) => new CborReader(bytes(hex));

// Examples of RFC 8949, appendix A.
test.each([
  ['00', 0],
  ['17', 23],
  ['1818', 24],
  ['1903e8', 1000],
  ['1a000f4240', 1000000],
  ['20', -1],
  ['3903e7', -1000],
])('%s is the number %d', (hex, value) => {
  expect(reader(hex).number()).toBe(value);
});

test.each([
  ['60', ''],
  ['6449455446', 'IETF'],
  ['62c3bc', 'ü'],
])('%s is the text %j', (hex, value) => {
  expect(reader(hex).text()).toBe(value);
});

test('a list is read by the readers of its values', () => {
  const one = reader('83010203');
  expect(one.list(() => one.number())).toEqual([1, 2, 3]);
  const two = reader('8301820203820405');
  expect(
    two.tuple(
      () => two.number(),
      () => two.list(() => two.number()),
    ),
  ).toEqual([1, [2, 3]]);
  // What was not asked for is behind us.
  expect(two.at).toBe(8);
});

test.each(['00', '1a000f4240', '62c3bc', '4401020304', '80', '8301820203820405', 'f4', 'f6'])(
  '%s is skipped whole',
  (hex) => {
    const one = reader(`${hex}05`);
    one.skip();
    expect(one.number()).toBe(5);
  },
);

test.each(['', '19', '6449', '83', '1b000000e8d4a51000', 'a0', '9fff'])('%j is refused', (hex) => {
  expect(() => reader(hex).skip()).toThrow(RangeError);
});

test('another form than the expected one is refused', () => {
  expect(() => reader('6161').number()).toThrow('at 1');
  expect(() => reader('01').text()).toThrow(RangeError);
  const list = reader('8101');
  expect(() =>
    list.tuple(
      () => list.number(),
      () => list.number(),
    ),
  ).toThrow(RangeError);
});
