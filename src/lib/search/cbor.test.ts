import { expect, test } from 'vitest';
import { decodeCbor, type Cbor } from './cbor.ts';

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g)!, (pair) => parseInt(pair, 16));

// Examples of RFC 8949, appendix A.
test.each<[string, Cbor]>([
  ['00', 0],
  ['17', 23],
  ['1818', 24],
  ['1903e8', 1000],
  ['1a000f4240', 1000000],
  ['20', -1],
  ['3903e7', -1000],
  ['f4', false],
  ['f5', true],
  ['f6', null],
  ['60', ''],
  ['6449455446', 'IETF'],
  ['62c3bc', 'ü'],
  ['4401020304', Uint8Array.of(1, 2, 3, 4)],
  ['80', []],
  ['8301820203820405', [1, [2, 3], [4, 5]]],
])('%s', (hex, value) => {
  expect(decodeCbor(bytes(hex))).toEqual(value);
});

test.each(['', '19', '6449', '83', '1b000000e8d4a51000', 'a0', 'fb3ff199999999999a', '9fff'])(
  '%s is refused',
  (hex) => {
    expect(() => decodeCbor(bytes(hex || '00').subarray(hex ? 0 : 1))).toThrow(RangeError);
  },
);
