import {
  isMap,
  isNode,
  isPair,
  isSeq,
  LineCounter,
  parseDocument,
  type Node,
  type YAMLError,
} from 'yaml';
import { diagnose, type Place } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

export type Path = (string | number)[];

/** YAML that was read, with the place of each part. */
export interface ReadYaml {
  /** The values; dates stay the strings that the author typed. `undefined` when unreadable. */
  data: unknown;
  /** Where the value at `path` stands, or, with `key`, the name before it; else the nearest above. */
  placeOf(path: Path, key?: boolean): Place;
  diagnostics: Diagnostic[];
}

/**
 * Reads YAML that begins on line `firstLine` of `file`. Never throws. YAML 1.2's core schema has no
 * dates, so an impossible day is still what the author typed and can be reported as such.
 */
export function readYaml(text: string, file: string, firstLine = 1): ReadYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', version: '1.2' });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const unusual = [...tabs(text, file, firstLine), ...curlyQuotes(text, file, firstLine)];
  // A tab or an opening curly quote makes YAML stumble further down: the cause is reported, not that.
  const faults =
    unusual.length > 0
      ? unusual
      : document.errors.slice(0, 1).map((error) => syntaxFault(error, text, file, at));
  return {
    data: faults.length > 0 ? undefined : document.toJS(),
    diagnostics: faults,
    placeOf: (path, key = false) => {
      const offset = offsetOf(document.contents, path, key);
      return offset === undefined ? { line: firstLine, column: 1 } : at(offset);
    },
  };
}

function offsetOf(root: unknown, path: Path, key: boolean): number | undefined {
  let node: unknown = root;
  let offset = isNode(node) ? (node as Node).range?.[0] : undefined;
  for (const [index, step] of path.entries()) {
    const last = index === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && String(item.key) === String(step));
      if (!pair) return offset;
      const part = last && key ? pair.key : (pair.value ?? pair.key);
      offset = isNode(part) ? (part as Node).range?.[0] : offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = isNode(node) ? (node as Node).range?.[0] : offset;
    } else return offset;
  }
  return offset;
}

function tabs(text: string, file: string, firstLine: number): Diagnostic[] {
  return text.split('\n').flatMap((line, index) => {
    const indent = /^[ \t]*/.exec(line)![0];
    const column = indent.indexOf('\t');
    if (column < 0 || line.trim() === '') return [];
    return diagnose(
      'yaml/tab',
      file,
      { line: firstLine + index, column: column + 1 },
      {
        found: 'The line begins with a tab.',
        expected: 'Spaces.',
        fix: 'Replace the tab by two spaces.',
      },
    );
  });
}

function curlyQuotes(text: string, file: string, firstLine: number): Diagnostic[] {
  return text.split('\n').flatMap((line, index) => {
    const match = /^(\s*(?:- )?[\w-]+:\s+)([“‘„].*[”’“])\s*$/.exec(line);
    if (!match) return [];
    const place = { line: firstLine + index, column: match[1]!.length + 1 };
    return diagnose('yaml/quotes', file, place, {
      found: `${match[2]} stands in curly quotes, which would be part of the text.`,
      expected: 'Straight quotes, or none.',
      fix: `Write ${JSON.stringify(match[2]!.slice(1, -1))}.`,
    });
  });
}

function syntaxFault(
  error: YAMLError,
  text: string,
  file: string,
  at: (offset: number) => Place,
): Diagnostic {
  const place = at(error.pos[0]);
  const lineStart = text.lastIndexOf('\n', error.pos[0] - 1) + 1;
  const line = text.slice(
    lineStart,
    (text.indexOf('\n', lineStart) + text.length + 1) % (text.length + 1),
  );
  const colon = /^(\s*(?:- )?[\w-]+): +(.*: .*)$/.exec(line);
  if (colon && error.code !== 'DUPLICATE_KEY') {
    return diagnose(
      'yaml/colon',
      file,
      { line: place.line, column: colon[0].length - colon[2]!.length + 1 },
      {
        found: `The value of ${colon[1]!.trim()} holds a colon followed by a space.`,
        expected: 'Quotes around such a value.',
        fix: `Write ${colon[1]!.trim()}: '${colon[2]!.trim().replace(/'/g, "''")}'.`,
      },
    );
  }
  if (error.code === 'DUPLICATE_KEY') {
    return diagnose('yaml/syntax', file, place, {
      found: 'A field stands here for the second time.',
      expected: 'Each field once.',
      fix: 'Remove one of the two.',
    });
  }
  return diagnose('yaml/syntax', file, place, {
    found: `The line "${line.trim().slice(0, 60)}" cannot be read.`,
    expected: 'A field and its value on one line, such as kind: guide.',
    fix: 'Compare it with another article; look for a missing quote, bracket or colon, here or in the line above.',
  });
}
