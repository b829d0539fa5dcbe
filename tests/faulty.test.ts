import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { RuleId } from '../src/lib/rules/rules.ts';
import { evidenceIn, faultsOf, type Sample } from './check-text.ts';

/**
 * Sentences with planted faults, and sound ones that look like faults. They were written from what
 * the rules promise by somebody who had not seen their code, apart from `sound-figures.yaml`.
 */

interface Case extends Sample {
  name: string;
  /** Ids of the rules that are broken; none for a sound text. */
  expect: RuleId[];
}

const FIXTURES = join(import.meta.dirname, 'fixtures/faulty');
const cases = readdirSync(FIXTURES)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => parse(readFileSync(join(FIXTURES, name), 'utf8')) as Case[]);
const evidence = evidenceIn(join(FIXTURES, 'sources'));
const told = (sample: Sample) => [...new Set(faultsOf(sample, evidence).map(({ rule }) => rule))];

describe('planted faults are told', () => {
  test.each(cases.filter((one) => one.expect.length > 0))('$name', (one) => {
    expect(told(one).sort()).toEqual([...one.expect].sort());
  });
});

describe('sound texts pass', () => {
  test.each(cases.filter((one) => one.expect.length === 0))('$name', (one) => {
    expect(faultsOf(one, evidence)).toEqual([]);
  });
});

test('there are at least 60 of each', () => {
  expect(cases.filter((one) => one.expect.length > 0).length).toBeGreaterThanOrEqual(60);
  expect(cases.filter((one) => one.expect.length === 0).length).toBeGreaterThanOrEqual(60);
});
