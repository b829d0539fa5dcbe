import { monthName } from '../text/dates.ts';
import { dateParts, type CslName, type CslRecord } from './record.ts';

const TYPES: Record<string, string> = {
  'article-journal': 'article',
  book: 'book',
  chapter: 'incollection',
  report: 'techreport',
  thesis: 'phdthesis',
};

/** What TeX would take for a command, and how it is written as a character. */
const SPECIAL: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

/**
 * A work as a BibTeX entry, in UTF-8. Titles stand in double braces, so that no style changes their
 * capitals; addresses are left as they are but for braces, since they go into `\url`.
 */
export function toBibtex(record: CslRecord): string {
  const kind = TYPES[record.type] ?? 'misc';
  const [year, month] = dateParts(record.issued);
  const fields: [string, string | undefined][] = [
    ['author', record.author && authors(record)],
    ['title', `{${escape(record.title)}}`],
    [
      kind === 'article' ? 'journal' : kind === 'incollection' ? 'booktitle' : 'howpublished',
      text(record['container-title']),
    ],
    [kind === 'techreport' ? 'institution' : 'publisher', text(record.publisher)],
    ['year', year === undefined ? undefined : String(year)],
    // The three letters are a macro of BibTeX, which styles put into their own language.
    ['month', month === undefined ? undefined : monthName(month).slice(0, 3).toLowerCase()],
    ['volume', text(record.volume)],
    ['number', text(record.issue)],
    ['pages', text(record.page?.replace(/(?<=\d)[-–](?=\d)/, '--'))],
    ['doi', verbatim(record.DOI)],
    ['pmid', verbatim(record.PMID)],
    ['url', verbatim(record.URL)],
    ['language', text(record.language)],
    ['note', record.updated && `Updated ${record.updated}`],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value ? [`  ${name} = ${name === 'month' ? value : `{${value}}`},\n`] : [],
  );
  return `@${kind}{${key(record.id)},\n${lines.join('')}}\n`;
}

function authors({ author = [], authorsComplete = true }: CslRecord): string {
  return [...author.map(fullName), ...(authorsComplete ? [] : ['others'])].join(' and ');
}

function fullName(name: CslName): string {
  // Braces keep an organisation whole, and the word "and" inside it.
  if ('literal' in name) return `{${escape(name.literal)}}`;
  return name.given ? `${escape(name.family)}, ${escape(name.given)}` : `{${escape(name.family)}}`;
}

function text(value: string | undefined): string | undefined {
  return value && escape(value);
}

function escape(value: string): string {
  return oneLine(value).replace(/[\\{}$&%#_^~]/g, (character) => SPECIAL[character]!);
}

function verbatim(value: string | undefined): string | undefined {
  return value && oneLine(value).replace(/[{}\\\s]/g, (character) => encodeURIComponent(character));
}

function oneLine(value: string): string {
  // eslint-disable-next-line no-control-regex
  return value.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim();
}

/** Only what every BibTeX takes in a key. */
function key(id: string): string {
  return id.replace(/[^A-Za-z0-9:._-]/g, '') || 'entry';
}
