import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import { COMPONENTS } from '../mdx-components/index.ts';
import type { Program } from './nodes.ts';

/**
 * The syntax errors of MDX, explained to somebody who writes about health and not about programs. MDX
 * reads `<` and `{` as the start of code; in prose they are usually a p value or a set of braces.
 */

/** A fault in the text of an `.mdx` file, by offsets, and how to read on past it. */
export interface Fault {
  rule: 'mdx/syntax' | 'mdx/import';
  start: number;
  found: string;
  expected: string;
  fix: string;
  /** What to overwrite so that the rest can be parsed: ranges, and text for their beginning. */
  mend: [start: number, end: number, text?: string][];
}

/** What the parser throws. */
export type ParseError = ReturnType<VFile['message']>;

/** HTML elements that never have a closing tag. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** Explains an error that the parser threw for `source`. */
export function explain(error: ParseError, source: string): Fault {
  const place = placeOf(error, source);
  if (error.source === 'micromark-extension-mdxjs-esm') return importFault(source, place);
  if (error.ruleId === 'end-tag-mismatch') return unclosed(error, source);
  if (error.ruleId === 'unexpected-closing-slash') return strayClosing(source, place);
  if (error.source === 'micromark-extension-mdx-expression') return brace(source, place);
  return tag(error, source, place);
}

function placeOf(error: ParseError, source: string): number {
  const { place } = error;
  const point = place && 'start' in place ? place.start : place;
  return Math.min(point?.offset ?? 0, source.length - 1);
}

/** The start of the paragraph in which `offset` lies. */
function paragraphStart(source: string, offset: number): number {
  const before = source.slice(0, offset).split(/\r?\n[ \t]*\r?\n/);
  return offset - before.at(-1)!.length;
}

function paragraphEnd(source: string, offset: number): number {
  const blank = /\r?\n[ \t]*(?=\r?\n|$)/g;
  blank.lastIndex = offset;
  return blank.exec(source)?.index ?? source.length;
}

/** What stands at `start`, cut to a length that fits into a sentence. */
function quote(source: string, start: number, end = source.length): string {
  const line = source.slice(start, end).split(/\r?\n/)[0]!.replaceAll('`', '');
  return `\`${line.length > 40 ? `${line.slice(0, 40)}…` : line}\``;
}

/** A line that begins with `import` or `export` is taken for a program. */
export function importFault(source: string, offset: number): Fault {
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  const from = Math.max(paragraphStart(source, offset), 0);
  const first = /^[ \t]*(?:import|export)\b/m.exec(source.slice(from, offset + 1));
  const begin = first ? from + first.index : start;
  const word = source.startsWith('export', begin) ? 'export' : 'import';
  return {
    rule: 'mdx/import',
    start: begin,
    found: `This line begins with \`${word}\`, which .mdx reads as a program.`,
    expected:
      'No imports or exports: the components of this site are there without them, and nothing in an article is run.',
    fix: insteadOfImport(source.slice(begin, paragraphEnd(source, begin)), word),
    mend: [[begin, paragraphEnd(source, begin)]],
  };
}

