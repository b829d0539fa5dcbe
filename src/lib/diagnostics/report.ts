import type { Diagnostic } from './diagnostic.ts';
import { ruleOf } from '../rules/rules.ts';

/** One block for each diagnostic, and a line that counts them. For people. */
export function textReport(diagnostics: Diagnostic[]): string {
  const blocks = diagnostics.map(
    ({ rule, severity, file, line, column, found, expected, fix }) =>
      `${severity} ${rule}\n  ${file}:${line}:${column}\n  Found:    ${found}\n  Expected: ${expected}\n  To do:    ${fix}\n`,
  );
  const help = diagnostics.length > 0 ? ' The rules, with examples: /how-we-check/rules/' : '';
  return [...blocks, `${countLine(diagnostics)}${help}`].join('\n');
}

/**
 * Workflow commands that GitHub shows beside the lines of a pull request. Escaped as GitHub's
 * toolkit does: `%`, line ends, and in properties also `:` and `,`.
 */
export function githubReport(diagnostics: Diagnostic[]): string {
  const data = (text: string) =>
    text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  const property = (text: string) => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
  return diagnostics
    .map(
      ({ rule, severity, file, line, column, found, expected, fix }) =>
        `::${severity} file=${property(file)},line=${line},col=${column},title=${property(rule)}::${data(`${found} ${expected} ${fix}`)}`,
    )
    .join('\n');
}

/** An object with the diagnostics, the rules they are of, and their counts. For machines. */
export function jsonReport(diagnostics: Diagnostic[]): string {
  const ids = [...new Set(diagnostics.map(({ rule }) => rule))].sort();
  const rules = Object.fromEntries(ids.map((id) => [id, ruleOf(id)]));
  return JSON.stringify({ ...count(diagnostics), rules, diagnostics }, null, 2);
}

/** SARIF 2.1.0 (OASIS), which code hosts and editors read. */
export function sarifReport(diagnostics: Diagnostic[]): string {
  const ids = [...new Set(diagnostics.map(({ rule }) => rule))].sort();
  const rules = ids.map((id) => {
    const { summary, example } = ruleOf(id);
    return {
      id,
      shortDescription: { text: summary },
      ...(example && { help: { text: `Not so: ${example.wrong}\nBut so: ${example.right}` } }),
    };
  });
  const results = diagnostics.map(
    ({ rule, severity, file, line, column, found, expected, fix }) => ({
      ruleId: rule,
      ruleIndex: ids.indexOf(rule),
      level: severity,
      message: { text: `${found} ${expected} ${fix}` },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: encodeURI(file), uriBaseId: '%SRCROOT%' },
            region: { startLine: line, startColumn: column },
          },
        },
      ],
    }),
  );
  const run = {
    tool: { driver: { name: 'Wellsourced check', rules } },
    columnKind: 'utf16CodeUnits',
    results,
  };
  const $schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  return JSON.stringify({ $schema, version: '2.1.0', runs: [run] }, null, 2);
}

function countLine(diagnostics: Diagnostic[]): string {
  const { errors, warnings } = count(diagnostics);
  const many = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
  return `${many(errors, 'error')}, ${many(warnings, 'warning')}.`;
}

function count(diagnostics: Diagnostic[]): { errors: number; warnings: number } {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: diagnostics.length - errors };
}
