import type { Diagnostic } from './diagnostic.ts';
import { RULES, type RuleId } from './rules.ts';

/** One block for each diagnostic, and a line that counts them. For people. */
export function textReport(diagnostics: Diagnostic[]): string {
  const blocks = diagnostics.map(
    ({ rule, severity, file, line, column, found, expected, fix }) =>
      `${severity} ${rule}\n  ${file}:${line}:${column}\n  Found:    ${found}\n  Expected: ${expected}\n  To do:    ${fix}\n`,
  );
  return [...blocks, countLine(diagnostics)].join('\n');
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
  const rules = Object.fromEntries(ids.map((id) => [id, RULES[id as RuleId]]));
  return JSON.stringify({ ...count(diagnostics), rules, diagnostics }, null, 2);
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
