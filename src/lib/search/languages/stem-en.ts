/**
 * The stem of an English word by Porter's second algorithm (M. F. Porter, 'The English (Porter2)
 * stemming algorithm', Snowball project, 2002), in the newer edition that Pagefind 1.6 has. The
 * packages for JavaScript follow an older one, whose stems of "internal", "added" and
 * "psychologist" are others, so that no page would be found that has them.
 * `tests/stems.test.ts` holds this one against Pagefind.
 *
 * `word` is in small letters, without apostrophes.
 */
export function stem(word: string): string {
  if (word.length < 3) return word;
  const known = EXCEPTIONS.get(word);
  if (known !== undefined) return known;
  // A y that stands for a consonant is written Y.
  const marked = word.replace(/(^|[aeiouy])y/g, '$1Y');
  const r1 = LONG_BEGINNING.exec(marked)?.[0].length ?? afterSyllable(marked, 0);
  const r2 = afterSyllable(marked, r1);

  let found = withoutVerbEnding(withoutPlural(marked), r1);
  found = found.replace(/(?<=.[^aeiouy])[yY]$/, 'i');
  if (found.endsWith('logi') && found.length - 3 >= r1) found = found.slice(0, -1);
  found = swapped(found, DERIVED, () => r1);
  found = swapped(found, FURTHER, (ending) => (ending === 'ative' ? r2 : r1));
  found = swapped(found, LAST, () => r2);
  return withoutLast(found, r1, r2).replaceAll('Y', 'y');
}

const EXCEPTIONS = new Map([
  ['skis', 'ski'],
  ['skies', 'sky'],
  ['idly', 'idl'],
  ['gently', 'gentl'],
  ['ugly', 'ugli'],
  ['early', 'earli'],
  ['only', 'onli'],
  ['singly', 'singl'],
  ...['sky', 'news', 'howe', 'atlas', 'cosmos', 'bias', 'andes'].map((word): [string, string] => [
    word,
    word,
  ]),
]);

/** Beginnings that count as one syllable, so that "organ" and "organise" stay apart. */
const LONG_BEGINNING = /^(?:gener|commun|arsen|past|univers|later|emerg|organ|inter)/;

/** What looks like a verb with -ing or -eed and is none. */
const NO_VERB = /^(?:(?:inn|out|cann|herr|earr|even)ing|(?:proc|exc|succ)eed(?:ly)?)$/;

/** Endings and what stands instead of them, with a pattern that finds the longest. */
interface Endings {
  pattern: RegExp;
  instead: Record<string, string>;
}

/** `only` are endings that are taken off behind certain letters. */
function endings(instead: Record<string, string>, only = '(?!)'): Endings {
  return { instead, pattern: new RegExp(`(?:${Object.keys(instead).join('|')}|${only})$`) };
}

const DERIVED = endings(
  {
    tional: 'tion',
    enci: 'ence',
    anci: 'ance',
    abli: 'able',
    entli: 'ent',
    izer: 'ize',
    ization: 'ize',
    ational: 'ate',
    ation: 'ate',
    ator: 'ate',
    alism: 'al',
    aliti: 'al',
    alli: 'al',
    fulness: 'ful',
    ousli: 'ous',
    ousness: 'ous',
    iveness: 'ive',
    iviti: 'ive',
    biliti: 'ble',
    bli: 'ble',
    ogist: 'og',
    fulli: 'ful',
    lessli: 'less',
  },
  '(?<=[cdeghkmnrt])li',
);
const FURTHER = endings({
  ational: 'ate',
  tional: 'tion',
  alize: 'al',
  icate: 'ic',
  iciti: 'ic',
  ical: 'ic',
  ful: '',
  ness: '',
  ative: '',
});
const LAST = endings(
  {},
  'ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|al|er|ic|(?<=[st])ion',
);

/** Where the region begins behind the first vowel, from `from` on, that a consonant follows. */
function afterSyllable(word: string, from: number): number {
  const at = word.slice(from).search(/[aeiouy][^aeiouy]/);
  return at === -1 ? word.length : from + at + 2;
}

/** Swaps the longest of the endings for what stands instead, if it begins in the region. */
function swapped(
  word: string,
  { pattern, instead }: Endings,
  region: (ending: string) => number,
): string {
  const match = pattern.exec(word);
  if (!match || match.index < region(match[0])) return word;
  return word.slice(0, match.index) + (instead[match[0]] ?? '');
}

function withoutPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  return /[aeiouy].+s$/.test(word) && !/[us]s$/.test(word) ? word.slice(0, -1) : word;
}

function withoutVerbEnding(word: string, r1: number): string {
  const match = /(?:eedly|ingly|edly|eed|ing|ed)$/.exec(word);
  if (!match || NO_VERB.test(word)) return word;
  const before = word.slice(0, match.index);
  if (match[0].startsWith('ee')) return match.index >= r1 ? `${before}ee` : word;
  // "dying" is from "die".
  if (/^[^aeiouy]ying$/.test(word)) return `${word[0]}ie`;
  if (!/[aeiouy]/.test(before)) return word;
  if (/(?:at|bl|iz)$/.test(before)) return `${before}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(before))
    return /^[aeo]..$/.test(before) ? before : before.slice(0, -1);
  return r1 === before.length && SHORT.test(before) ? `${before}e` : before;
}

/** Ends in a short syllable. */
const SHORT = /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy]|past)$/;

function withoutLast(word: string, r1: number, r2: number): string {
  const before = word.slice(0, -1);
  if (word.endsWith('e'))
    return before.length >= r2 || (before.length >= r1 && !SHORT.test(before)) ? before : word;
  return word.endsWith('ll') && before.length >= r2 ? before : word;
}
