import { isYear } from './dates.ts';
import { type Found } from './found.ts';
import { type Token, gluedToWord, isHyphen, quantityAt } from './numbers.ts';
import { unitAt } from './units-in-text.ts';
import { scaled, unitOfWord } from './units.ts';
import { AFTER_FRACTION, FRACTIONS, NO_HALF, PAST } from './words.ts';

/** "half", "a third", "two thirds", "1 in 7", "7 out of 10". */
export function partOfWhole(tokens: Token[], at: number): Found | undefined {
  return fractionInWords(tokens, at) ?? oneIn(tokens, at);
}

function fractionInWords(tokens: Token[], at: number): Found | undefined {
  const token = tokens[at]!;
  if (token.kind !== 'word') return undefined;
  if (token.lower === 'half') return half(tokens, at);
  const isArticle = token.lower === 'a' || token.lower === 'an';
  const count = isArticle
    ? { value: 1, to: at + 1 }
    : token.lower === 'and'
      ? undefined
      : quantityAt(tokens, at);
  if (!count || count.value > 9) return undefined;
  const step = isHyphen(tokens[count.to]) ? 1 : 0;
  const part = tokens[count.to + step];
  const whole = part && Object.hasOwn(FRACTIONS, part.lower) ? FRACTIONS[part.lower]! : undefined;
  if (whole === undefined || part!.lower === 'half' || count.value >= whole) return undefined;
  const to = count.to + step + 1;
  // "a third party", "one third trial".
  if (count.value === 1 && !endsFraction(tokens, to)) return undefined;
  return fraction(tokens, at, to, count.value, whole);
}

function half(tokens: Token[], at: number): Found | undefined {
  const before = tokens[at - 1]?.lower ?? '';
  const article = before === 'a' || before === 'one' ? tokens[at - 2]?.lower : before;
  const next = tokens[at + 1];
  // "and a half", "the second half", "half-life", "half past three", "half as many again".
  if (NO_HALF.has(article ?? '') || (before === 'a' && article === 'and')) return undefined;
  if (isHyphen(next) || next?.lower === 'past' || next?.lower === 'as') return undefined;
  const unit = ['a', 'an'].includes(next?.lower ?? '') ? unitAt(tokens, at + 2, false) : undefined;
  if (unit && unit.kind !== 'count') {
    const value = scaled(0.5, unit.factor);
    return {
      value,
      ...unit,
      from: at,
      decimals: 1,
      inWords: true,
    };
  }
  return fraction(tokens, at, at + 1, 1, 2);
}

/** Whether what stands at `at` lets "a third" before it be a part of a whole. */
function endsFraction(tokens: Token[], at: number): boolean {
  const next = tokens[at];
  return next === undefined || next.kind === 'sign' || AFTER_FRACTION.has(next.lower);
}

/** "Half slept better" at the beginning of a sentence or a cell; "half asleep" and "half baked" not. */
function isSubject(tokens: Token[], from: number, to: number): boolean {
  const opens = from === 0 || tokens[from - 1]!.kind === 'sign';
  const verb = tokens[to]?.lower ?? '';
  return opens && (PAST.has(verb) || (/[a-z]{3}ed$/.test(verb) && tokens[from]!.text === 'Half'));
}

/** Words for those whom a share is a share of. */
const WHOLES = new Set(
  'them those these whom us participants cases score scores response responses rate rates'.split(
    ' ',
  ),
);

function fraction(tokens: Token[], from: number, to: number, part: number, whole: number): Found {
  let why: string | undefined;
  let of = to;
  if (tokens[of]?.lower === 'of') {
    // Whose: "half of the 62 people", but "half of the page".
    const noun = tokens
      .slice(of + 1, of + 7)
      .find(({ lower }) => WHOLES.has(lower) || unitOfWord(lower)?.kind === 'count');
    if (!noun) why = 'idiom';
  } else if (tokens[of]?.lower === 'the' || tokens[of]?.lower === 'a') {
    of++;
    const noun = tokens
      .slice(of, of + 4)
      .find(({ lower }) => WHOLES.has(lower) || unitOfWord(lower)?.kind === 'count');
    if (!noun) why = 'idiom';
  } else if (!endsFraction(tokens, to) && !isSubject(tokens, from, to)) why = 'idiom';
  return {
    value: (100 * part) / whole,
    unit: '%',
    from,
    to,
    decimals: -1,
    inWords: true,
    fraction: [part, whole],
    ...(why && { ordinary: why }),
  };
}

/** The largest whole of "1 in 100,000". */
const LARGEST_WHOLE = 1e6;

function oneIn(tokens: Token[], at: number): Found | undefined {
  const part = quantityAt(tokens, at);
  if (
    !part ||
    gluedToWord(tokens, at) ||
    tokens[at - 1]?.text === '.' ||
    !Number.isInteger(part.value)
  )
    return undefined;
  const next = tokens[part.to];
  const words =
    next?.lower === 'in' ? 1 : next?.lower === 'out' && tokens[part.to + 1]?.lower === 'of' ? 2 : 0;
  const isSlash = next?.text === '/' && next.glued && tokens[part.to + 1]?.glued === true;
  if (words === 0 && !isSlash) return undefined;
  const of = part.to + (isSlash ? 1 : words);
  const every = tokens[of]?.lower === 'every' ? 1 : 0;
  const whole = quantityAt(tokens, of + every);
  if (!whole || whole.value <= part.value || whole.value > LARGEST_WHOLE) return undefined;
  if (!Number.isInteger(whole.value) || part.value === 0) return undefined;
  if (words === 1 && isYear(tokens[of])) return undefined;
  const unit = unitAt(tokens, whole.to, false);
  if (unit && unit.kind !== 'count') return undefined;
  return {
    value: (100 * part.value) / whole.value,
    unit: '%',
    from: at,
    to: whole.to,
    decimals: -1,
    inWords: part.inWords,
    fraction: [part.value, whole.value],
  };
}
