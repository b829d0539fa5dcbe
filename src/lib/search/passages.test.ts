import { expect, test } from 'vitest';
import type { Fragment } from './index-format.ts';
import { foundPage, type Match } from './passages.ts';
import { plainWords } from './tokens.ts';

const content =
  'Alcohol and caffeine. Why not to drink. The label. The label warns of slowed breathing. ' +
  `${'Filler words stand here. '.repeat(20)}After a session. Somebody asked whether a "glass" of ` +
  "wine is fine: it isn't, says the label of caffeine. The end.";
const words = content.split(/\s+/);
const at = (text: string) =>
  words.findIndex((_, place) => words.slice(place).join(' ').startsWith(text));

const fragment: Fragment = {
  url: '/posts/alcohol/',
  content,
  word_count: words.length,
  filters: { kind: ['guide'] },
  meta: { title: 'Alcohol and caffeine.' },
  anchors: [
    { element: 'h2', id: 'the-label', text: 'The label.', location: at('The label. The') },
    { element: 'h2', id: 'after', text: 'After a session.', location: at('After a session') },
    { element: 'li', id: 'note', text: '', location: at('The end') },
  ],
};

/** Where the words of a query stand. */
function matchesOf(query: string): Match[] {
  return plainWords(query)
    .flatMap((word, unit) =>
      words.flatMap((one, place) =>
        plainWords(one).includes(word) ? [{ place, unit, worth: 1 }] : [],
      ),
    )
    .sort((a, b) => a.place - b.place);
}
const found = (query: string) =>
  foundPage(
    fragment,
    matchesOf(query),
    plainWords(query).map(() => 1),
  );
const textOf = (segments: { text: string }[]) => segments.map(({ text }) => text).join('');

test('the excerpt is the passage with the most of the words, not the first', () => {
  const { excerpt } = found('caffeine wine');
  expect(textOf(excerpt)).toContain('wine is fine: it isn’t');
  expect(excerpt.filter(({ marked }) => marked).map(({ text }) => text)).toEqual([
    'wine',
    'caffeine',
  ]);
});

test('it begins with a sentence or with a sign that it does not', () => {
  expect(textOf(found('breathing').excerpt)).toMatch(/^The label warns/);
  expect(textOf(found('wine').excerpt)).toMatch(/^(?:… |Somebody|After)/);
});

test('quotation marks are curled again', () => {
  expect(textOf(found('glass wine').excerpt)).toContain('“glass”');
});

test('a heading that answers is where the result leads', () => {
  expect(found('session').href).toBe('/posts/alcohol/#after');
  expect(found('wine').href).toBe('/posts/alcohol/');
  // The title says it all.
  expect(found('alcohol').href).toBe('/posts/alcohol/');
});

test('where the whole question is answered in a passage, the result leads to its section', () => {
  const { href, excerpt, sections } = found('glass wine label');
  expect(href).toBe('/posts/alcohol/#after');
  expect(textOf(excerpt)).toContain('wine is fine');
  // The passage stands above the sections already.
  expect(sections.find(({ title }) => title === 'After a session.')!.excerpt).toEqual([]);
  expect(textOf(sections.find(({ title }) => title === 'The label.')!.excerpt)).toContain('warns');
});

test('words on both sides of a heading are no answer of one section', () => {
  const page: Fragment = {
    ...fragment,
    content: 'Fruit. Lead. One. Here is an apple. Two. Beer and cider.',
    meta: { title: 'Fruit.' },
    anchors: [
      { element: 'h2', id: 'one', text: 'One.', location: 2 },
      { element: 'h2', id: 'two', text: 'Two.', location: 7 },
    ],
  };
  const matches = [
    { place: 6, unit: 0, worth: 1 },
    { place: 8, unit: 1, worth: 1 },
    { place: 10, unit: 2, worth: 1 },
  ];
  expect(foundPage(page, matches, [1, 1, 1]).href).toBe('/posts/alcohol/');
  expect(foundPage(page, matches.slice(1), [0.2, 1, 1]).href).toBe('/posts/alcohol/#two');
  // A word that no page has changes nothing.
  expect(foundPage(page, matches.slice(1), [0, 1, 1]).href).toBe('/posts/alcohol/#two');
});

test('the title is no excerpt of its own page', () => {
  expect(textOf(found('alcohol').excerpt)).not.toContain('Alcohol and caffeine');
  expect(textOf(foundPage(fragment, [], []).excerpt)).toMatch(/^Why not to drink/);
});

test('sections are those below headings that hold words, in the order of the page', () => {
  expect(found('label wine').sections.map(({ title }) => title)).toEqual([
    'The label.',
    'After a session.',
  ]);
  expect(found('drink').sections).toEqual([]);
});
