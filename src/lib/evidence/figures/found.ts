import type { Bound, Unit, Value } from './figure.ts';
import type { UnitKind } from './units.ts';

/** A figure with the tokens that it is printed with. */
export interface Found {
  value: Value | [Value, Value];
  unit: Unit;
  from: number;
  to: number;
  decimals: number;
  inWords: boolean;
  kind?: UnitKind;
  factor?: number;
  fraction?: [number, number];
  bound?: Bound;
  ordinary?: string;
}

/** Digits that say nothing one could compare. */
export interface Unreadable {
  unreadable: true;
  from: number;
  to: number;
}

export function ordinary(from: number, to: number, why: string): Found {
  return { value: 0, unit: 'number', from, to, decimals: 0, inWords: false, ordinary: why };
}
