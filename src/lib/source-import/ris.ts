import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isoDate } from './dates.ts';
import { commaName, fault, short, toExport, type Export, type RawEntry } from './entry.ts';
import { pmidOf } from './identifiers.ts';
import { taggedLines, Values, type Tagged } from './tagged.ts';

/** Reference types of RIS as types of CSL. `GEN` may be anything. */
const TYPES: Record<string, string> = {
  JOUR: 'article-journal',
  JFULL: 'article-journal',
  EJOUR: 'article-journal',
  INPR: 'article-journal',
  ABST: 'article-journal',
  NEWS: 'article-newspaper',
  MGZN: 'article-magazine',
  BOOK: 'book',
  EBOOK: 'book',
  EDBOOK: 'book',
  CHAP: 'chapter',
  ECHAP: 'chapter',
  ENCYC: 'entry-encyclopedia',
  DICT: 'entry-dictionary',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  RPRT: 'report',
  GOVDOC: 'report',
  STAND: 'standard',
  STAT: 'legislation',
  THES: 'thesis',
  UNPB: 'manuscript',
  ELEC: 'webpage',
  WEB: 'webpage',
  BLOG: 'post-weblog',
  DATA: 'dataset',
  COMP: 'software',
};

/** Reads RIS. Never throws. */
export function readRis(text: string, file: string): Export {
  const { fields, stray } = taggedLines(text, /^\s*([A-Z][A-Z0-9])\s{0,2}-(?:\s(.*))?$/);
  const faults: Diagnostic[] = [];
  if (stray) faults.push(syntaxFault(file, stray.line, `The line "${short(stray.value)}".`));
  const raws: RawEntry[] = [];
  let record: Tagged[] | undefined;
  const broken = ({ line }: Tagged) =>
    faults.push(syntaxFault(file, line, 'The record that begins here does not end.'));
  for (const field of fields) {
    if (field.tag === 'TY') {
      if (record) broken(record[0]!);
      record = [field];
    } else if (!record) {
      const found = `The line "${field.tag}  - ${short(field.value)}" stands outside of a record.`;
      if (faults.length === 0) faults.push(syntaxFault(file, field.line, found));
    } else if (field.tag === 'ER') {
      raws.push(rawEntry(record));
      record = undefined;
    } else record.push(field);
  }
  if (record) broken(record[0]!);
  return toExport(raws, file, faults);
}

function rawEntry(record: Tagged[]): RawEntry {
  const values = new Values(record);
  const typeWord = values.first('TY') ?? '';
  const type = TYPES[typeWord];
  const addresses = values.all('UR');
  return {
    line: record[0]!.line,
    label: values.first('ID', 'TI', 'T1')?.slice(0, 60) ?? '',
    type,
    typeWord,
    author: values.all('AU', 'A1').map(commaName),
    note: values.all('N1').join('\n'),
    fields: {
      title: values.first('TI', 'T1', 'CT', 'BT'),
      // The second title of a book is that of its series.
      'container-title':
        type === 'book' ? undefined : values.first('T2', 'JF', 'JO', 'BT', 'J2', 'JA'),
      issued: issuedOf(values),
      volume: values.first('VL'),
      issue: values.first('IS'),
      page: pages(values),
      publisher: values.first('PB'),
      DOI: values.first('DO'),
      PMID: pmid(values),
      PMCID: values.all('C2').find((value) => /^PMC\d+$/i.test(value)),
      URL: addresses.find((address) => /^https?:/i.test(address)) ?? addresses[0],
    },
  };
}

/** The day of `DA` where it belongs to the year of `PY`; else the year. */
function issuedOf(values: Values): string | undefined {
  const year = values.first('PY', 'Y1');
  const day = values.first('DA');
  if (year === undefined || day === undefined) return year ?? day;
  const [known, exact] = [isoDate(year), isoDate(day)];
  return known && exact?.startsWith(known) ? exact : year;
}

function pages(values: Values): string | undefined {
  const [first, last] = [values.first('SP'), values.first('EP')];
  return first === undefined || last === undefined || /[-–]/.test(first) || first === last
    ? first
    : `${first}-${last}`;
}

/** `AN` is a number of whichever database: a PMID if it looks like one and no other is named. */
function pmid(values: Values): string | undefined {
  const number = values.first('AN');
  const database = values.first('DB', 'DP');
  const named = database === undefined || /pubmed|medline|nlm/i.test(database);
  return named && number !== undefined && /^(?:PMID:?\s*)?\d{1,8}$/i.test(number)
    ? pmidOf(number)
    : undefined;
}

function syntaxFault(file: string, line: number, found: string): Diagnostic {
  return fault(
    'import/syntax',
    file,
    line,
    found,
    'Records that begin with a line "TY  - JOUR" and end with a line "ER  - ".',
    'Add the missing line, or export the file again.',
  );
}
