import { describe, expect, test } from 'vitest';
import { language as english } from './languages/en.ts';
import { pageGraph } from './page-graph.ts';
import { plan, type SearchIndex } from './plan.ts';
import { postingsOf } from './postings-fixture.ts';
import { synonymsOf } from './synonyms.ts';
import { plainWords } from './tokens.ts';

/** An index over a few texts, in the shape of Pagefind's: the first line of a text is its title. */
function indexOf(texts: string[], more: Partial<SearchIndex> = {}): SearchIndex {
  const terms = new Map<string, { page: number; places: number[]; titled: boolean }[]>();
  const vocabulary = new Map<string, number>();
  for (const [page, text] of texts.entries()) {
    const title = plainWords(text.split('\n')[0]!).length;
    for (const [place, word] of plainWords(text).entries()) {
      const postings = terms.get(english.stem(word)) ?? [];
      terms.set(english.stem(word), postings);
      let posting = postings.at(-1);
      if (posting?.page !== page) postings.push((posting = { page, places: [], titled: false }));
      posting.places.push(place);
      posting.titled ||= place < title;
      vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
    }
  }
  return {
    lengths: texts.map((text) => plainWords(text).length),
    stopWords: [english.stopWords],
    postings: async (word) => {
      const found = terms.get(english.stem(word));
      return found && postingsOf(found);
    },
    longer: async (start) =>
      [...terms]
        .filter(([term]) => term.startsWith(start))
        .map(([term, postings]) => ({ term, postings: postingsOf(postings) })),
    vocabulary: async () => [...vocabulary].map(([word, pages]) => ({ word, pages })),
    synonyms: [],
    definitions: [],
    graph: async () => undefined,
    ...more,
  };
}

const TEXTS = [
  'Alcohol and caffeine\nDo not drink after a session: breathing may slow.',
  'Caffeine for depression\nA trial in hospital compared it with melatonin, with many sessions.',
  'Potassium\nAn idea that tests in animals did not bear out.',
  'Default mode network\nScans of a network in the brain, in another default.',
];
const pagesOf = async (text: string, index = indexOf(TEXTS)) =>
  (await plan(text, index)).ranked.map(({ page }) => page);

