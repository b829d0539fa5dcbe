/** A word, a number in digits, or one other character. Blanks are no tokens. */
export interface Token {
  /** `odd`: digits that are no plain number, such as those of other scripts. */
  kind: 'word' | 'number' | 'sign' | 'odd';
  text: string;
  lower: string;
  start: number;
  end: number;
  /** No blank stands before it. */
  glued: boolean;
  /** Of a number. */
  value: number;
  decimals: number;
  /** Digits and nothing else: no separator, no decimal point. */
  plain: boolean;
}

/** A number in digits or words. */
export interface Quantity {
  value: number;
  decimals: number;
  inWords: boolean;
  /** 1,000,000 for "1.5 million", else 1: what one unit of the printed digits counts. */
  scale: number;
  /** Its tokens: from the first to the one behind the last. */
  from: number;
  to: number;
}

/** More digits than a number can hold exactly. */
const MOST_DIGITS = 15;

const VULGAR: Record<string, number> = {
  '½': 1 / 2,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅕': 1 / 5,
  '⅛': 1 / 8,
};

const BLANK = /[\s\uFFFC]/;
const INVISIBLE = /[\u200B\u2060\uFEFF]/;
const LETTER = /[\p{L}\p{M}\u00AD²³]/u;
const OTHER_DIGIT = /[\p{N}]/u;
const SEPARATORS = ",\u00A0\u2009\u202F'’";

/** Words, numbers and signs of `text`, in order, in one pass. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let glued = false;
  while (at < text.length) {
    const character = String.fromCodePoint(text.codePointAt(at)!);
    if (BLANK.test(character) || INVISIBLE.test(character)) {
      glued &&= !BLANK.test(character);
      at += character.length;
      continue;
    }
    const before = tokens.at(-1);
    const token =
      numberAt(text, at, glued && before?.kind !== 'sign') ??
      wordAt(text, at) ??
      otherAt(at, character);
    tokens.push({ ...token, glued });
    at = token.end;
    glued = true;
  }
  return tokens;
}

type Bare = Omit<Token, 'glued'>;

/** A number that begins at `at`. `.5` is one too, unless something is `glued` before it. */
function numberAt(text: string, at: number, glued: boolean): Bare | undefined {
  let end = at;
  let digits = '';
  if (isDigit(text, at)) {
    end = digitsEnd(text, at);
    digits = text.slice(at, end);
    const separator = text[end] ?? '';
    if (digits.length <= 3 && digits !== '0' && SEPARATORS.includes(separator)) {
      while (text[end] === separator && digitsEnd(text, end + 1) - end === 4) {
        digits += text.slice(end + 1, end + 4);
        end += 4;
      }
    }
  } else if (!isPoint(text, at) || !isDigit(text, at + 1) || glued) {
    return undefined;
  }
  const whole = end;
  let decimals = 0;
  if (isPoint(text, end) && isDigit(text, end + 1)) {
    const last = digitsEnd(text, end + 1);
    decimals = last - end - 1;
    digits += `.${text.slice(end + 1, last)}`;
    end = last;
  }
  let value = Number(digits);
  let kind: Token['kind'] = digits.length > MOST_DIGITS ? 'odd' : 'number';
  // 1.2.3 is no number.
  while (decimals > 0 && text[end] === '.' && isDigit(text, end + 1)) {
    end = digitsEnd(text, end + 1);
    kind = 'odd';
  }
  const vulgar = VULGAR[text[end] ?? ''];
  if (vulgar !== undefined && decimals === 0) {
    value += vulgar;
    decimals = 2;
    end++;
  }
  const plain = decimals === 0 && digits.length === whole - at;
  const printed = text.slice(at, end);
  return { kind, text: printed, lower: printed, start: at, end, value, decimals, plain };
}

function wordAt(text: string, at: number): Bare | undefined {
  let end = at;
  while (end < text.length) {
    const character = String.fromCodePoint(text.codePointAt(end)!);
    const apostrophe = (character === "'" || character === '’') && end > at;
    if (apostrophe ? !isLetter(text, end + 1) : !LETTER.test(character)) break;
    end += character.length;
  }
  if (end === at) return undefined;
  const printed = text.slice(at, end);
  const lower = printed.replaceAll('\u00AD', '').toLowerCase();
  return {
    kind: 'word',
    text: printed,
    lower,
    start: at,
    end,
    value: NaN,
    decimals: 0,
    plain: false,
  };
}

function otherAt(at: number, character: string): Bare {
  const vulgar = VULGAR[character];
  const end = at + character.length;
  const place = { text: character, lower: character, start: at, end, plain: false };
  if (vulgar !== undefined) return { ...place, kind: 'number', value: vulgar, decimals: 2 };
  const kind = OTHER_DIGIT.test(character) ? 'odd' : 'sign';
  return { ...place, kind, value: NaN, decimals: 0 };
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function isPoint(text: string, at: number): boolean {
  return text[at] === '.' || text[at] === '·';
}

function isLetter(text: string, at: number): boolean {
  return at < text.length && LETTER.test(String.fromCodePoint(text.codePointAt(at)!));
}

function digitsEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text, end)) end++;
  return end;
}

const SMALL = new Map(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen ' +
    'fifteen sixteen seventeen eighteen nineteen'
  )
    .split(' ')
    .map((word, value) => [word, value]),
);
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10]),
);
const SCALES = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
]);

