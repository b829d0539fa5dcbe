import type { RuleId } from '../rules/rules.ts';

/** One thing found wrong in the content, written so that the author can act on it. */
export interface Diagnostic {
  rule: RuleId;
  severity: 'error' | 'warning';
  /** Path of the file, relative to the project's folder, with forward slashes. */
  file: string;
  /** 1-based line in the file as it stands on disk, front matter included. */
  line: number;
  /** 1-based column, in UTF-16 units as editors count. */
  column: number;
  /** What stands there. One sentence. */
  found: string;
  /** What should stand there. One sentence. */
  expected: string;
  /** What to do. One sentence in the imperative. */
  fix: string;
}
