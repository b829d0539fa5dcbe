import { expect, test } from 'vitest';
import { goals, type Figures } from './goals.ts';

const figures: Figures = {
  heldOut: { ours: 0.42, 'BM25 (Porter)': 0.4, Lunr: 0.35 },
  nothing: 1,
  two: 0.2,
  twoWithSlip: 0.196,
  firstBytes: 90_000,
  warm: 30,
  scriptBytes: 12_000,
};

test('each figure is told with what it must and should be, and whether it is', () => {
  const rows = goals(figures);
  expect(rows.map(({ met }) => met)).toEqual(['must', 'aim', 'no', 'must', 'aim', 'no', 'must']);
  expect(rows[0]).toEqual({
    goal: 'nDCG@10, second half, against BM25',
    measured: '1.050 ×',
    must: '1.000 ×',
    aim: '1.080 ×',
    met: 'must',
  });
  expect(rows[3]!.measured).toBe('98.0 %');
  expect(rows[4]).toMatchObject({ measured: '90.0 kB', must: '200.0 kB' });
});

test('many pages are told of where they were measured', () => {
  expect(goals({ ...figures, warmOnMany: 4 })[6]).toMatchObject({
    measured: '4.00 ms',
    met: 'aim',
  });
});
