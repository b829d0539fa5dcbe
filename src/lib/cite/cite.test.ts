import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toBibtex } from './bibtex.ts';
import { toCslJson } from './csl.ts';
import { postRecord } from '../posts/cite-post.ts';
import { dateParts, nameOf, type CslRecord } from './record.ts';
import { initials, referenceLine } from './reference.ts';
import { toRis } from './ris.ts';

const article: CslRecord = {
  id: 'anand2023',
  type: 'article-journal',
  title: 'Caffeine versus ECT for nonpsychotic treatment-resistant major depression',
  author: [
    { family: 'Anand', given: 'Amit' },
    { family: 'Mathew', given: 'Sanjay J.' },
    { family: 'van der Berg', given: 'Jean-Luc' },
    { family: 'D', given: 'D' },
    { family: 'E', given: 'E' },
    { family: 'F', given: 'F' },
    { family: 'G', given: 'G' },
  ],
  'container-title': 'New England Journal of Medicine',
  issued: '2023-05-24',
  volume: '388',
  issue: '25',
  page: '2315-2325',
  DOI: '10.1056/NEJMoa2302399',
  PMID: '37224232',
};

const post = postRecord(
  {
    slug: 'omega-3',
    title: 'Omega-3: 50% & more?',
    authors: [{ name: 'Wellsourced editors', kind: 'organisation' }],
    published: '2026-08-17',
    updated: '2026-09-01',
    language: 'en',
    canonical: 'https://wellsourced.example/posts/omega-3/',
  },
  'Wellsourced',
);

test('an article is cited with six authors, volume, issue and pages', () => {
  expect(referenceLine(article)).toBe(
    'Anand A, Mathew SJ, van der Berg JL, D D, E E, F F, et al. Caffeine versus ECT for nonpsychotic treatment-resistant major depression. New England Journal of Medicine. 2023;388(25):2315-2325. doi:10.1056/NEJMoa2302399 PMID: 37224232',
  );
});

test('a post is cited with the name of the site, both dates and its address', () => {
  expect(referenceLine(post)).toBe(
    'Wellsourced editors. Omega-3: 50% & more? Wellsourced. 17 August 2026 (updated 1 September 2026). https://wellsourced.example/posts/omega-3/',
  );
});

test('what a record does not have leaves no hole', () => {
  expect(referenceLine({ id: 'a', type: 'webpage', title: 'A' })).toBe('A.');
  expect(
    referenceLine({ id: 'a', type: 'report', title: 'A', publisher: 'WHO', issued: '2024' }),
  ).toBe('A. WHO. 2024.');
  expect(
    referenceLine({ ...article, author: article.author!.slice(0, 1), authorsComplete: false }),
  ).toMatch(/^Anand A, et al\. Caffeine/);
});

test('initials are the first letters of all given names', () => {
  expect(initials('Sanjay J.')).toBe('SJ');
  expect(initials('Jean-Luc')).toBe('JL');
  expect(initials('Ágnes é')).toBe('ÁÉ');
});

test('the family name is the last word and the particles before it', () => {
  expect(nameOf('Vincent van Gogh', 'person')).toEqual({ family: 'van Gogh', given: 'Vincent' });
  expect(nameOf('Ada Lovelace', 'person')).toEqual({ family: 'Lovelace', given: 'Ada' });
  expect(nameOf('de Staël', 'person')).toEqual({ family: 'Staël', given: 'de' });
  expect(nameOf('Plato', 'person')).toEqual({ literal: 'Plato' });
  expect(nameOf('Wellsourced editors', 'organisation')).toEqual({ literal: 'Wellsourced editors' });
});

test('dates have as many parts as are known', () => {
  expect(dateParts('2023-05-24')).toEqual([2023, 5, 24]);
  expect(dateParts('2023')).toEqual([2023]);
  expect(dateParts('May 2023')).toEqual([]);
});

