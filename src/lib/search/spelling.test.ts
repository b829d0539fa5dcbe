import { describe, expect, test } from 'vitest';
import { language as english } from './languages/en.ts';
import { corrections } from './spelling.ts';
import { seeded, withTypo } from '../search-bench/variants.ts';
import { decodeVocabulary, encodeVocabulary, partsFor, reversed } from './vocabulary.ts';

const words = (
  'caffeine alcohol depression potassium decaffeine melatonin psychosis omega treatment session ' +
  'blood pressure content context relapse trial trials anxiety sleep bladder emergency infusion ' +
  'antidepressant phobia breathing suicidal thoughts vitamin folate network default people'
)
  .split(' ')
  .map((word, index) => ({ word, pages: 1 + (index % 7) }));

describe('corrections', () => {
  test.each([
    ['cafeine', 'caffeine'],
    ['caffein', 'caffeine'],
    ['cfafeine', 'caffeine'],
    ['caffeime', 'caffeine'],
    ['alchohol', 'alcohol'],
    ['alcohool', 'alcohol'],
    ['lcohol', 'alcohol'],
    ['depresion', 'depression'],
    ['deprsession', 'depression'],
    ['potasisum', 'potassium'],
    ['potaszium', 'potassium'],
    ['fobia', 'phobia'],
    ['psycosis', 'psychosis'],
    ['relaps', 'relapse'],
    ['anxeity', 'anxiety'],
    ['emergancy', 'emergency'],
    ['antidepresant', 'antidepressant'],
    ['breething', 'breathing'],
    ['folat', 'folate'],
  ])('%s is %s', (typed, meant) => {
    expect(corrections(typed, words, [english.stopWords])[0]?.word).toBe(meant);
  });

  test.each(['xyzzy', 'b12', 'cat', 'tablecloth'])('%s is nothing of it', (typed) => {
    expect(corrections(typed, words, [english.stopWords])).toEqual([]);
  });

  test('one slip is taken in a short word, two from eight letters on, and no more', () => {
    const meant = (typed: string) =>
      corrections(typed, words, [english.stopWords]).map(({ word }) => word);
    expect(meant('pressqre')).toContain('pressure');
    expect(meant('folqte')).toContain('folate');
    expect(meant('fqlqte')).not.toContain('folate');
    expect(meant('potqssiqm')).toContain('potassium');
    expect(meant('pqtqssiqm')).not.toContain('potassium');
  });

  test('of two that are as near, the one on more pages', () => {
    const near = [
      { word: 'trials', pages: 1 },
      { word: 'trails', pages: 64 },
    ];
    expect(corrections('trxils', near, [english.stopWords])[0]!.word).toBe('trails');
  });
});

describe('the vocabulary', () => {
  test('comes back from its parts', () => {
    const parts = encodeVocabulary(words);
    expect(parts).toHaveLength(1);
    const read = parts.flatMap(({ text }) => decodeVocabulary(text));
    expect(read.map(({ word }) => word)).toEqual(words.map(({ word }) => word).sort());
    for (const { word, pages } of read) {
      const known = words.find((one) => one.word === word)!.pages;
      expect(pages).toBeLessThanOrEqual(known);
      expect(pages * 2).toBeGreaterThan(known);
    }
  });

  test('is cut into parts that a reader can load for one word', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const many = Array.from({ length: 9000 }, (_, index) => ({
      word: `${index.toString(26).replace(/./g, (digit) => letters[parseInt(digit, 26)]!)}word`,
      pages: 1,
    }));
    const parts = encodeVocabulary(many);
    expect(parts.length).toBeGreaterThan(1);
    for (const { text } of parts) expect(text.length).toBeLessThan(30_000);
    const read = parts.flatMap(({ text }) => decodeVocabulary(text)).map(({ word }) => word);
    expect(read).toEqual(many.map(({ word }) => word).sort());
    for (const [index, { from, text }] of parts.entries()) {
      if (index > 0) expect(decodeVocabulary(text)[0]!.word).toBe(from);
    }
  });

  test('wherever a slip is, also in the first letter, the few parts that are loaded hold the word', () => {
    const random = seeded(7);
    const letter = () => 'eeeaaaiioottnnrrsslcdmphgyb'[Math.floor(random() * 27)]!;
    const many = Array.from({ length: 20_000 }, () => ({
      word: Array.from({ length: 6 + Math.floor(random() * 6) }, letter).join(''),
      pages: 1,
    }));
    const parts = encodeVocabulary(many);
    const endings = encodeVocabulary(many.map(({ word }) => ({ word: reversed(word), pages: 1 })));
    expect(parts.length).toBeGreaterThan(8);
    const lost = many.slice(0, 2000).filter(({ word }) => {
      const typed = withTypo(word, random);
      const near = partsFor(typed, parts).flatMap(({ text }) => decodeVocabulary(text));
      const far = partsFor(reversed(typed), endings).flatMap(({ text }) => decodeVocabulary(text));
      return ![...near, ...far.map((one) => ({ word: reversed(one.word) }))].some(
        (one) => one.word === word,
      );
    });
    expect(lost.length).toBeLessThan(0.01 * 2000);
  });

  test('for a misspelt word at most 30 KB are loaded', () => {
    const loaded = (word: string) =>
      partsFor(word, parts).reduce((sum, { text }) => sum + text.length, 0);
    const some = 'abcdefghijklmnopqrst';
    const words = [...some].flatMap((a) =>
      [...some].flatMap((b) => [...some].map((c) => `${a}${b}${c}`)),
    );
    const parts = encodeVocabulary(words.map((word) => ({ word, pages: 1 })));
    expect(parts.length).toBeGreaterThan(3);
    // Once by the beginning and once by the ending.
    for (const word of words) expect(loaded(word)).toBeLessThan(15_000);
  });

  test('an empty one has no parts', () => {
    expect(encodeVocabulary([])).toEqual([]);
    expect(partsFor('word', [])).toEqual([]);
    expect(decodeVocabulary('')).toEqual([]);
  });
});