/** The value of one word from zero to ninety. */
export function valueOfWord(word: string): number | undefined {
  return SMALL.get(word) ?? TENS.get(word);
}

/** The number that begins at token `at`, in digits or words: "1.5 million", "two and a half". */
export function quantityAt(tokens: Token[], at: number): Quantity | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  let found: Quantity | undefined;
  if (token.kind === 'number') {
    const { value, decimals } = token;
    const scale = SCALES.get(tokens[at + 1]?.lower ?? '') ?? 1;
    const to = scale === 1 ? at + 1 : at + 2;
    found = { value: value * scale, decimals, inWords: false, scale, from: at, to };
  } else if (token.kind === 'word') {
    const words = numeralAt(tokens, at);
    if (words) found = { ...words, decimals: 0, inWords: true, scale: 1, from: at };
  }
  return found && withHalf(tokens, found);
}

function withHalf(tokens: Token[], found: Quantity): Quantity {
  const [and, a, part] = [0, 1, 2].map((step) => tokens[found.to + step]?.lower);
  if (and !== 'and' || a !== 'a' || (part !== 'half' && part !== 'quarter')) return found;
  if (found.decimals > 0 || found.scale !== 1) return found;
  const value = found.value + (part === 'half' ? 0.5 : 0.25);
  return { ...found, value, decimals: part === 'half' ? 1 : 2, to: found.to + 3 };
}

interface Numeral {
  value: number;
  to: number;
}

/** A number in words, up to billions. */
function numeralAt(tokens: Token[], at: number): Numeral | undefined {
  let total = 0;
  let to = at;
  let limit = Infinity;
  for (;;) {
    const joined = total > 0 && tokens[to]?.lower === 'and' ? to + 1 : to;
    const part = hundredsAt(tokens, joined, total === 0);
    if (!part) break;
    const scale = SCALES.get(tokens[part.to]?.lower ?? '') ?? 1;
    if (scale >= limit) break;
    total += part.value * scale;
    to = scale === 1 ? part.to : part.to + 1;
    limit = scale;
    if (scale === 1) break;
  }
  return to > at ? { value: total, to } : undefined;
}

/** "two hundred and three", "a hundred", "twenty-two"; "a thousand" and "a dozen" too, at the start. */
function hundredsAt(tokens: Token[], at: number, first: boolean): Numeral | undefined {
  const next = tokens[at + 1]?.lower ?? '';
  if (first && tokens[at]?.lower === 'a' && next === 'dozen') return { value: 12, to: at + 2 };
  const article = first && tokens[at]?.lower === 'a' && (next === 'hundred' || SCALES.has(next));
  const head = article ? { value: 1, to: at + 1 } : belowHundredAt(tokens, at);
  if (!head || tokens[head.to]?.lower !== 'hundred') return head;
  const value = head.value * 100;
  const and = tokens[head.to + 1]?.lower === 'and';
  const rest = belowHundredAt(tokens, head.to + (and ? 2 : 1));
  // In "one hundred and two hundred" the second number is one of its own.
  if (!rest || tokens[rest.to]?.lower === 'hundred') return { value, to: head.to + 1 };
  return { value: value + rest.value, to: rest.to };
}

function belowHundredAt(tokens: Token[], at: number): Numeral | undefined {
  const word = tokens[at]?.lower ?? '';
  const small = SMALL.get(word);
  if (small !== undefined) return { value: small, to: at + 1 };
  const tens = TENS.get(word);
  if (tens === undefined) return undefined;
  const step = isHyphen(tokens[at + 1]) && tokens[at + 1]!.glued ? 2 : 1;
  const ones = SMALL.get(tokens[at + step]?.lower ?? '') ?? 0;
  return ones >= 1 && ones <= 9
    ? { value: tens + ones, to: at + step + 1 }
    : { value: tens, to: at + 1 };
}

/** A hyphen, also one that does not break. */
export function isHyphen(token: Token | undefined): boolean {
  return token !== undefined && ['-', '‐', '‑'].includes(token.text);
}

/** A minus that belongs to the number behind it, and is no hyphen or dash. */
export function minusAt(tokens: Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token || next?.kind !== 'number') return false;
  if (token.lower === 'minus') return true;
  if (token.text !== '−' && !isHyphen(token) && token.text !== '–') return false;
  const before = tokens[at - 1];
  return next.glued && (!token.glued || before === undefined || /^[([=:,]$/.test(before.text));
}

/** "B12", "omega-3", "KARMA-Dep2": the number is a part of a name. */
export function gluedToWord(tokens: Token[], at: number): boolean {
  const token = tokens[at]!;
  if (!token.glued || token.kind !== 'number') return false;
  const before = tokens[at - 1];
  if (before?.kind === 'word') return true;
  const word = tokens[at - 2];
  if (!isHyphen(before) || !before!.glued || word?.kind !== 'word') return false;
  return !['mid', 'pre', 'post', 'late', 'early'].includes(word.lower);
}

/** Behind the last of the tokens that stand together without a blank: words, numbers, hyphens. */
export function chunkEnd(tokens: Token[], at: number): number {
  let to = at + 1;
  while (tokens[to]?.glued && (tokens[to]!.kind !== 'sign' || isHyphen(tokens[to]))) {
    if (isHyphen(tokens[to]) && !tokens[to + 1]?.glued) break;
    to++;
  }
  return to;
}
