import { suggestion } from '../../text/did-you-mean.ts';
import type { Check, Fault } from '../article.ts';

/** Whether each citation can be read, and names a source and a finding that are there and stand. */
export const citations: Check = ({ passages }, evidence) => {
  const faults: Fault[] = [];
  const keys = [...evidence.sources.keys()];
  for (const { value, items, offset } of passages.flatMap((passage) => passage.citations)) {
    if (items.length === 0) {
      faults.push({
        rule: 'source/unknown',
        offset,
        found: `${value} cannot be read as a citation.`,
        expected: 'A citation such as [@doe2020], [@doe2020#response] or [@a; @b, p. 4].',
        fix: 'Correct it, or write \\@ for an @ that is meant as text.',
      });
    }
    for (const item of items) {
      const at = offset + item.offset;
      const source = evidence.sources.get(item.key);
      if (!source) {
        faults.push({
          rule: 'source/unknown',
          offset: at,
          found: `There is no source "${item.key}".`,
          expected: 'The name of a file in content/sources.',
          fix: `${suggestion(item.key, keys)}Correct the key, or add the source with npm run source add.`,
        });
        continue;
      }
      const findings = (source.findings ?? []).map(({ id }) => id);
      if (item.finding !== undefined && !findings.includes(item.finding)) {
        faults.push({
          rule: 'source/unknown-finding',
          offset: at,
          found: `${item.key} has no finding "${item.finding}".`,
          expected: findings.length > 0 ? `One of: ${findings.join(', ')}.` : 'None is recorded.',
          fix: `${suggestion(item.finding, findings)}Correct it, or record the finding in ${source.file}.`,
        });
      }
      if (source.status?.is === 'retracted') {
        faults.push({
          rule: 'source/retracted',
          offset: at,
          found: `${item.key} was retracted${source.status.says ? `: ${source.status.says}` : '.'}`,
          expected: 'A source that stands.',
          fix: 'Take out what rests on it, or cite another source.',
        });
      }
    }
  }
  return faults;
};
