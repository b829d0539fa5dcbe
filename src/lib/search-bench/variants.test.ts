import { expect, test } from 'vitest';
import { rarestWords, seeded, withTypo } from './variants.ts';

test('the same seed gives the same slips', () => {
  const text = 'can I drink wine after caffeine';
  const slips = (seed: number) => {
    const random = seeded(seed);
    return Array.from({ length: 20 }, () => withTypo(text, random));
  };
  expect(slips(1)).toEqual(slips(1));
  expect(slips(1)).not.toEqual(slips(2));
  for (const slip of slips(1)) expect(slip).toMatch(/^can I drink wine after (?!caffeine$)\S+$/);
});

test('short words are left alone', () => {
  expect(withTypo('is it ok', seeded(1))).toBe('is it ok');
});

test('the rarest words are kept in their order, without stop words and unknown ones', () => {
  const documents = new Map([
    ['caffeine', 90],
    ['wine', 2],
    ['after', 80],
    ['sedation', 3],
  ]);
  expect(rarestWords('Is wine after caffeine more sedation, unheard?', documents)).toBe(
    'wine sedation',
  );
});
