import { expect, test } from 'vitest';
import { toBibtex } from '../cite/bibtex.ts';
import { toCslJson } from '../cite/csl.ts';
import type { CslRecord } from '../cite/record.ts';
import { toRis } from '../cite/ris.ts';
import { formatOf, readExport } from './read.ts';

const read = (text: string, file = 'refs.txt') => readExport(new TextEncoder().encode(text), file);
/** The only source of a sound export. */
const sourceIn = (text: string, file?: string) => {
  const { entries, faults } = read(text, file);
  expect(faults).toEqual([]);
  expect(entries).toHaveLength(1);
  return entries[0]!.source;
};
const faultsIn = (text: string, file?: string) =>
  read(text, file).faults.map(({ rule, line, found }) => `${line} ${rule}: ${found}`);
const bib = (fields: string) => `@article{a, title = {T}, year = 2020, ${fields}}`;
const csl = (fields: object) =>
  JSON.stringify([{ type: 'book', title: 'T', issued: { 'date-parts': [[2020]] }, ...fields }]);
const ris = (fields: string, type = 'JOUR') =>
  `TY  - ${type}\nTI  - T\nPY  - 2020\n${fields}\nER  - \n`;
const nbib = (fields: string) => `PMID- 12\nTI  - T.\nDP  - 2020\n${fields}\n`;

const anand: CslRecord = {
  id: 'anand2023',
  type: 'article-journal',
  title: 'Caffeine versus ECT: 50% & more_{x}',
  author: [
    { family: 'Anand', given: 'Amit' },
    { family: 'Müller', given: 'Özlem Š.' },
    { literal: 'Study and Trial Group' },
  ],
  'container-title': 'New England Journal of Medicine',
  issued: '2023-05-24',
  volume: '388',
  issue: '25',
  page: '2315-2325',
  DOI: '10.1056/NEJMoa2302399',
  PMID: '37224232',
};

test.each([
  ['CSL-JSON', toCslJson([anand]), '2023-05-24'],
  ['BibTeX', toBibtex(anand), '2023-05'],
  ['RIS', toRis(anand), '2023-05-24'],
])('what we print as %s comes back as it was', (_, text, issued) => {
  const source: Partial<CslRecord> = { ...anand };
  delete source.id;
  expect(sourceIn(text)).toEqual({ ...source, issued, authorsComplete: true });
});

test('a list of authors that is not complete comes back as such', () => {
  const record = { ...anand, authorsComplete: false };
  expect(sourceIn(toBibtex(record)).authorsComplete).toBe(false);
  expect(sourceIn(toCslJson([record])).authorsComplete).toBe(false);
});

test.each([
  [
    'accents, braces and organisations',
    String.raw`@article{x, title = {{The} {DNA} of \v{S}ko\l{}a --- \emph{in vitro} H$_2$O},
      author = {M{\"u}ller, J{\'o}zsef and {Barnes and Noble} and van der Berg, Jan and WHO and others},
      year = "2020", month = may, journal = {Acta \& co}, pages = {1--10}, number = 3}`,
    {
      type: 'article-journal',
      title: 'The DNA of Škoła — in vitro H₂O',
      author: [
        { family: 'Müller', given: 'József' },
        { literal: 'Barnes and Noble' },
        { family: 'van der Berg', given: 'Jan' },
        { literal: 'WHO' },
      ],
      'container-title': 'Acta & co',
      issued: '2020-05',
      issue: '3',
      page: '1-10',
      authorsComplete: false,
    },
  ],
  ['a month with its day', bib('month = may # "~24"'), { issued: '2020-05-24' }],
  ['a span of months', bib('month = {Jan-Feb}'), { issued: '2020' }],
  [
    'a date of biblatex',
    '@online{a, title={T}, date={2020-05-01/2020-05-04}}',
    { issued: '2020-05' },
  ],
  [
    'a @string',
    `@string{j = {JJ}}\n@comment{x}\n${bib('journal = j')}`,
    { 'container-title': 'JJ' },
  ],
  [
    'an address in howpublished',
    String.raw`@misc{a, title={T}, year=2020, howpublished={\url{https://a.example/c_d}}}`,
    { type: 'webpage', URL: 'https://a.example/c_d' },
  ],
  [
    'a report',
    '@techreport{a, title={T}, year=2020, number=7, institution={WHO}}',
    { type: 'report', publisher: 'WHO', issue: undefined },
  ],
  ['a PMID of biblatex', bib('eprint = {12}, eprinttype = {pubmed}'), { PMID: '12' }],
  [
    'an unknown command in a field that is not used',
    bib(String.raw`abstract = {\foo{x}}`),
    { title: 'T' },
  ],
  [
    'an address of a DOI',
    bib('url = {https://doi.org/10.1000/X}'),
    { DOI: '10.1000/X', URL: undefined },
  ],
  [
    'a % that is not escaped',
    '% 50% of\n@article{a, title={About 50% of\n 7 % and 8\\% more}, year=2020, % remark\n volume=1}',
    { title: 'About 50% of 7 % and 8% more', volume: '1' },
  ],
  [
    'backslashes in a DOI and an address',
    bib(String.raw`doi = {10.1000/a{\_}b\_c}, url = {https://a.example/x\_y%20z}`),
    { DOI: '10.1000/a_b_c', URL: 'https://a.example/x_y%20z' },
  ],
  ['no author', bib('journal = {J}'), { author: undefined, authorsComplete: true }],
])('BibTeX: %s', (_, text, expected) => {
  expect(sourceIn(text)).toMatchObject(expected);
});

