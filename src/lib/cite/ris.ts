import { dateParts, type CslName, type CslRecord } from './record.ts';

const TYPES: Record<string, string> = {
  'article-journal': 'JOUR',
  'article-newspaper': 'NEWS',
  'article-magazine': 'MGZN',
  'post-weblog': 'BLOG',
  book: 'BOOK',
  chapter: 'CHAP',
  report: 'RPRT',
  thesis: 'THES',
  webpage: 'ELEC',
};

/** A work in the RIS format, which EndNote, Zotero and Mendeley read. Lines end in CR and LF. */
export function toRis(record: CslRecord): string {
  const [year, month, day] = dateParts(record.issued);
  const two = (number: number | undefined) =>
    number === undefined ? '' : String(number).padStart(2, '0');
  const [first, last] = (record.page ?? '').split(/[-–]/);
  const fields: [string, string | undefined][] = [
    ['TY', TYPES[record.type] ?? 'GEN'],
    ['ID', record.id],
    ...(record.author ?? []).map((name): [string, string] => ['AU', fullName(name)]),
    ['TI', record.title],
    ['T2', record['container-title']],
    ['PB', record.publisher],
    ['PY', year === undefined ? undefined : String(year)],
    ['DA', year === undefined ? undefined : `${year}/${two(month)}/${two(day)}/`],
    ['VL', record.volume],
    ['IS', record.issue],
    ['SP', first],
    ['EP', last],
    ['DO', record.DOI],
    ['AN', record.PMID],
    ['UR', record.URL],
    ['LA', record.language],
    ['N1', record.updated && `Updated ${record.updated}`],
  ];
  const lines = fields.flatMap(([tag, value]) => {
    const text = value && oneLine(value);
    return text ? [`${tag}  - ${text}\r\n`] : [];
  });
  return `${lines.join('')}ER  - \r\n`;
}

function fullName(name: CslName): string {
  if ('literal' in name) return name.literal;
  return name.given ? `${name.family}, ${name.given}` : name.family;
}

/** A line break would begin a new field. */
function oneLine(value: string): string {
  // eslint-disable-next-line no-control-regex
  return value.replace(/[\s\u0000-\u001f\u007f\u0085]+/g, ' ').trim();
}
