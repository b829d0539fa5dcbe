import type { CslName, CslRecord } from '../cite/record.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { imports } from '../rules/imports.ts';
import { isoDate } from './dates.ts';
import {
  doiOf,
  identifiersInNote,
  isDoiAddress,
  pagesOf,
  pmcidOf,
  pmidOf,
  urlOf,
} from './identifiers.ts';
import { plainText } from './text.ts';

/** A source as an import can know it. */
export type ImportedSource = Omit<CslRecord, 'id' | 'language' | 'updated'> & { issued: string };

/** One publication of an export, read and sound. */
export interface Entry {
  /** The export, as the author named it, and the line on which the publication begins there. */
  file: string;
  line: number;
  source: ImportedSource;
  /** What could not be taken over as it stands, in sentences for the author. */
  remarks: string[];
}

/** What was read from one export. */
export interface Export {
  entries: Entry[];
  faults: Diagnostic[];
}

/** One publication as a format has it: text as it stands there, under the names of CSL. */
export interface RawEntry {
  line: number;
  /** Its name in the export, for messages. May be empty. */
  label: string;
  /** Its type as a word of CSL (any), and the word of the format. */
  type: string | undefined;
  typeWord: string;
  author: CslName[];
  note?: string | undefined;
  fields: Partial<Record<Field, string | undefined>>;
}

export type Field = Exclude<keyof ImportedSource, 'type' | 'author' | 'authorsComplete'>;

/** Where the types of CSL that source files do not know belong. */
const NEAREST: Record<string, string> = {
  article: 'article-journal',
  'article-magazine': 'article-newspaper',
  broadcast: 'webpage',
  dataset: 'webpage',
  entry: 'chapter',
  'entry-dictionary': 'chapter',
  'entry-encyclopedia': 'chapter',
  legislation: 'report',
  manuscript: 'report',
  pamphlet: 'report',
  'paper-conference': 'chapter',
  post: 'webpage',
  'post-weblog': 'webpage',
  regulation: 'report',
  review: 'article-journal',
  'review-book': 'article-journal',
  software: 'webpage',
  standard: 'report',
  thesis: 'report',
};
const TYPES = ['article-journal', 'article-newspaper', 'webpage', 'report', 'book', 'chapter'];

const OTHERS = /(?:^|[\s,])(?:et\.?\s+al\b\.?|(?:and\s+)?others)$/i;

/** A fault of an export. */
export function fault(
  rule: keyof typeof imports,
  file: string,
  line: number,
  found: string,
  expected: string,
  fix: string,
): Diagnostic {
  return diagnose(rule, file, { line, column: 1 }, { found, expected, fix });
}

