import { parse, type Creator, type Entry as BibEntry } from '@retorquere/bibtex-parser';
import type { CslName } from '../cite/record.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fault, lineAt, short, toExport, type Export, type RawEntry } from './entry.ts';

/** Entry types of BibTeX and biblatex as types of CSL. `misc` may be anything. */
const TYPES: Record<string, string> = {
  article: 'article-journal',
  periodical: 'article-journal',
  book: 'book',
  mvbook: 'book',
  collection: 'book',
  proceedings: 'book',
  booklet: 'pamphlet',
  inbook: 'chapter',
  incollection: 'chapter',
  inreference: 'entry',
  inproceedings: 'paper-conference',
  conference: 'paper-conference',
  techreport: 'report',
  report: 'report',
  manual: 'report',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  thesis: 'thesis',
  unpublished: 'manuscript',
  online: 'webpage',
  electronic: 'webpage',
  www: 'webpage',
  dataset: 'dataset',
  software: 'software',
};

/** Stand around a command that is not known, until it is seen whether its field is used. */
const UNKNOWN = /\ue000(.*?)\ue001/su;

/** What begins an entry but for its @, which makes it a remark that BibTeX passes over. */
const NO_SIGN = /^[ \t]*[a-z]+[ \t]*\{[^\s,{}=]*,/im;

/** Reads BibTeX or biblatex. Never throws. */
export function readBibtex(given: string, file: string): Export {
  // Many exports write 50% for 50\%, and the parser would take the rest of the line for a remark.
  const text = given.replace(/(?<=[\p{L}\p{N}] ?)%/gu, '\\%');
  let library: ReturnType<typeof parse>;
  try {
    library = parse(text, {
      english: false,
      sentenceCase: false,
      caseProtection: false,
      unsupported: (_node, tex) => `\ue000${tex}\ue001`,
    });
  } catch (error) {
    const found = `This cannot be read: ${short((error as Error).message)}.`;
    return { entries: [], faults: [syntaxFault(file, 1, found)] };
  }
  const faults = library.errors.map(({ error, input }) =>
    errorFault(error, input ?? '', text, file),
  );
  let offset = 0;
  const passOver = (end: number) => {
    const at = NO_SIGN.exec(text.slice(offset, end));
    if (!at) return;
    const found = `The line "${short(at[0].trim())}" begins without an @.`;
    faults.push(syntaxFault(file, lineAt(text, offset + at.index), found));
  };
  const raws = library.entries.flatMap((entry): RawEntry[] => {
    // An entry that broke off has no text; it was reported above.
    if (entry.input === '') return [];
    const start = text.indexOf(entry.input, offset);
    passOver(start);
    offset = start + entry.input.length;
    const raw = rawEntry(entry, lineAt(text, start));
    const command = unknownCommand(raw);
    if (command === undefined) return [raw];
    const found = `The entry ${raw.label} has the command "${short(command)}", which is not known.`;
    faults.push(
      fault(
        'import/value',
        file,
        raw.line,
        found,
        'Text, or a LaTeX command for a letter.',
        'Write the character itself there.',
      ),
    );
    return [];
  });
  passOver(text.length);
  return toExport(raws, file, faults);
}

function rawEntry({ type, key, fields }: BibEntry, line: number): RawEntry {
  const text = (name: string): string | undefined => {
    const value: unknown = fields[name];
    return Array.isArray(value) ? value.join(' and ') : (value as string | undefined);
  };
  const article = type === 'article';
  const published = text('howpublished');
  const address = /https?:\/\/[^\s<>"]+/.exec(published ?? '')?.[0];
  return {
    line,
    label: key,
    type: TYPES[type],
    typeWord: type,
    author: (fields.author ?? []).map(nameOf),
    note: [text('note'), text('annote'), text('extra')].filter(Boolean).join('\n'),
    fields: {
      title: [text('title'), text('subtitle')].filter(Boolean).join(': '),
      'container-title':
        text('journaltitle') ??
        text('journal') ??
        text('booktitle') ??
        text('maintitle') ??
        (address ? undefined : published),
      issued: issuedOf(text),
      volume: text('volume'),
      // The number of a report is its own, not that of an issue.
      issue: article ? (text('number') ?? text('issue')) : undefined,
      page: text('pages') ?? text('eid'),
      publisher: text('publisher') ?? text('institution') ?? text('school') ?? text('organization'),
      DOI: verbatim(text('doi')),
      PMID:
        text('pmid') ??
        (text('eprinttype')?.toLowerCase() === 'pubmed' ? text('eprint') : undefined),
      PMCID: text('pmcid') ?? text('pmc'),
      URL: verbatim(text('url') ?? address),
    },
  };
}

/** An address or DOI without the backslashes that some exports put into it. */
function verbatim(value: string | undefined): string | undefined {
  return value?.replace(/\{?\\([_%&#$~])\}?/g, '$1');
}

function issuedOf(text: (name: string) => string | undefined): string | undefined {
  const date = text('date');
  const year = text('year');
  if (date !== undefined || year === undefined) return date;
  const month = text('month');
  if (!/^\d{4}$/.test(year) || month === undefined) return year;
  // A month may hold the day as well: `may # "~24"`.
  const [number, day = text('day')] = month.split(/[\s,.]+/).filter((part) => part !== '');
  const parts = /^\d{1,2}$/.test(number ?? '') ? [year, number, day] : [];
  return parts.length > 0 ? parts.filter(Boolean).join('-') : `${year} ${month} ${day ?? ''}`;
}

/** A suffix such as Jr. has no field in a source; particles belong to the family name. */
function nameOf({ name, lastName, firstName, prefix }: Creator): CslName {
  if (name !== undefined) return { literal: name };
  const family = [prefix, lastName].filter(Boolean).join(' ');
  if (firstName === undefined || family === '') return { literal: family || (firstName ?? '') };
  return { family, given: firstName };
}

/** The first command of the fields that we use which the parser could not turn into text. */
function unknownCommand(raw: RawEntry): string | undefined {
  const names = raw.author.flatMap((name) => Object.values(name) as string[]);
  for (const value of [...Object.values(raw.fields), ...names]) {
    const command = UNKNOWN.exec(value ?? '')?.[1];
    if (command !== undefined) return command;
  }
  return undefined;
}

function errorFault(error: string, input: string, text: string, file: string): Diagnostic {
  const name = /^Unresolved @string reference "(.*)"$/.exec(error)?.[1];
  if (name !== undefined) {
    const bare = new RegExp(String.raw`[=#]\s*${name.replace(/[.\\+]/g, '\\$&')}\s*[,}#)\n]`, 'i');
    return fault(
      'import/value',
      file,
      lineAt(text, text.search(bare) + 1),
      `The word ${name} stands without braces, and no @string explains it.`,
      'A value in braces.',
      `Write {${name}}, or the words that it stands for.`,
    );
  }
  const found = `${short(error.replace(/ at line.*/s, ''))} in the entry that begins here.`;
  return syntaxFault(file, lineAt(text, text.indexOf(input)), found);
}

function syntaxFault(file: string, line: number, found: string): Diagnostic {
  return fault(
    'import/syntax',
    file,
    line,
    found,
    'A BibTeX entry such as @article{key, title = {…}, year = {2023}}.',
    'Look for a missing brace, quote or comma in this entry, or export the file again.',
  );
}
