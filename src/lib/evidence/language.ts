import type { Reading } from './figures/figure.ts';
import { readFigures } from './figures/read.ts';

/** Whether the rules read prose in a language, by its BCP 47 tag. They are written for English. */
export function readsProse(language: string): boolean {
  return /^en(?:-|$)/i.test(language);
}

/**
 * The figures of a sentence in any language: all that are read in English prose; in another those
 * that digits and a unit make plain (`23,6 %`, `1.500 mg`), with the signs that the language puts
 * into numbers (CLDR, through Intl). Offsets are those of `text`.
 */
export function figuresIn(text: string, language: string): Reading {
  if (readsProse(language)) return readFigures(text);
  const { figures } = readFigures(withEnglishSigns(text, language));
  return {
    figures: figures
      .filter(({ unit, start, end }) => PLAIN.test(unit) && /\d/.test(text.slice(start, end)))
      .map((figure) => ({ ...figure, text: text.slice(figure.start, figure.end) }))
      .filter(({ end }) => !LEVEL.test(text.slice(end, end + 24))),
    // What cannot be read may be ordinary in that language.
    unread: [],
  };
}

/** Bare numbers and days are counted and written in too many ways. */
const PLAIN = /^(?!number$|date$)/;

/** `95 %` of an interval, which is no result. */
const LEVEL = /^[-‐‑\s]*(?:KI|CI|IC|Konfidenz|Vertrauens|interval)/i;

interface Signs {
  decimal: string;
  group: string;
}

const signs = new Map<string, Signs>();

function signsOf(language: string): Signs {
  const known = signs.get(language);
  if (known) return known;
  const parts = new Intl.NumberFormat(language, { useGrouping: 'always' }).formatToParts(1234567.8);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const found = { decimal: sign('decimal'), group: sign('group') };
  signs.set(language, found);
  return found;
}

/** A text of the same length in which numbers are written as in English. */
function withEnglishSigns(text: string, language: string): string {
  const { decimal, group } = signsOf(language);
  if (decimal === '.' && group === ',') return text;
  return text.replace(/\d+(?:[.,'’\s\u00a0\u2009\u202f]\d+)+/gu, (number) => {
    const [whole = '', fraction, ...more] = number.split(decimal);
    if (more.length > 0) return number;
    const groups = whole.split(/[.,'’\s\u00a0\u2009\u202f]/u);
    const grouped =
      groups.length > 1 &&
      groups.every((digits, at) => (at === 0 ? digits.length <= 3 : digits.length === 3)) &&
      [...whole].every((sign) => /\d/.test(sign) || sign === group || /\s/.test(sign));
    if (groups.length > 1 && !grouped) return number;
    return groups.join(',') + (fraction === undefined ? '' : `.${fraction}`);
  });
}