/** The entry of a publication, or what keeps it from being one. */
export function toEntry(raw: RawEntry, file: string): Entry | Diagnostic[] {
  const faults: Diagnostic[] = [];
  const remarks: string[] = [];
  const named = raw.label ? `The entry ${raw.label}` : 'The entry';
  const given: Partial<Record<Field, string>> = {};
  for (const [name, value] of Object.entries(raw.fields) as [Field, string | undefined][]) {
    const text = plainText(value ?? '');
    if (text !== '') given[name] = text;
  }
  /** A value in the form of its field; what has none is a fault. */
  const formed = (name: Field, form: (value: string) => string | undefined, expected: string) => {
    const value = given[name];
    const result = value === undefined ? undefined : form(value);
    if (value !== undefined && result === undefined) {
      const found = `${named} has ${name} "${short(value)}".`;
      faults.push(
        fault('import/value', file, raw.line, found, expected, 'Correct or remove it there.'),
      );
    }
    return result;
  };

  if (given.title === undefined) {
    faults.push(missing(file, raw.line, named, 'title', 'The title of the publication.'));
  }
  if (given.issued === undefined) {
    faults.push(missing(file, raw.line, named, 'year', 'The year in which it appeared.'));
  }
  const issued = formed('issued', isoDate, 'A year, month or day of the calendar, as 2023-05-24.');
  let url = given.URL;
  if (url !== undefined && isDoiAddress(url)) {
    if (given.DOI === undefined && doiOf(url)) given.DOI = url;
    url = given.DOI === undefined ? url : undefined;
  }
  const address = url === undefined ? undefined : urlOf(url);
  if (url !== undefined && !address) remarks.push(`The address "${short(url)}" was left out.`);

  const { names, complete } = authors(raw.author);
  const type = typeOf(raw, { ...given, URL: address });
  if (type !== raw.type) remarks.push(`The type "${raw.typeWord}" was taken for ${type}.`);
  const note = identifiersInNote(raw.note ?? '');
  const source = {
    type,
    title: given.title ?? '',
    author: names.length > 0 ? names : undefined,
    'container-title': given['container-title'],
    issued: issued ?? '',
    volume: given.volume,
    issue: given.issue,
    page: given.page && pagesOf(given.page),
    publisher: given.publisher,
    DOI: formed('DOI', doiOf, 'A DOI, such as 10.1056/NEJMoa2302399.'),
    PMID: formed('PMID', pmidOf, 'The digits of a PMID.') ?? note.PMID,
    PMCID: formed('PMCID', pmcidOf, 'PMC and digits.') ?? note.PMCID,
    URL: address,
    authorsComplete: complete && !/The list of authors is not complete/.test(raw.note ?? ''),
  };
  return faults.length > 0 ? faults : { file, line: raw.line, source, remarks };
}

/** The entries of an export and the faults of those that are none. */
export function toExport(raws: RawEntry[], file: string, faults: Diagnostic[] = []): Export {
  const results = raws.map((raw) => toEntry(raw, file));
  return {
    entries: results.flatMap((result) => (Array.isArray(result) ? [] : [result])),
    faults: [...faults, ...results.flatMap((result) => (Array.isArray(result) ? result : []))],
  };
}

/** The line on which a place of a text stands, from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, Math.max(offset, 0)).split('\n').length;
}

/** `Anand, Amit` as a name; without a comma it stays whole, as an organisation does. */
export function commaName(text: string): CslName {
  const [family = '', ...rest] = text.split(',').map((part) => part.trim());
  // What follows a second comma is Jr. and the like, for which a source has no field.
  const given = rest[0] ?? '';
  if (family !== '' && given !== '') return { family, given };
  return { literal: family || given };
}

export function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function missing(file: string, line: number, named: string, what: string, expected: string) {
  const fix = `Add the ${what} to the entry there.`;
  return fault('import/missing', file, line, `${named} has no ${what}.`, expected, fix);
}

/** The names in plain text; `et al.` and `others` are none but say that there are more. */
function authors(given: CslName[]): { names: CslName[]; complete: boolean } {
  let complete = true;
  const names = given.flatMap((name): CslName[] => {
    const parts = 'literal' in name ? { family: name.literal, given: '' } : name;
    const family = plainText(parts.family);
    const first = plainText(parts.given ?? '');
    const whole = 'literal' in name ? family : `${first} ${family}`.trim();
    if (OTHERS.test(whole)) {
      complete = false;
      const rest = whole.replace(OTHERS, '').replace(/[\s,]+$/, '');
      return rest === '' ? [] : [{ literal: rest }];
    }
    if (whole === '') return [];
    if ('literal' in name || family === '') return [{ literal: whole }];
    return [first === '' ? { family } : { family, given: first }];
  });
  return { names, complete };
}

function typeOf(raw: RawEntry, fields: RawEntry['fields']): string {
  if (raw.type !== undefined && TYPES.includes(raw.type)) return raw.type;
  const nearest = raw.type === undefined ? undefined : NEAREST[raw.type];
  if (nearest) return nearest;
  if (fields['container-title'] && (fields.volume || fields.issue)) return 'article-journal';
  return fields.URL ? 'webpage' : 'report';
}
