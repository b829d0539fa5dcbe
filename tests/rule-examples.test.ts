import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXAMPLES } from '../src/lib/diagnostics/examples.ts';
import { Evidence } from '../src/lib/evidence/library.ts';
import type { SourceRecord } from '../src/lib/evidence/source.ts';
import { evidenceIn, faultsOf } from './check-text.ts';

describe('the examples on the page of rules', () => {
  const own = evidenceIn(join(import.meta.dirname, '../content/sources'));
  const withdrawn: SourceRecord = {
    key: 'withdrawn2019',
    file: 'content/sources/withdrawn2019.yaml',
    title: 'A trial that was withdrawn',
    design: 'randomised trial',
    subject: 'people',
    status: { is: 'retracted', checked: '2026-11-01', where: 'the journal' },
  };
  const sources = new Evidence([...own.sources.values(), withdrawn]);
  const inArticles = Object.entries(EXAMPLES).filter(([, { file }]) => file === undefined);

  test.each(inArticles)('%s', (rule, { wrong, right, repeated = 1 }) => {
    const rules = (text: string) =>
      faultsOf({ text: Array(repeated).fill(text).join('\n\n') }, sources).map((one) => one.rule);
    expect(rules(wrong)).toContain(rule);
    expect(rules(right)).not.toContain(rule);
  });
});
