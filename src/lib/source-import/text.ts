/** Marks of CSL, Crossref and our BibTeX reader; a lone `<`, as in `p < 0.05`, is none of them. */
const MARKUP =
  /<\/?(?:i|b|u|em|strong|sup|sub|sc|scp|span|a|p|br|code|(?:jats|mml):[a-z]+)(?:\s[^<>]*)?\/?>/gi;

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * What an export holds as one line of plain text: no markup, no entities, no control characters,
 * one blank at a time, accents in one piece. May be empty.
 */
export function plainText(value: string): string {
  return (
    value
      .replace(MARKUP, '')
      .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => ENTITIES[name]!)
      .replace(/&#(x[0-9a-f]{1,6}|\d{1,7});/gi, (whole, code: string) => character(code) ?? whole)
      .toWellFormed()
      // eslint-disable-next-line no-control-regex
      .replace(/[\s\u0000-\u001f\u007f-\u009f\ufeff\ufffe\uffff]+/g, ' ')
      .normalize('NFC')
      .trim()
  );
}

/** Letters and digits of a text in small ASCII letters, as far as they have such a form. */
export function asciiWords(value: string): string[] {
  return value
    .replace(/[łŁøØđĐðÐþÞßæÆœŒı]/g, (letter) => LETTERS[letter.toLowerCase()]!)
    .normalize('NFKD')
    .replace(/[\p{M}'’`]/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

const LETTERS: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

function character(code: string): string | undefined {
  const point = /^x/i.test(code) ? parseInt(code.slice(1), 16) : Number(code);
  return point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}
