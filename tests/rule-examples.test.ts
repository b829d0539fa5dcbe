import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Rule } from '../src/lib/rules/rule.ts';
import { RULES } from '../src/lib/rules/rules.ts';
import { evidenceIn, faultsOf } from './check-text.ts';

describe('the examples on the page of rules', () => {
  const sources = evidenceIn(join(import.meta.dirname, 'fixtures/publication/sources'));
  const inArticles = Object.entries<Rule>(RULES).flatMap(([id, { example }]) =>
    example && example.file === undefined ? [[id, example] as const] : [],
  );

  test.each(inArticles)('%s', (rule, { wrong, right, repeated = 1 }) => {
    const rules = (text: string) =>
      faultsOf({ text: Array(repeated).fill(text).join('\n\n') }, sources).map((one) => one.rule);
    expect(rules(wrong)).toContain(rule);
    expect(rules(right)).not.toContain(rule);
  });
});
