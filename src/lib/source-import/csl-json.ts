import type { CslName } from '../cite/record.ts';
import { isoDate, shared } from './dates.ts';
import { fault, lineAt, toExport, type Export, type Field, type RawEntry } from './entry.ts';

type Item = Record<string, unknown>;

const FIELDS: Field[] = [
  'title',
  'container-title',
  'volume',
  'issue',
  'page',
  'publisher',
  'DOI',
  'PMID',
  'PMCID',
  'URL',
];

/** Reads CSL-JSON: a list of items, or one. Never throws. */
export function readCslJson(text: string, file: string): Export {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { entries: [], faults: [syntaxFault(error as Error, text, file)] };
  }
  const items = Array.isArray(data) ? (data as unknown[]) : [data];
  const lines = Array.isArray(data) ? itemLines(text) : [lineAt(text, text.search(/\S/))];
  const faults: Export['faults'] = [];
  const raws = items.flatMap((item, index): RawEntry[] => {
    const line = lines[index] ?? 1;
    if (isItem(item)) return [rawEntry(item, line)];
    const found = `Item ${index + 1} is ${JSON.stringify(item).slice(0, 60)}.`;
    faults.push(
      fault(
        'import/value',
        file,
        line,
        found,
        'An object with type, title and issued.',
        'Remove the item, or export the file again.',
      ),
    );
    return [];
  });
  return toExport(raws, file, faults);
}

function rawEntry(item: Item, line: number): RawEntry {
  const type = textOf(item.type);
  const note = textOf(item.note);
  return {
    line,
    label: textOf(item.id) ?? '',
    type,
    typeWord: type ?? '',
    author: Array.isArray(item.author) ? (item.author as unknown[]).flatMap(nameOf) : [],
    note,
    fields: {
      ...Object.fromEntries(FIELDS.map((name) => [name, textOf(item[name])])),
      issued: issuedOf(item.issued),
    },
  };
}

/** Names of CSL; particles belong to the family name, as in PubMed. */
function nameOf(name: unknown): CslName[] {
  if (typeof name === 'string') return [{ literal: name }];
  if (!isItem(name)) return [];
  const literal = textOf(name.literal);
  if (literal !== undefined) return [{ literal }];
  const particles = [textOf(name['dropping-particle']), textOf(name['non-dropping-particle'])];
  const family = [...particles, textOf(name.family)].filter(Boolean).join(' ');
  const given = textOf(name.given);
  if (family === '') return given === undefined ? [] : [{ literal: given }];
  return [given === undefined ? { family } : { family, given }];
}

/** A date of CSL as text. What cannot be read is given as it stands, so that it can be reported. */
function issuedOf(value: unknown): string | undefined {
  if (!isItem(value)) return textOf(value);
  const parts = value['date-parts'];
  if (Array.isArray(parts)) {
    const dates = (parts as unknown[])
      .map((part) => (Array.isArray(part) ? (part as unknown[]).filter(isKnown).join('-') : ''))
      .filter((date) => date !== '');
    const [from, to] = dates.map(isoDate);
    if (from !== undefined && to !== undefined) return shared(from, to);
    if (dates[0] !== undefined) return dates[0];
  }
  return textOf(value.raw) ?? textOf(value.literal);
}

function isKnown(part: unknown): boolean {
  return part !== null && part !== '' && part !== undefined;
}

/** The first text or number of a value: Crossref wraps single ones in lists. */
function textOf(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? (value as unknown[])[0] : value;
  if (typeof first === 'number') return String(first);
  return typeof first === 'string' && first.trim() !== '' ? first : undefined;
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The lines on which the items of a list begin. The text is known to be sound JSON. */
function itemLines(text: string): number[] {
  const lines: number[] = [];
  let depth = 0;
  let line = 1;
  let expectsItem = false;
  for (const [token] of text.matchAll(/"(?:\\.|[^"\\])*"|[[\]{},]|\n|[^\s"[\]{},]+/gs)) {
    if (token === '\n') {
      line++;
      continue;
    }
    if (depth === 1 && expectsItem && token !== ']') {
      lines.push(line);
      expectsItem = false;
    }
    if (token === '[' || token === '{') depth++;
    if (token === ']' || token === '}') depth--;
    if (depth === 1 && (token === ',' || (token === '[' && lines.length === 0))) expectsItem = true;
  }
  return lines;
}

function syntaxFault(error: Error, text: string, file: string) {
  // Node gives the place only in words, and none at all when the text ends too early.
  const position = /at position (\d+)/.exec(error.message)?.[1];
  const line = lineAt(text, Math.min(Number(position ?? Infinity), text.trimEnd().length));
  return fault(
    'import/syntax',
    file,
    line,
    `This is no JSON: ${error.message.replace(/\s+/g, ' ').replace(/\.$/, '')}.`,
    'CSL-JSON, as reference managers export it.',
    'Export the file again; look for a missing comma, quote or bracket, here or in the line above.',
  );
}
