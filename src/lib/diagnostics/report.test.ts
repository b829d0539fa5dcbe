import { expect, test } from 'vitest';
import type { Diagnostic } from './diagnostic.ts';
import { githubReport, jsonReport, sarifReport, textReport } from './report.ts';

const fault: Diagnostic = {
  rule: 'figure/not-in-source',
  severity: 'error',
  file: 'content/posts/iron, 50%: more/index.md',
  line: 12,
  column: 7,
  found: '"54%" is not recorded.\nOr is it?',
  expected: 'A figure that it has: 45%.',
  fix: 'Correct the figure.',
};
const warning: Diagnostic = { ...fault, rule: 'page/readability', severity: 'warning', line: 3 };

test('for people: place, what was found, expected and to be done, and a count', () => {
  const report = textReport([fault, warning]);
  expect(report).toContain(
    'error figure/not-in-source\n  content/posts/iron, 50%: more/index.md:12:7',
  );
  expect(report).toContain('1 error, 1 warning.');
});

test('for GitHub: each a command of one line, with its signs escaped', () => {
  const [line, ...more] = githubReport([fault]).split('\n');
  expect(more).toEqual([]);
  expect(line).toBe(
    '::error file=content/posts/iron%2C 50%25%3A more/index.md,line=12,col=7,' +
      'title=figure/not-in-source::"54%25" is not recorded.%0AOr is it? ' +
      'A figure that it has: 45%25. Correct the figure.',
  );
});

test('for code hosts: SARIF names rule, level, and the line and column of the file', () => {
  const { version, runs } = JSON.parse(sarifReport([fault, warning]));
  expect(version).toBe('2.1.0');
  const [{ tool, results, columnKind }] = runs;
  expect(columnKind).toBe('utf16CodeUnits');
  const [first, second] = results;
  const { artifactLocation, region } = first.locations[0].physicalLocation;
  expect(region).toEqual({ startLine: 12, startColumn: 7 });
  expect(decodeURI(artifactLocation.uri)).toBe(fault.file);
  expect([first.level, second.level]).toEqual(['error', 'warning']);
  for (const { ruleId, ruleIndex } of results) {
    expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
  }
});

test('for programs: counts, rules and diagnostics as they are', () => {
  const { errors, warnings, rules, diagnostics } = JSON.parse(jsonReport([fault, warning]));
  expect([errors, warnings]).toEqual([1, 1]);
  expect(Object.keys(rules)).toEqual(['figure/not-in-source', 'page/readability']);
  expect(diagnostics).toEqual([fault, warning]);
});