describe('plan', () => {
  test('a page need not have all the words', async () => {
    expect(await pagesOf('can I have a glass of alcohol after caffeine')).toEqual([0, 1]);
  });

  test('a page whose title is the query comes first', async () => {
    const texts = [`Other\n${'caffeine depression '.repeat(9)}`, ...TEXTS];
    expect((await pagesOf('caffeine depression', indexOf(texts)))[0]).toBe(2);
  });

  test('a misspelt word is looked for as what it may mean, and that is said', async () => {
    const { ranked, corrected, unknown } = await plan('cafeine alchohol ', indexOf(TEXTS));
    expect(ranked[0]!.page).toBe(0);
    expect(corrected).toEqual([
      { typed: 'cafeine', meant: 'caffeine' },
      { typed: 'alchohol', meant: 'alcohol' },
    ]);
    expect(unknown).toEqual([]);
  });

  test('in quotation marks a word is taken as it stands', async () => {
    const { ranked, corrected, unknown } = await plan('"cafeine"', indexOf(TEXTS));
    expect(ranked).toEqual([]);
    expect(corrected).toEqual([]);
    expect(unknown).toEqual(['cafeine']);
  });

  test('a word of the texts is never swapped for a commoner one', async () => {
    const texts = ['One\ncontext', ...Array.from({ length: 20 }, (_, at) => `T${at}\ncontent`)];
    const { ranked, corrected, offered } = await plan('context ', indexOf(texts));
    expect(ranked.map(({ page }) => page)).toEqual([0]);
    expect(corrected).toEqual([]);
    expect(offered).toEqual([{ typed: 'context', meant: 'content' }]);
  });

  test('a word is found while it is being typed, and not behind a blank', async () => {
    expect(await pagesOf('pota')).toEqual([2]);
    expect((await plan('pota ', indexOf(TEXTS))).unknown).toEqual(['pota']);
  });

  test('synonyms are looked for too, and named', async () => {
    const synonyms = synonymsOf(
      [
        { term: 'alcohol', synonyms: ['wine', 'a drink or two'] },
        { term: 'default mode network', abbreviation: 'DMN', synonyms: [] },
      ],
      english.stopWords,
    );
    const index = indexOf(TEXTS, { synonyms });
    for (const words of ['wine', 'a drink or two']) {
      const { ranked, also } = await plan(words, index);
      expect(ranked[0]!.page).toBe(0);
      expect(also).toEqual(['alcohol']);
    }
    const { ranked, also, unknown } = await plan('DMN ', index);
    expect(ranked[0]!.page).toBe(3);
    expect(also).toEqual(['default mode network']);
    expect(unknown).toEqual([]);
  });

  test('what means the same counts less than the word, and more of it makes up for that', async () => {
    const synonyms = synonymsOf(
      [{ term: 'hypertension', synonyms: ['pressure'] }],
      english.stopWords,
    );
    const order = (text: string) =>
      pagesOf(
        'pressure ',
        indexOf([`One\npressure ${'word '.repeat(30)}`, `Two\n${text}`], { synonyms }),
      );
    expect(await order(`hypertension hypertension ${'word '.repeat(29)}`)).toEqual([0, 1]);
    expect(await order('hypertension '.repeat(31))).toEqual([1, 0]);
  });

  test('a word that is too far from any of ours is not swapped for one', async () => {
    const index = indexOf(['Sleep\nmelatonin and breathing']);
    expect((await plan('melitonim ', index)).corrected).toEqual([
      { typed: 'melitonim', meant: 'melatonin' },
    ]);
    expect(await plan('mexatoqin ', index)).toMatchObject({
      corrected: [],
      unknown: ['mexatoqin'],
    });
  });

  test('a phrase must stand together, and a word may be left out', async () => {
    expect(await pagesOf('"mode network"')).toEqual([3]);
    expect(await pagesOf('"network mode"')).toEqual([]);
    expect(await pagesOf('caffeine -melatonin')).toEqual([0]);
  });

  test('what is left out is not explained and not looked for in other words', async () => {
    const synonyms = synonymsOf([{ term: 'alcohol', synonyms: ['wine'] }], english.stopWords);
    const definitions = [{ name: 'alcohol', meaning: 'Drinks.', asked: ['alcohol'] }];
    const index = indexOf(TEXTS, { synonyms, definitions });
    expect((await plan('what is alcohol', index)).definition?.meaning).toBe('Drinks.');
    const { also, definition } = await plan('caffeine -wine', index);
    expect([also, definition]).toEqual([[], undefined]);
  });

  test('what did not arrive is no empty answer', async () => {
    const lost = indexOf(TEXTS, { postings: () => Promise.reject(new Error('lost')) });
    await expect(plan('caffeine', lost)).rejects.toThrow('lost');
  });

  test('of two pages that say as much, the one among pages about the same comes first', async () => {
    const texts = [
      'Apples\nfever sailing',
      'Influenza\nfever cough virus winter',
      'A cold\nfever cough virus winter',
      'Pears\nsailing wind boats',
    ];
    const counts = new Map<string, { page: number; count: number }[]>();
    for (const [page, text] of texts.entries())
      for (const word of plainWords(text))
        counts.set(word, [...(counts.get(word) ?? []), { page, count: 1 }]);
    const graph = pageGraph(texts.length, counts.values());
    const found = await pagesOf('fever cough', indexOf(texts, { graph: async () => graph }));
    expect(found.slice(0, 2).sort()).toEqual([1, 2]);
    expect(found).not.toContain(3);
  });
});

test('what is said of the words comes in their order, whichever part arrives first', async () => {
  const index = indexOf(TEXTS);
  const slow = {
    ...index,
    // The first word's part arrives last.
    vocabulary: async (word: string) => {
      await new Promise((resolve) => setTimeout(resolve, word.startsWith('alch') ? 20 : 0));
      return index.vocabulary(word);
    },
  };
  const { corrected, unknown } = await plan('alchohol netwrok qqqqq zzzzz ', slow);
  expect(corrected.map(({ typed }) => typed)).toEqual(['alchohol', 'netwrok']);
  expect(unknown).toEqual(['qqqqq', 'zzzzz']);
});
