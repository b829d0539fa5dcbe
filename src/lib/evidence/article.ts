import type { RuleId } from '../rules/rules.ts';
import type { Wording } from '../diagnostics/diagnose.ts';
import type { Evidence } from './library.ts';
import { fileOffset, type Passage } from './passage.ts';
import type { Statement } from './statements.ts';

/** What the rules know of an article. */
export interface Article {
  /** BCP 47 tag; English where nothing is said. */
  language?: string | undefined;
  title?: string | undefined;
  description?: string | undefined;
  evidence: 'sourced' | 'personal';
  sensitive: string[];
  disclosure: string;
  /** The recorded review of a named person, with the digest of the claims that were reviewed. */
  reviewed?: { claims?: string | undefined } | undefined;
  passages: Passage[];
  statements: Statement[];
}

/** Something wrong in an article. */
export interface Fault extends Wording {
  rule: RuleId;
  /** Offset in the file. */
  offset: number;
  /** The field of the front matter that it is about; then `offset` says nothing. */
  field?: 'title' | 'description' | 'disclosure' | 'reviewed' | 'language';
}

/** A group of rules. */
export type Check = (article: Article, evidence: Evidence) => Fault[];

/** Offset in the file of an offset in a statement. */
export function placeIn({ passage, start }: Statement, offset = 0): number {
  return fileOffset(passage, start + offset);
}

/** A statement's words for a message, cut to a line. */
export function quoted(text: string): string {
  const words = text.replace(/\s+/g, ' ').replaceAll('\uFFFC', '…').trim();
  return `"${words.length > 80 ? `${words.slice(0, 79)}…` : words}"`;
}

/** True when the text has one of the words, or begins of words, in `pattern`. */
export function has(pattern: RegExp, ...texts: (string | undefined)[]): boolean {
  return texts.some((text) => text !== undefined && pattern.test(text));
}
