import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Indexing, indexDigest, KeptBundle } from '../src/integrations/search-bundle.ts';
import { ADDED_FILE, NO_GLOSSARY } from '../src/lib/search/loaded-index.ts';
import { openIndex } from '../src/lib/search/open-index.ts';
import { plainWord } from '../src/lib/search/tokens.ts';
import { bundleIn } from './bundle.ts';

/** Beginnings and endings that meet every rule of the algorithm, in words that need not exist. */
const ENGLISH =
  'a be by add egg ebb odd of inn out cann herr earr even proc exc succ dy ly ty vy sky news atlas ' +
  'bias gener commun arsen past univers later emerg organ inter intern hop hopp fall control ' +
  'psycho psycholog biolog soci relat condit rat nat valu hesit digit conform radic differ vil ' +
  'vietnam predic oper feudal decis hope callous formal sensit sensib triplic form electr good ' +
  'reviv allow infer airlin gyroscop adjust defens irrit replac depend adopt activ ang effect ' +
  'bowdler probat cease roll say boy yell young enjoy cry happ melatonin insomni depress tabl ' +
  'alcohol treat medicin relaps l bl log psychol';
const ENGLISH_ENDINGS =
  's ss us sses ied ies ed edly ing ingly eed eedly y ying e l ll ism ist ogist ogists ogy ogi ' +
  'tional ational enci ency anci ancy ance ence abli ably able ible entli ently izer ization ' +
  'ation ator alism aliti ality alli ally fulness ousli ously ousness iveness iviti ivity biliti ' +
  'bility bli bly fulli fully lessli lessly li ly alize icate iciti icity ical ful ness ative al ' +
  'er ic ant ement ment ent ate iti ous ive ize ion sion tion ations ing ings ers er';

/** The same for the languages whose stems come from a package. */
const WORDS = {
  en: [ENGLISH, ENGLISH_ENDINGS],
  de: [
    'a arzt haus häus blut eisen fieb gesund größ herz impf kind krank lieb müd nieren offen quäl ' +
      'räum sau schlaf schwanger straß süß teu üb vermeid wirk zähn zuck freund natür sicher',
    'e em en er ern es s st ist end ung ungen ig igkeit igkeiten isch lich lichen lichkeit heit ' +
      'heiten keit keiten in innen nis nisse t te ten test tet bar los schaft schaften sam um chen',
  ],
  es: [
    'a niñ vacun presi coraz médic trat diabét enferm sueñ dient embaraz sangr rápid com viv habl ' +
      'segu pag constru averig biolog psiquiatr corr dorm pierd azúcar hipertens evolu',
    'a o as os e es ar er ir ando iendo yendo aba abas aban ía ías ían é ó aron ieron ará ere erá ' +
      'iría ado ada ados idas ción ciones mente amente idad idades ito itas oso osas ible ables ' +
      'ismo ista ante antes encia logía logías ivo ivas amiento imientos arlo irse ándole amos',
  ],
  fr: [
    'a enfant vaccin grossess médic hypertens artér trait sommeil rapid malad dent étud chev nation ' +
      'santé cœur œil yeux naïf aigu diabèt nourr fin mang vend appel jet biolog psych allaite',
    'e es s x é ée ées er ez ent ait aient ons ions iez ant ante ir it irent issait tion tions ' +
      'ation ement ements ment amment emment ité ités if ive ifs eur euse eux el elle al ale aux ' +
      'ique iques isme iste able ables ance ence logie logies ier ière ablement iqueux eusement',
  ],
};

type Added = { stems?: Record<string, string> };

/** Words whose stem the package gives otherwise than Pagefind's newer edition. */
const SHARE: Record<string, number> = { en: 0, fr: 0, es: 0.01, de: 0.05 };

test.each(Object.entries(WORDS))(
  '%s: each word is found where it stands, under the stem that Pagefind gives it',
  async (name, [starts, ends]) => {
    const words = starts!
      .split(' ')
      .flatMap((start) => [start, ...ends!.split(' ').map((end) => start + end)]);
    const folder = mkdtempSync(join(tmpdir(), 'wellsourced-stems-'));
    try {
      const pages = [
        {
          path: 'index.html',
          html: `<html lang="${name}"><body><p data-pagefind-body>${words.join(' ')}</p></body></html>`,
        },
      ];
      const indexing = new Indexing(pages);
      await new KeptBundle(folder)
        .write(indexing, NO_GLOSSARY, indexDigest(pages), true)
        .finally(() => indexing.close());
      const bundle = join(folder, 'bundle');
      const index = await openIndex(bundleIn(bundle));
      const lost: string[] = [];
      for (const [place, word] of words.entries()) {
        const found = (await index.postings(plainWord(word)))?.places(0) ?? [];
        if (!found.includes(place)) lost.push(word);
      }
      expect(lost).toEqual([]);
      // How far the algorithm is another one than Pagefind's.
      const { stems = {} } = JSON.parse(readFileSync(join(bundle, ADDED_FILE), 'utf8')).languages[
        name
      ] as Added;
      expect(Object.keys(stems).length).toBeLessThanOrEqual(words.length * SHARE[name]!);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