function insteadOfImport(line: string, word: string): string {
  const imported = /^import\s+(?:\{\s*)?(\w+)[^'"]*\bfrom\s*['"]/.exec(line)?.[1];
  if (imported && COMPONENTS.has(imported)) {
    return `Remove the line: \`<${imported}>\` is there without it.`;
  }
  if (imported || /^import\s*['"]/.test(line)) {
    return 'Remove the line, and make what it brings a component of the site (docs/extending.md, "A part for articles").';
  }
  if (/^export\s*(?:[{*]|(?:default|const|let|var|class|async|function)\b)/.test(line)) {
    return 'Remove the line, and write its value where it is read.';
  }
  return `Begin the sentence with another word than \`${word}\`, or remove the line.`;
}

function unclosed(error: ParseError, source: string): Fault {
  const within = /^Expected the closing tag `(<\/([^`>]*)>)` either/.exec(error.reason);
  if (within) return closedWithin(source, placeOf(error, source), within[1]!, `<${within[2]}`);
  const range = /`<([^`>]*)>` \((\d+):(\d+)-(\d+):(\d+)\)/.exec(error.reason);
  const point = (line: number, column: number) =>
    location(source).toOffset({ line: Number(range?.[line]), column: Number(range?.[column]) });
  const start = point(2, 3) ?? 0;
  const end = point(4, 5) ?? start + 1;
  const name = range?.[1] ?? '';
  const shown = `\`<${name}>\``;
  const common = { rule: 'mdx/syntax' as const, start, mend: [[start, end]] as Fault['mend'] };
  if (VOID.test(name)) {
    const closedForm = `${source.slice(start, end - 1).trimEnd()} />`;
    return {
      ...common,
      found: `${shown} is not closed.`,
      expected: 'In .mdx every tag is closed, also one that holds nothing.',
      fix: `Write \`${closedForm}\`.`,
    };
  }
  const closing = `</${name}>`;
  const closeAt = source.indexOf(closing, end);
  const nextOpen = source.indexOf(`<${name}`, end);
  if (closeAt !== -1 && (nextOpen === -1 || closeAt < nextOpen)) {
    return {
      ...common,
      found: `${shown} begins in one paragraph and ends in another.`,
      expected: `${shown} and \`${closing}\` on lines of their own, with empty lines inside them.`,
      fix: `Put an empty line after ${shown} and before \`${closing}\`.`,
      mend: [
        [start, end],
        [closeAt, closeAt + closing.length],
      ],
    };
  }
  return {
    ...common,
    found: `${shown} is opened and never closed.`,
    expected: `\`${closing}\` where it ends.`,
    fix: `Add \`${closing}\` on a line of its own, or write \`\\<${name}\` if it is meant as text.`,
  };
}

/** A tag that is opened outside of the paragraph in which it is closed. */
function closedWithin(source: string, start: number, closing: string, opening: string): Fault {
  const openAt = source.lastIndexOf(opening, start);
  const mend: Fault['mend'] = [[start, start + closing.length]];
  if (openAt !== -1) mend.push([openAt, tagEnd(source, openAt) ?? openAt + opening.length]);
  return {
    rule: 'mdx/syntax',
    start,
    found: `\`${closing}\` stands in a paragraph, and what it closes was opened outside of it.`,
    expected: 'Both tags on lines of their own, or both within one paragraph.',
    fix: `Put \`${closing}\` on a line of its own, after an empty line.`,
    mend,
  };
}

function strayClosing(source: string, place: number): Fault {
  const start = source.lastIndexOf('<', place);
  const end = source.indexOf('>', start) + 1 || source.length;
  return {
    rule: 'mdx/syntax',
    start,
    found: `${quote(source, start, end)} closes something that was not opened.`,
    expected: 'An opening tag before each closing one.',
    fix: 'Remove it, or add the opening tag on a line of its own.',
    mend: [[start, end]],
  };
}

/** Braces around something that is not a value, or a brace without its partner. */
function brace(source: string, place: number): Fault {
  const from = paragraphStart(source, place);
  let start = -1;
  for (let at = place, depth = 0; at >= 0 && (at >= from || start === -1); at--) {
    if (source[at] === '}' && at !== place) depth++;
    else if (source[at] === '{' && depth > 0) depth--;
    else if (source[at] === '{') start = at;
  }
  if (start === -1) start = Math.max(source.lastIndexOf('{', place), 0);
  const end = matchingBrace(source, start, paragraphEnd(source, place));
  const attribute = /([\w-]+)=$/.exec(source.slice(0, start))?.[1];
  if (attribute) {
    return {
      rule: 'mdx/syntax',
      start,
      found: `The value of \`${attribute}\` cannot be read: ${quote(source, start, end)}.`,
      expected: "A list such as `{[{ name: 'Iron', value: 55.4 }]}`, a number or a text.",
      fix: 'Look for a missing comma, quotation mark, bracket or brace.',
      mend: [[start, end ?? endOfTag(source, start), '""']],
    };
  }
  return {
    ...plainBraces(source, start, end),
    mend:
      end === undefined
        ? [[start, start + 1]]
        : [
            [start, start + 1],
            [end - 1, end],
          ],
  };
}

/** Where the tag ends in which `offset` lies, or the paragraph if nothing ends it. */
function endOfTag(source: string, offset: number): number {
  const rest = source.slice(offset, paragraphEnd(source, offset));
  const end = rest.search(/\s*\/?>/);
  return offset + (end === -1 ? rest.length : end);
}

/** The offset behind the brace that closes the one at `start`, if it comes before `limit`. */
function matchingBrace(source: string, start: number, limit: number): number | undefined {
  let depth = 0;
  for (let at = start; at < limit; at++) {
    if (source[at] === '{') depth++;
    else if (source[at] === '}' && --depth === 0) return at + 1;
  }
  return undefined;
}

/** Braces in prose. Without `end` the closing one is missing. */
export function plainBraces(source: string, start: number, end: number | undefined): Fault {
  const what = quote(source, start, end);
  return {
    rule: 'mdx/syntax',
    start,
    found:
      end === undefined
        ? `The brace in ${what} is never closed.`
        : `${what} is read as a program, because it stands in braces.`,
    expected: 'Braces that are meant as text carry a backslash.',
    fix:
      end === undefined
        ? 'Write `\\{` for a brace that should be seen.'
        : `Write \`\\${source.slice(start, end).split('\n')[0]!.replaceAll('`', '').slice(0, 40)}\`, or leave the braces away.`,
    mend: [],
  };
}

/** Braces around something that would have to be computed. */
export function computed(
  source: string,
  start: number,
  end: number,
  program: Program | null | undefined,
): Omit<Fault, 'mend'> {
  const fault = plainBraces(source, start, end);
  const [statement] = program?.body ?? [];
  const kind = statement?.type === 'ExpressionStatement' ? statement.expression.type : undefined;
  // One word, or words with commas: braces that somebody wants to be seen.
  if (kind === 'Identifier' || kind === 'SequenceExpression') return fault;
  const sum = kind === 'BinaryExpression' && !/[a-z]/i.test(source.slice(start, end));
  return {
    ...fault,
    expected: 'Nothing in an article is run. Braces that are meant as text carry a backslash.',
    fix: sum
      ? 'Write the result itself, or `:calc[result]{from="a - b"}` where it follows from figures of a finding.'
      : `Write what should be read there in its place. ${fault.fix.replace(/, or .*/, ' if the braces are meant as text.')}`,
  };
}

/** Everything that begins with `<` and is not a tag. */
function tag(error: ParseError, source: string, place: number): Fault {
  if (error.ruleId === 'unexpected-eof') return unended(source, place);
  const start = Math.max(source.lastIndexOf('<', place), 0);
  const rest = source.slice(start);
  const fault = { rule: 'mdx/syntax' as const, start };
  if (rest.startsWith('<!--')) {
    const close = source.indexOf('-->', start);
    const end = close === -1 ? paragraphEnd(source, start) : close + 3;
    return {
      ...fault,
      found: `${quote(source, start, end)} is a comment in the manner of .md files.`,
      expected: 'In .mdx a comment stands in braces.',
      fix: 'Write `{/* … */}`.',
      mend: [[start, end]],
    };
  }
  const address = /^<((?:https?:|mailto:)[^\s<>]*|[^\s<>@]+@[^\s<>]+)>/.exec(rest);
  if (address) {
    return {
      ...fault,
      found: `\`<${address[1]}>\` is read as a tag.`,
      expected: 'In .mdx an address is written without angle brackets, or as a link.',
      fix: `Write \`${address[1]}\` alone, or \`[words](${address[1]})\`.`,
      mend: [[start, start + address[0].length]],
    };
  }
  if (error.reason.includes('before attribute value')) {
    const from = source.slice(0, place).search(/[\w-]+\s*=\s*$/);
    const value = /^[^\s/>]*/.exec(source.slice(place))![0];
    return {
      ...fault,
      start: from,
      found: `The value in \`${source.slice(from, place)}${value}\` stands without quotes.`,
      expected: 'Values in double quotes.',
      fix: `Write \`${source.slice(from, place).trim()}"${value}"\`.`,
      mend: [[from, place + value.length]],
    };
  }
  if (/^<\/?[A-Za-z$_]/.test(rest)) {
    const end = /^[^>]*>/.exec(source.slice(start, paragraphEnd(source, start)))?.[0].length;
    return { ...notATag(source, start, end), mend: [[start, start + (end ?? 1)]] };
  }
  const sign = /^<[=.\d-]*[^\s<>`]{0,12}/.exec(rest)![0];
  return {
    ...fault,
    found: `\`${sign}\` is read as the start of a tag, because nothing parts the \`<\` from what follows.`,
    expected: 'A less-than sign with a backslash before it, or a space after it.',
    fix: `Write \`\\${sign}\`.`,
    mend: [[start, start + 1]],
  };
}

function notATag(source: string, start: number, length: number | undefined): Fault {
  return {
    rule: 'mdx/syntax',
    start,
    found: `${quote(source, start, length && start + length)} is read as a tag and is none.`,
    expected: 'A tag such as `<Aside kind="note">`, or text without `<`.',
    fix: 'Write `\\<` for a less-than sign, and `name="value"` for what belongs to a tag.',
    mend: [],
  };
}

/** A tag that runs to the end of the paragraph or file, most often for want of a quotation mark. */
function unended(source: string, place: number): Fault {
  const code = /(`+|~~~+)[^]*?\1/g;
  const prose = source.replace(code, (match) => ' '.repeat(match.length));
  const opening = /<[A-Za-z][\w.]*(?=[\s/>])/g;
  for (
    let match = opening.exec(prose);
    match && match.index <= place;
    match = opening.exec(prose)
  ) {
    const end = tagEnd(source, match.index);
    if (end !== undefined && end <= paragraphEnd(source, place)) continue;
    const line = source.slice(match.index).split(/\r?\n/)[0]!;
    const quotes = (line.match(/"/g) ?? []).length % 2 === 1;
    const close = `</${match[0].slice(1)}>`;
    const closeAt = source.indexOf(close, match.index);
    const fault = notATag(source, match.index, undefined);
    return {
      ...fault,
      ...(quotes && {
        found: `A quotation mark is missing in ${quote(source, match.index)}.`,
        expected: 'A quotation mark before and after each value.',
        fix: 'Add the missing `"`.',
      }),
      mend: [
        [match.index, match.index + Math.max(line.search(/>/) + 1 || line.length, 1)],
        ...(closeAt === -1 ? [] : [[closeAt, closeAt + close.length] as [number, number]]),
      ],
    };
  }
  const start = Math.max(source.lastIndexOf('<', place), 0);
  return { ...notATag(source, start, undefined), mend: [[start, start + 1]] };
}

/** The offset behind the `>` of the tag at `start`, quotes and braces stepped over. */
function tagEnd(source: string, start: number): number | undefined {
  let closing = '';
  for (let at = start + 1; at < source.length; at++) {
    const sign = source[at]!;
    if (closing.endsWith(sign)) closing = closing.slice(0, -1);
    else if (closing === '"' || closing === "'") continue;
    else if (sign === '"' || sign === "'") closing += sign;
    else if (sign === '{') closing += '}';
    else if (sign === '>' && closing === '') return at + 1;
  }
  return undefined;
}
