import { expect, test } from 'vitest';
import { isoDate } from './dates.ts';
import { doiOf, identifiersInNote, pagesOf, pmcidOf, pmidOf, urlOf } from './identifiers.ts';
import { freeKey, keyStem } from './key.ts';
import { plainText } from './text.ts';

test.each([
  ['2023', '2023'],
  ['2023-5', '2023-05'],
  ['2023-05-24', '2023-05-24'],
  ['2023-05-24T08:00:00Z', '2023-05-24'],
  ['2023/05/24/', '2023-05-24'],
  ['2023/05//', '2023-05'],
  ['2023///', '2023'],
  ['2023-05-XX', '2023-05'],
  ['2023?', '2023'],
  ['2023-21', '2023'],
  ['2023 Jun 22', '2023-06-22'],
  ['2023 Sept', '2023-09'],
  ['22 June 2023', '2023-06-22'],
  ['June 22, 2023', '2023-06-22'],
  ['2023 Jan-Feb', '2023'],
  ['2023 Nov 5-12', '2023-11'],
  ['2023 Spring', '2023'],
  ['2023-05-01/2023-05-04', '2023-05'],
  ['2022-12/2023-01', '2022'],
  ['2020-02-29', '2020-02-29'],
  ['2023-02-31', undefined],
  ['2023-99', undefined],
  ['in press', undefined],
  ['n.d.', undefined],
])('the date %s is %s', (text, iso) => {
  expect(isoDate(text)).toBe(iso);
});

test.each([
  [doiOf, 'https://doi.org/10.1056/NEJMoa2302399', '10.1056/NEJMoa2302399'],
  [doiOf, 'http://dx.doi.org/10.1000%2Fa', '10.1000/a'],
  [doiOf, 'https://doi.org/10.1000/50%25', '10.1000/50%'],
  [pagesOf, '12--', '12'],
  [doiOf, 'doi: 10.1000/a.', '10.1000/a'],
  [doiOf, 'https://example.org/10.1000/a', undefined],
  [pmidOf, 'PMID: 37224232', '37224232'],
  [pmidOf, 'none', undefined],
  [pmcidOf, '123', 'PMC123'],
  [pmcidOf, 'PMC123.1', 'PMC123'],
  [urlOf, 'https://example.org/a?b=c', 'https://example.org/a?b=c'],
  [urlOf, '<Go to ISI>://WOS:1', undefined],
  [pagesOf, '2315–2325', '2315-2325'],
  [pagesOf, 'S1 -- S8', 'S1-S8'],
])('%o of %s is %s', (form, given, expected) => {
  expect(form(given)).toBe(expected);
});

test('identifiers are found in the note of Zotero', () => {
  expect(identifiersInNote('PMID: 12\nPMCID: PMC34')).toEqual({ PMID: '12', PMCID: 'PMC34' });
  expect(identifiersInNote('12 pages')).toEqual({});
});

test.each([
  [' a \n b\u0000 ', 'a b'],
  ['<i>In vitro</i> CO<sub>2</sub> &amp; p < 0.05 > 0.01', 'In vitro CO2 & p < 0.05 > 0.01'],
  ['Mu\u0308ller &#233;&#xE9;', 'Müller éé'],
  ['\ud800', '\ufffd'],
])('%j is the text %j', (given, expected) => {
  expect(plainText(given)).toBe(expected);
});

test.each([
  [[{ family: 'Górska-Łuć', given: 'A.' }], 'gorskaluc2020'],
  [[{ family: "O'Brien" }], 'obrien2020'],
  [[{ family: 'van der Berg', given: 'J.' }], 'vanderberg2020'],
  [[{ family: 'Strauß' }], 'strauss2020'],
  [[{ literal: 'World Health Organization (WHO)' }], 'who2020'],
  [[{ literal: 'NHS England' }], 'nhs2020'],
  [[{ literal: 'The Cochrane Collaboration' }], 'cochrane2020'],
  [[{ literal: 'U.S. Food and Drug Administration' }], 'us2020'],
  [undefined, 'sleep2020'],
  [[{ family: '王' }], 'sleep2020'],
])('the key of %j is %s', (author, key) => {
  const title = 'On the sleep of mice';
  expect(keyStem({ type: 'book', title, issued: '2020-05', ...(author && { author }) })).toBe(key);
});

test('a title in another script still has a key', () => {
  expect(keyStem({ type: 'book', title: '睡眠', issued: '2020' })).toBe('source2020');
});

test('keys that are taken get a, b, … z, aa', () => {
  const taken = new Set<string>();
  for (let number = 0; number < 29; number++) taken.add(freeKey('x1', (key) => taken.has(key)));
  expect([...taken].slice(0, 3)).toEqual(['x1', 'x1a', 'x1b']);
  expect([...taken].slice(-3)).toEqual(['x1z', 'x1aa', 'x1ab']);
});
