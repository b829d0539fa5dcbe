import type { Diagnostic } from './diagnostic.ts';
import { RULES, type RuleId } from '../rules/rules.ts';

/** Where something stands: 1-based, in the file on disk. */
export interface Place {
  line: number;
  column: number;
}

/** The three sentences of a diagnostic. */
export type Wording = Pick<Diagnostic, 'found' | 'expected' | 'fix'>;

/** A diagnostic of `rule`, with the severity that the rule has. */
export function diagnose(rule: RuleId, file: string, place: Place, wording: Wording): Diagnostic {
  const { line, column } = place;
  return { rule, severity: RULES[rule].severity, file, line, column, ...wording };
}

/** By file and place, so that the author can go through a file from top to bottom. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : 1);
}