test('BibTeX: an article', () => {
  expect(toBibtex(article)).toBe(`@article{anand2023,
  author = {Anand, Amit and Mathew, Sanjay J. and van der Berg, Jean-Luc and D, D and E, E and F, F and G, G},
  title = {{Caffeine versus ECT for nonpsychotic treatment-resistant major depression}},
  journal = {New England Journal of Medicine},
  year = {2023},
  month = may,
  volume = {388},
  number = {25},
  pages = {2315--2325},
  doi = {10.1056/NEJMoa2302399},
  pmid = {37224232},
}
`);
});

test('BibTeX: a post, with what TeX would misread written as characters', () => {
  expect(toBibtex(post)).toBe(`@misc{omega-3,
  author = {{Wellsourced editors}},
  title = {{Omega-3: 50\\% \\& more?}},
  howpublished = {Wellsourced},
  year = {2026},
  month = aug,
  url = {https://wellsourced.example/posts/omega-3/},
  language = {en},
  note = {Updated 2026-09-01},
}
`);
});

test('BibTeX: unknown authors are others', () => {
  expect(
    toBibtex({ ...article, author: article.author!.slice(0, 1), authorsComplete: false }),
  ).toContain('author = {Anand, Amit and others}');
});

test('RIS: an article', () => {
  expect(toRis({ ...article, author: article.author!.slice(0, 2) }).split('\r\n')).toEqual([
    'TY  - JOUR',
    'ID  - anand2023',
    'AU  - Anand, Amit',
    'AU  - Mathew, Sanjay J.',
    'TI  - Caffeine versus ECT for nonpsychotic treatment-resistant major depression',
    'T2  - New England Journal of Medicine',
    'PY  - 2023',
    'DA  - 2023/05/24/',
    'VL  - 388',
    'IS  - 25',
    'SP  - 2315',
    'EP  - 2325',
    'DO  - 10.1056/NEJMoa2302399',
    'AN  - 37224232',
    'ER  - ',
    '',
  ]);
});

test('RIS: a date with no day', () => {
  expect(toRis({ ...article, issued: '2023-05' })).toContain('DA  - 2023/05//\r\n');
});

test('CSL-JSON: dates are numbers and our own fields are gone', () => {
  expect(JSON.parse(toCslJson([post]))).toEqual([
    {
      id: 'omega-3',
      type: 'post-weblog',
      title: 'Omega-3: 50% & more?',
      author: [{ literal: 'Wellsourced editors' }],
      'container-title': 'Wellsourced',
      URL: 'https://wellsourced.example/posts/omega-3/',
      language: 'en',
      issued: { 'date-parts': [[2026, 8, 17]] },
      note: 'Updated 2026-09-01',
    },
  ]);
});

const anyText = fc.string({ unit: 'binary', minLength: 1 });
const anyRecord = fc.record({
  id: anyText,
  type: fc.constantFrom('article-journal', 'webpage', 'report'),
  title: anyText,
  author: fc.array(
    fc.oneof(fc.record({ literal: anyText }), fc.record({ family: anyText, given: anyText })),
  ),
  'container-title': anyText,
  page: anyText,
  DOI: anyText,
  URL: anyText,
});

test('whatever a record holds, BibTeX stays one entry with its braces in balance', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const entry = toBibtex(record);
      let depth = 0;
      for (const [token] of entry.matchAll(/\\.|[{}]/gs)) {
        if (token === '{') depth++;
        if (token === '}') depth--;
        expect(depth).toBeGreaterThanOrEqual(0);
      }
      expect(depth).toBe(0);
      for (const line of entry.trimEnd().split('\n').slice(1, -1)) {
        expect(line).toMatch(/^ {2}[a-z]+ = \{.*\},$/);
      }
    }),
  );
});

test('whatever a record holds, RIS has one field a line and one end', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const lines = toRis(record).split('\r\n');
      expect(lines.pop()).toBe('');
      expect(lines.pop()).toBe('ER  - ');
      expect(lines[0]).toMatch(/^TY {2}- [A-Z]+$/);
      for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\r\n]+$/);
    }),
  );
});