test.each([
  ['a single object', csl({}).slice(1, -1), { type: 'book', issued: '2020' }],
  [
    'numbers as text',
    csl({ volume: 388, PMID: 12, page: '1–2' }),
    { volume: '388', PMID: '12', page: '1-2' },
  ],
  [
    'parts as text',
    csl({ issued: { 'date-parts': [['2023', '5', '24']] } }),
    { issued: '2023-05-24' },
  ],
  [
    'a span',
    csl({
      issued: {
        'date-parts': [
          [2023, 5, 1],
          [2023, 6],
        ],
      },
    }),
    { issued: '2023' },
  ],
  ['a season', csl({ issued: { 'date-parts': [[2023]], season: 1 } }), { issued: '2023' }],
  ['a raw date', csl({ issued: { raw: '24 May 2023' } }), { issued: '2023-05-24' }],
  [
    'particles, organisations and et al.',
    csl({
      author: [
        { family: 'Gogh', given: 'Vincent', 'non-dropping-particle': 'van' },
        { literal: 'WHO' },
        { literal: 'et al.' },
      ],
    }),
    {
      author: [{ family: 'van Gogh', given: 'Vincent' }, { literal: 'WHO' }],
      authorsComplete: false,
    },
  ],
  ['a note of Zotero', csl({ note: 'PMID: 12\nPMCID: PMC3' }), { PMID: '12', PMCID: 'PMC3' }],
  ['markup', csl({ title: '<i>S. aureus</i> &amp; you' }), { title: 'S. aureus & you' }],
])('CSL-JSON: %s', (_, text, expected) => {
  expect(sourceIn(text)).toMatchObject(expected);
});

test.each([
  ['pages in two fields', ris('SP  - 1\nEP  - 9'), { page: '1-9' }],
  ['pages with an en dash', ris('SP  - 1–9'), { page: '1-9' }],
  [
    'an organisation',
    ris('AU  - World Health Organization\nAU  - Smith, John, Jr.'),
    { author: [{ literal: 'World Health Organization' }, { family: 'Smith', given: 'John' }] },
  ],
  ['et al.', ris('AU  - Smith, J.\nAU  - et al.'), { authorsComplete: false }],
  ['a day of the same year', ris('DA  - 2020/05/24/'), { issued: '2020-05-24' }],
  ['a day of another year', ris('DA  - 2021/05/24/'), { issued: '2020' }],
  [
    'a line that goes on',
    ris('JO  - Journal\n  of Sleep'),
    { 'container-title': 'Journal of Sleep' },
  ],
  [
    'a book in a series',
    ris('T2  - Series\nPB  - Press', 'BOOK'),
    { 'container-title': undefined, publisher: 'Press' },
  ],
  ['a number of another database', ris('AN  - 12\nDB  - Embase'), { PMID: undefined }],
  ['a PMCID', ris('C2  - PMC7'), { PMCID: 'PMC7' }],
])('RIS: %s', (_, text, expected) => {
  expect(sourceIn(text)).toMatchObject(expected);
});

