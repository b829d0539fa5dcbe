import { expect, test } from 'vitest';
import { sourceSchema } from '../../schemas/source.ts';
import { validate } from '../frontmatter/validate.ts';
import { readYaml } from '../frontmatter/yaml.ts';
import type { Entry, ImportedSource } from './entry.ts';
import { planSources, type KnownSource } from './plan.ts';
import { importReport } from './report.ts';
import { sourceFile } from './source-file.ts';

const words = {
  designs: ['cohort', 'report'],
  subjects: ['people', 'none'],
  statuses: ['current', 'retracted'],
  certainties: ['high', 'low'],
};
const entry = (source: Partial<ImportedSource> = {}, line = 1): Entry => ({
  file: 'refs.bib',
  line,
  remarks: [],
  source: {
    type: 'article-journal',
    title: 'Sleep',
    author: [{ family: 'Doe', given: 'Jane' }],
    issued: '2020',
    authorsComplete: true,
    ...source,
  },
});
const plan = (entries: Entry[], there: KnownSource[] = []) => planSources(entries, there, words);
const keys = (entries: Entry[], there?: KnownSource[]) =>
  plan(entries, there).files.map(({ key }) => key);
const check = (text: string) => validate(sourceSchema, readYaml(text, 'a.yaml'), 'a.yaml');

const nasty = entry({
  title: `It's: a "title" # with {all} [of] it, 'quoted'`,
  author: [{ family: "O'Brien", given: 'É.' }, { literal: '- NHS: England' }, { family: 'No' }],
  'container-title': 'Yes',
  volume: '1e3',
  DOI: '10.1000/X',
  PMID: '12',
  PMCID: 'PMC3',
  URL: 'https://a.example/#b',
});

test('a file asks for design and subject, and for nothing else', () => {
  const { diagnostics } = check(sourceFile(nasty, 'obrien2020', words));
  expect(diagnostics.map(({ rule, found }) => `${rule} ${found}`)).toEqual([
    'field/missing The field design is missing.',
    'field/missing The field subject is missing.',
  ]);
});

test('with both filled in it is sound and says what the export said', () => {
  const text = sourceFile(nasty, 'obrien2020', words)
    .replace('# design: …', 'design: cohort')
    .replace('# subject: …', 'subject: people');
  const expected = { ...nasty.source, checked: 'partly', design: 'cohort', subject: 'people' };
  expect(check(text)).toEqual({ data: expected, diagnostics: [] });
});

test('every commented field is one that the schema takes', () => {
  const text = sourceFile(entry(), 'doe2020', words)
    .replace(/^# (.*….*|findings:| +- id: .*)$/gm, '$1')
    .replace('design: …', 'design: cohort')
    .replace('subject: …', 'subject: people')
    .replace(/^n: …/m, 'n: 20')
    .replace('is: …, checked: …', 'is: current, checked: 2026-11-23')
    .replace('value: …', 'value: 55.4')
    .replace('certainty: …', 'certainty: low')
    .replace('direction: …', 'direction: for')
    .replace('seen: …', 'seen: abstract')
    .replace('by: …', 'by: editor')
    .replace(/^( +on): …/m, '$1: 2026-11-23');
  const { data, diagnostics } = check(text);
  expect(diagnostics).toEqual([]);
  expect(data).toMatchObject({ n: 20, country: ['…'], status: { is: 'current' } });
  expect(data!.findings).toHaveLength(1);
});

test('no line of comment is longer than the house allows', () => {
  const long = { ...entry(), remarks: [`The address "${'x '.repeat(80)}" was left out.`] };
  for (const line of sourceFile(long, 'doe2020', words).split('\n')) {
    expect(line.length).toBeLessThanOrEqual(100);
  }
});

test.each([
  [
    'another publication of the name and year',
    [entry(), entry({ title: 'Wake' })],
    [],
    ['doe2020', 'doe2020a'],
  ],
  ['a key that is taken', [entry()], [{ key: 'Doe2020', file: 'f' }], ['doe2020a']],
  [
    'the same DOI in other letters',
    [entry({ DOI: '10.1000/X' }), entry({ DOI: '10.1000/x', title: 'Wake' })],
    [],
    ['doe2020'],
  ],
  ['the same PMID', [entry({ PMID: '1' })], [{ key: 'x', file: 'f', PMID: '1' }], []],
  ['the same key and title', [entry()], [{ key: 'doe2020b', file: 'f', title: 'SLEEP.' }], []],
  [
    'the same title, another key',
    [entry()],
    [{ key: 'roe2020', file: 'f', title: 'Sleep' }],
    ['doe2020'],
  ],
  [
    'titles in another script',
    [entry({ title: '睡眠' }), entry({ title: '覚醒' })],
    [],
    ['doe2020', 'doe2020a'],
  ],
])('%s', (_, entries, there, expected) => {
  expect(keys(entries, there)).toEqual(expected);
});

test('200 entries of one name and year have 200 keys, and none the second time', () => {
  const entries = Array.from({ length: 200 }, (_, n) => entry({ title: `Sleep ${n}` }));
  const { files } = plan(entries);
  expect(new Set(files.map(({ key }) => key)).size).toBe(200);
  const there = files.map(({ key, path, entry: { source } }) => ({
    key,
    file: path,
    title: source.title,
  }));
  expect(keys(entries, there)).toEqual([]);
});

test('the report names files, citations, gaps and what is there', () => {
  const there = [{ key: 'roe2019', file: 'content/sources/roe2019.yaml', DOI: '10.1000/a' }];
  const second = entry({ DOI: '10.1000/a' }, 9);
  const remarked = { ...entry(), remarks: ['The type "misc" was taken for report.'] };
  expect(importReport(plan([remarked, second, entry({}, 12)], there))).toBe(
    `content/sources/doe2020.yaml
  Cite it: [@doe2020]
  To fill: design, subject (needed); population, n, country, funding, status, findings
  Look at: The type "misc" was taken for report.

refs.bib:9 "Sleep" is there already: content/sources/roe2019.yaml (same DOI). Nothing was written for it.
refs.bib:12 "Sleep" is the same as content/sources/doe2020.yaml (same key and title). Nothing was written for it.
1 file written, 2 there already.
\`npm run check\` asks for design and subject until they are there.`,
  );
});
