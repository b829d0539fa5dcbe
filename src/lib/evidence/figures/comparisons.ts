import type { Value } from './figure.ts';
import { type Found } from './found.ts';
import { type Token, gluedToWord, isHyphen, quantityAt, tokensOf } from './numbers.ts';
import { timePartAt } from './units-in-text.ts';
import { AS_MUCH, FACTORS } from './words.ts';

/** "twice a week", "three times daily", "twice as many", "tenfold", "doubled". */
export function comparison(tokens: Token[], at: number): Found | undefined {
  const token = tokens[at]!;
  const simple = { from: at, decimals: 0, inWords: true };
  if (token.kind === 'word' && Object.hasOwn(FACTORS, token.lower)) {
    const next = tokens[at + 1]?.lower;
    // "double blind", "a double dose", "double-check"
    if (token.lower === 'double' && !['the', 'that', 'in', 'their', 'its'].includes(next ?? ''))
      return undefined;
    return { ...simple, value: FACTORS[token.lower]!, unit: 'times', to: at + 1 };
  }
  const inOne = /^(.+)fold$/.exec(token.lower);
  if (token.kind === 'word' && inOne) {
    const value = quantityAt(tokensOf(inOne[1]!), 0);
    if (value) return { ...simple, value: value.value, unit: 'times', to: at + 1 };
  }
  const count =
    token.lower === 'twice'
      ? { value: 2, to: at + 1, high: 2, inWords: true, decimals: 0 }
      : token.lower === 'once'
        ? { value: 1, to: at + 1, high: 1, inWords: true, decimals: 0 }
        : timesAt(tokens, at);
  if (!count) return undefined;
  const value: Value | [Value, Value] =
    count.high === count.value ? count.value : [count.value, count.high];
  const { decimals, inWords } = count;
  const per = timePartAt(tokens, count.to);
  if (per) return { ...simple, decimals, inWords, value, unit: `times/${per.part}`, to: per.to };
  if (count.high !== count.value) {
    return { ...simple, decimals, inWords, value, unit: 'times', to: count.to };
  }
  if (tokens[count.to - 1]!.lower === 'fold' || AS_MUCH.has(tokens[count.to]?.lower ?? '')) {
    return token.lower === 'once'
      ? undefined
      : { ...simple, decimals, inWords, value, unit: 'times', to: count.to };
  }
  if (inWords) return { ...simple, value, unit: 'sessions', to: count.to, ordinary: 'idiom' };
  return { ...simple, decimals, inWords, value, unit: 'sessions', to: count.to };
}

/** "three times", "two to three times", "1.5 times", "10-fold". */
function timesAt(
  tokens: Token[],
  at: number,
): { value: number; high: number; to: number; inWords: boolean; decimals: number } | undefined {
  const low = quantityAt(tokens, at);
  if (!low || gluedToWord(tokens, at)) return undefined;
  const separator = tokens[low.to];
  const isRange = separator && (['to', 'or', '–'].includes(separator.lower) || isHyphen(separator));
  const high = isRange ? quantityAt(tokens, low.to + 1) : undefined;
  const last = high ?? low;
  const step = isHyphen(tokens[last.to]) ? 1 : 0;
  const word = tokens[last.to + step]?.lower;
  if (word !== 'fold' && (word !== 'times' || step === 1)) return undefined;
  return {
    value: low.value,
    high: last.value,
    to: last.to + step + 1,
    inWords: low.inWords,
    decimals: Math.max(low.decimals, last.decimals),
  };
}