test.each([
  [
    'an article',
    nbib(
      'FAU - Müller, Jörg\nAU  - Müller J\nCN  - Study Group\nJT  - Sleep\nVI  - 1\nIP  - 2\nPG  - 3-4\nPMC - PMC5\nLID - 10.1000/a [doi]\nPT  - Journal Article',
    ),
    {
      type: 'article-journal',
      title: 'T',
      author: [{ family: 'Müller', given: 'Jörg' }, { literal: 'Study Group' }],
      'container-title': 'Sleep',
      page: '3-4',
      DOI: '10.1000/a',
      PMID: '12',
      PMCID: 'PMC5',
    },
  ],
  [
    'a title on two lines',
    'PMID- 1\nDP  - 2020 Jun 2\nTI  - A title\n      that goes on.\n',
    { title: 'A title that goes on', issued: '2020-06-02' },
  ],
  [
    'authors with initials',
    nbib('AU  - De La Garza R'),
    { author: [{ family: 'De La Garza', given: 'R' }] },
  ],
  ['a chapter', nbib('BTI - StatPearls'), { type: 'chapter', 'container-title': 'StatPearls' }],
])('PubMed: %s', (_, text, expected) => {
  expect(sourceIn(text)).toMatchObject(expected);
});

test.each([
  ['BibTeX', bib('journal = {J}')],
  ['CSL-JSON', JSON.stringify(JSON.parse(csl({ volume: 1 })), null, 2)],
  ['RIS', ris('AB  - A\n  B')],
  ['PubMed', nbib('JT  - Sleep')],
])('%s: Windows line ends and a byte order mark change nothing', (_, text) => {
  expect(sourceIn(`\ufeff${text.replace(/\n/g, '\r\n')}`)).toEqual(sourceIn(text));
});

test.each([
  ['a thesis', '@phdthesis{a, title={T}, year=2020}', 'report', 'phdthesis'],
  [
    'a journal in misc',
    '@misc{a, title={T}, year=2020, journal={J}, volume=1}',
    'article-journal',
    'misc',
  ],
  ['an unknown type', csl({ type: 'song' }), 'report', 'song'],
])('%s is told to have the nearest type', (_, text, type, word) => {
  const [entry] = read(text).entries;
  expect(entry!.source.type).toBe(type);
  expect(entry!.remarks).toEqual([`The type "${word}" was taken for ${type}.`]);
});

test('an address that no browser opens is left out and told', () => {
  const [entry] = read(ris('UR  - <Go to ISI>://WOS:1')).entries;
  expect(entry!.source.URL).toBeUndefined();
  expect(entry!.remarks).toEqual(['The address "<Go to ISI>://WOS:1" was left out.']);
});

test.each([
  ['an empty file', '', 'a.bib', ['1 import/format: The file is empty.']],
  ['blanks only', '\ufeff \r\n', 'a.json', ['1 import/format: The file is empty.']],
  ['no format', 'Hello\n', 'a.txt', ['1 import/format: The file begins with "Hello".']],
  ['an empty list', '[]', 'a.json', ['1 import/format: There is no publication in it.']],
  ['only a comment', '@comment{x}', 'a.bib', ['1 import/format: There is no publication in it.']],
  ['no record', 'Hello\n', 'a.ris', ['1 import/syntax: The line "Hello".']],
  [
    'an item that is none',
    '[1,\n"x"]',
    'a.json',
    ['1 import/value: Item 1 is 1.', '2 import/value: Item 2 is "x".'],
  ],
  [
    'no title, no year',
    '[\n{"id":"a","type":"book","issued":"2020"},\n\n{"id":"b","title":"T"}]',
    'a',
    ['2 import/missing: The entry a has no title.', '4 import/missing: The entry b has no year.'],
  ],
  [
    'no year in BibTeX',
    '@book{x, title={T}}\n\n@book{y,\n title={U}}',
    'a',
    ['1 import/missing: The entry x has no year.', '3 import/missing: The entry y has no year.'],
  ],
  [
    'no year in RIS',
    '\nTY  - BOOK\nTI  - T\nER  - \n',
    'a',
    ['2 import/missing: The entry T has no year.'],
  ],
  [
    'no title in PubMed',
    'PMID- 1\nDP  - 2020\n\nPMID- 2\nTI  - T\n',
    'a',
    [
      '1 import/missing: The entry PMID 1 has no title.',
      '4 import/missing: The entry PMID 2 has no year.',
    ],
  ],
  [
    'a day that is none',
    csl({ id: 'a', issued: '2023-02-31' }),
    'a',
    ['1 import/value: The entry a has issued "2023-02-31".'],
  ],
  [
    'a year that is none',
    '@book{x, title={T}, year={in press}}',
    'a',
    ['1 import/value: The entry x has issued "in press".'],
  ],
  ['a DOI that is none', bib('doi = {abc}'), 'a', ['1 import/value: The entry a has DOI "abc".']],
  [
    'a bare word',
    '@article{a, title={T}, year=2020,\n journal = jama}',
    'a',
    ['2 import/value: The word jama stands without braces, and no @string explains it.'],
  ],
  [
    'an unknown command',
    String.raw`@book{a, title={The \foo{x}}, year=2020}`,
    'a',
    [String.raw`1 import/value: The entry a has the command "\foo", which is not known.`],
  ],
  [
    'a record without an end',
    'TY  - BOOK\nTI  - T\nPY  - 2020\n\nTY  - BOOK\nTI  - U\nPY  - 2020\nER  - \n',
    'a',
    ['1 import/syntax: The record that begins here does not end.'],
  ],
  [
    'a file that breaks off',
    'TY  - BOOK\nTI  - T\n',
    'a',
    ['1 import/syntax: The record that begins here does not end.'],
  ],
  [
    'fields outside of a record',
    'TI  - T\nPY  - 2020\n',
    'a.ris',
    ['1 import/syntax: The line "TI  - T" stands outside of a record.'],
  ],
])('%s is told', (_, text, file, faults) => {
  expect(faultsIn(text, file)).toEqual(faults);
});

