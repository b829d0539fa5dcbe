import { describe, expect, test } from 'vitest';
import { en } from './en.ts';
import { directionOf, interfaceFor, interfaceOf, LANGUAGES, languageName } from './interface.ts';
import { say } from './say.ts';

/** Every message with its place in the tree. */
function messages(tree: object, at = ''): [place: string, message: string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${at}${key}`, value]] : messages(value, `${at}${key}.`),
  );
}

/** What must be in a message whatever the language: what is put in, and the links. */
const parts = (message: string) => message.match(/\{\w+\}|<\/?a>/g)?.toSorted() ?? [];

describe.each(Object.entries(LANGUAGES))('the words in %s', (code, words) => {
  const own = new Map(messages(words));

  test('say everything that the English ones say, with the same parts', () => {
    for (const [place, message] of messages(en)) {
      const said = own.get(place);
      expect(said?.trim(), place).toBeTruthy();
      // "Un artículo" for one is as good as "1 artículo".
      const wanted = place.endsWith('.one') ? parts(said!) : parts(message);
      expect(parts(said!), place).toEqual(wanted);
    }
  });

  test('are not left in English', () => {
    if (code === 'en') return;
    const left = messages(en).filter(
      ([place, message]) => /[a-z]{3,} [a-z]{2,}/i.test(message) && own.get(place) === message,
    );
    expect(left).toEqual([]);
  });
});

test('a country does not take the words away, and what is not known is English', () => {
  expect(interfaceOf('de-AT').words.page.later).toBe('Später');
  expect(interfaceOf('ar').language).toBe('en');
  expect(interfaceFor('ar', 'fr-CA').language).toBe('fr-CA');
  expect(interfaceFor('ar', 'it').language).toBe('en');
});

test('days, numbers and lists are written as the language writes them', () => {
  const written = (tag: string) => {
    const t = interfaceOf(tag);
    return [t.day('2026-11-03'), t.month('2026-11'), t.number(12345), t.list(['a', 'b', 'c'])];
  };
  expect(written('en')).toEqual(['3 November 2026', 'November 2026', '12,345', 'a, b and c']);
  expect(written('en-US')).toEqual(['November 3, 2026', 'November 2026', '12,345', 'a, b, and c']);
  expect(written('de')).toEqual(['3. November 2026', 'November 2026', '12.345', 'a, b und c']);
  expect(written('fr')).toEqual(['3 novembre 2026', 'novembre 2026', '12\u202f345', 'a, b et c']);
  expect(written('es')).toEqual([
    '3 de noviembre de 2026',
    'noviembre de 2026',
    '12.345',
    'a, b y c',
  ]);
});

test('a form is chosen by the plural rules of the language', () => {
  const forms = { one: '{n} one', other: '{n} other' };
  expect([0, 1, 2].map((n) => say(forms, { n }, 'en'))).toEqual(['0 other', '1 one', '2 other']);
  expect([0, 1, 2].map((n) => say(forms, { n }, 'fr'))).toEqual(['0 one', '1 one', '2 other']);
});

test('a script that is written from the right says so', () => {
  expect(['ar', 'he', 'fa', 'ur', 'pa-Arab', 'ar-EG'].map(directionOf)).toEqual(
    Array(6).fill('rtl'),
  );
  expect(['en', 'de-AT', 'zh-Hant', 'pa', 'az'].map(directionOf)).toEqual(Array(5).fill(undefined));
});

test('a language has a name in every other', () => {
  expect(languageName('de', 'en')).toBe('German');
  expect(languageName('ar', 'de')).toBe('Arabisch');
});
