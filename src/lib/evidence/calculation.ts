/** A declared calculation, `:calc[14.2 points]{from="a - b"}`. */
export interface ParsedCalculation {
  value: string;
  from: string;
}

const FORM = /^:calc\[([^\]]*)\]\{\s*from=(?:"([^"]*)"|'([^']*)')\s*\}$/;

/** Reads a declared calculation. `from` is empty when it does not say from what. */
export function parseCalculation(text: string): ParsedCalculation {
  const [, value, double, single] = FORM.exec(text) ?? [];
  if (value === undefined) return { value: /\[([^\]]*)\]/.exec(text)?.[1] ?? text, from: '' };
  return { value, from: (double ?? single ?? '').trim() };
}

/** Longer than any calculation that a reader could follow. */
const LONGEST = 200;

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|([a-z][a-z0-9]*)|([-+*/()]))/y;

/**
 * The result of `expression` (numbers, names, + - * / and parentheses), with the names' values from
 * `valueOf`. Undefined when it cannot be read, a name has no value, or it divides by nothing.
 */
export function calculate(
  expression: string,
  valueOf: (name: string) => number | undefined,
): number | undefined {
  const tokens: (number | string)[] = [];
  const text = expression.trim();
  if (text.length > LONGEST) return undefined;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) return undefined;
    const [, digits, name, sign] = match;
    if (digits !== undefined) tokens.push(Number(digits));
    else if (name !== undefined) {
      const value = valueOf(name);
      if (value === undefined) return undefined;
      tokens.push(value);
    } else tokens.push(sign!);
  }
  let at = 0;
  const sum = (): number => {
    let value = product();
    while (tokens[at] === '+' || tokens[at] === '-') {
      const plus = tokens[at++] === '+';
      const next = product();
      value = plus ? value + next : value - next;
    }
    return value;
  };
  const product = (): number => {
    let value = factor();
    while (tokens[at] === '*' || tokens[at] === '/') {
      const times = tokens[at++] === '*';
      const next = factor();
      value = times ? value * next : value / next;
    }
    return value;
  };
  const factor = (): number => {
    const token = tokens[at++];
    if (typeof token === 'number') return token;
    if (token === '-') return -factor();
    if (token !== '(') return NaN;
    const value = sum();
    return tokens[at++] === ')' ? value : NaN;
  };
  const result = sum();
  return at === tokens.length && Number.isFinite(result) ? result : undefined;
}