test.each([
  [
    'a brace that is not closed',
    '@book{a,\n title={T}, year=2020}\n\n@book{b,\n title={U, year=2020}\n',
    4,
  ],
  ['a comma that is missing', '@book{a,\n title={T} year=2020}', 1],
  ['a quote that is not closed', '@book{a,\n title="T, year=2020}', 1],
  ['an @ that is missing', '@book{a, title={T}, year=2020}\n\nbook{b,\n title={U}}\n', 3],
  ['a sign that is missing', '\n@book{a, title {T}}', 2],
])('broken BibTeX, %s: the line of the entry is told', (_, text, line) => {
  const { faults } = read(text, 'a.bib');
  expect(faults.map((found) => [found.rule, found.line])).toEqual([['import/syntax', line]]);
});

test.each([
  ['a comma that is missing', '[\n{"title": "T"\n"type": "book"}]', 3],
  ['a bracket that is missing', '[\n{"title": "T"}\n', 2],
  ['no JSON', 'Hello', 1],
])('broken JSON, %s: the line is told', (_, text, line) => {
  const { faults } = read(text, 'a.json');
  expect(faults.map((found) => [found.rule, found.line])).toEqual([['import/syntax', line]]);
});

test('the sound entries of a file with faults are still read', () => {
  const { entries, faults } = read('@book{a, title={T}, year=2020}\n@book{b, year=2020}');
  expect([entries.length, faults.length]).toEqual([1, 1]);
});

test('a file in another encoding is told', () => {
  const { faults } = readExport(Uint8Array.of(0x40, 0xe9, 0x20), 'a.bib');
  expect(faults[0]!.found).toBe('The file is not in UTF-8.');
});

test.each([
  ['% made by hand\n@book{', 'a.txt', 'bib'],
  ['Made by hand\n@book{', 'a.BIB', 'bib'],
  ['TY  - BOOK', 'a.txt', 'ris'],
  ['PMID- 1', 'a.ris', 'nbib'],
  ['{', 'a', 'json'],
  ['x', 'a', undefined],
])('%j in %s is %s', (text, file, format) => {
  expect(formatOf(text, file)).toBe(format);
});

test('200 entries keep their order and lines', () => {
  const items = Array.from({ length: 200 }, (_, n) => ({ title: `T "${n}" [{`, issued: '2020' }));
  const json = read(`[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`);
  const text = items.map((_, n) => `@book{k${n}, title={T ${n}},\n year=2020}\n`).join('');
  expect(json.entries.map(({ line }) => line)).toEqual(items.map((_, n) => n + 2));
  expect(read(text).entries.map(({ line }) => line)).toEqual(items.map((_, n) => 2 * n + 1));
});
