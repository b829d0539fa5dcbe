import type { Bound, Unit } from './figure.ts';
import { type Token, isHyphen } from './numbers.ts';
import { type UnitKind, isTime, partOfAdverb, partOfWord, unitOfWord, withParts } from './units.ts';
import { BOUNDS_AFTER, NO_ADJECTIVES } from './words.ts';

/** What may stand behind a number. */
export interface FoundUnit {
  unit: Unit;
  factor: number;
  kind: UnitKind;
  to: number;
  /** "or less", where it stands inside: "1 g or less a day". */
  bound?: Bound;
}

/** Adjectives between a number and what it counts: "10 small randomised controlled trials". */
const MOST_ADJECTIVES = 4;

/** Words between a dose and its "a day": "1 g of marine omega-3 a day". */
const MOST_BEFORE_PART = 7;

/** Adjectives of a duration: "three more weeks". */
const TIMED_ADJECTIVES = new Set([
  'more',
  'whole',
  'full',
  'consecutive',
  'further',
  'long',
  'additional',
]);

/**
 * The unit that begins at `at`. With `wide`, also behind "or less", behind adjectives, and with
 * what a dose is given for.
 */
export function unitAt(tokens: Token[], at: number, wide: boolean): FoundUnit | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const [second, third] = [tokens[at + 1], tokens[at + 2]];
  const isShare = token.text === '%' || token.lower === 'percent';
  const isPer = token.lower === 'per' && second?.lower === 'cent';
  if (isShare || isPer || token.lower === 'percentage') {
    const to = at + (isPer ? 2 : 1);
    const hyphen = isHyphen(tokens[to]) ? 1 : 0;
    if (/^points?$/.test(tokens[to + hyphen]?.lower ?? '')) {
      return { unit: 'percentage points', factor: 1, kind: 'points', to: to + hyphen + 1 };
    }
    return token.lower === 'percentage' ? undefined : { unit: '%', factor: 1, kind: 'share', to };
  }
  if (token.lower === 'pp')
    return { unit: 'percentage points', factor: 1, kind: 'points', to: at + 1 };
  if (token.kind !== 'word') return undefined;
  if (token.lower === 'years' && second?.lower === 'of' && third?.lower === 'age') {
    return { unit: 'age', factor: 1, kind: 'other', to: at + 3 };
  }
  const meta =
    isHyphen(second) && third?.glued ? unitOfWord(`${token.lower}-${third.lower}`) : undefined;
  if (meta) return { ...meta, to: at + 3 };
  const known = unitOfWord(token.lower);
  if (known && !isMisread(tokens, at, known.kind)) {
    const plain = { ...known, to: at + 1 };
    return known.kind === 'dose' ? dose(tokens, plain, wide) : plain;
  }
  return wide ? counted(tokens, at) : undefined;
}

/** Single letters are units only glued to their number or behind it in small letters. */
function isMisread(tokens: Token[], at: number, kind: UnitKind): boolean {
  const { text, lower } = tokens[at]!;
  if (lower === 'l' || lower === 'g' || lower === 'h' || lower === 'd') {
    return text !== lower && text !== 'L';
  }
  // "3 min" but "10 May": a month is no unit anyway; "2 mos" is.
  return kind === 'duration' && lower === 'mo' && text !== 'mo';
}

/** What is counted, behind adjectives: "10 small randomised trials", "three more weeks". */
function counted(tokens: Token[], at: number): FoundUnit | undefined {
  for (let step = 0; step < MOST_ADJECTIVES; step++) {
    const word = tokens[at + step];
    if (!word) return undefined;
    if (isHyphen(word) && word.glued && tokens[at + step + 1]?.glued) continue;
    if (word.kind !== 'word') return undefined;
    if (NO_ADJECTIVES.has(word.lower) && !TIMED_ADJECTIVES.has(word.lower)) return undefined;
    // "three things people ask": a noun is counted, and no adjective of what follows.
    if (/(?<!ou|s|u|le)s$/.test(word.lower)) return undefined;
    const next = tokens[at + step + 1];
    const known = next?.kind === 'word' ? unitOfWord(next.lower) : undefined;
    if (known?.kind === 'count') return { ...known, to: at + step + 2 };
    if (known?.kind === 'duration' && TIMED_ADJECTIVES.has(word.lower))
      return { ...known, to: at + step + 2 };
  }
  return undefined;
}

/** A dose with what it is given for: "mg/kg", "mg per kilogram of body weight", "g of EPA a day". */
function dose(tokens: Token[], plain: FoundUnit, wide: boolean): FoundUnit {
  const parts: string[] = [];
  const limit = boundAfter(tokens, plain.to);
  let to = plain.to;
  let last = plain.to;
  for (let step = 0; parts.length < 3 && step < MOST_BEFORE_PART;) {
    const token = tokens[to];
    if (!token || /^[.;:()]$/.test(token.text)) break;
    const adverb = partOfAdverb(token.lower);
    if (adverb) {
      parts.push(adverb);
      last = ++to;
      continue;
    }
    const joins = ['/', 'per', 'a', 'an', 'each', 'every', '·'].includes(token.lower);
    const forEach =
      token.lower === 'for' && ['each', 'every', 'a'].includes(tokens[to + 1]?.lower ?? '');
    const at = to + (forEach ? 2 : 1);
    const part = joins || forEach ? partOfWord(tokens[at]?.lower ?? '') : undefined;
    if (part) {
      parts.push(part);
      to = at + 1;
      const body = ['of', 'body', 'weight'].findIndex((word) => tokens[to]?.lower === word);
      if (body !== -1 && part === 'kg') {
        while (['of', 'body', 'weight', 'bodyweight'].includes(tokens[to]?.lower ?? '')) to++;
      }
      last = to;
      continue;
    }
    const isName = token.kind === 'number' && isHyphen(tokens[to - 1]) && token.glued;
    if (!wide || (token.kind === 'number' && !isName) || token.lower === 'and') break;
    to++;
    step++;
  }
  const inside = last > plain.to && limit ? { bound: limit } : {};
  return { ...plain, ...inside, unit: withParts(plain.unit, parts), to: last };
}

/** "a week", "per day", "every month", "daily". */
export function timePartAt(tokens: Token[], at: number): { part: string; to: number } | undefined {
  const word = tokens[at]?.lower ?? '';
  const adverb = partOfAdverb(word);
  if (adverb) return { part: adverb, to: at + 1 };
  if (!['a', 'an', 'per', 'each', 'every', '/'].includes(word)) return undefined;
  const part = partOfWord(tokens[at + 1]?.lower ?? '');
  return part && isTime(part) ? { part, to: at + 2 } : undefined;
}

/** "1 g or less", "18 and over", "12 weeks or longer". */
export function boundAfter(tokens: Token[], at: number): Bound | undefined {
  const [join, word] = [tokens[at]?.lower ?? '', tokens[at + 1]?.lower ?? ''];
  if (!['or', 'and'].includes(join) || !Object.hasOwn(BOUNDS_AFTER, word)) return undefined;
  return BOUNDS_AFTER[word];
}
