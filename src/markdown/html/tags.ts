/** An attribute as it stands in the source. */
export interface SourceAttribute {
  name: string;
  /** With its character references resolved, as far as they can hide an address. */
  value: string;
  /** Offset in the HTML. */
  offset: number;
}

/** A tag, comment or declaration of HTML as it stands in the source. */
export interface SourceTag {
  kind: 'opening' | 'closing' | 'comment' | 'declaration';
  /** In small letters; empty for comments and declarations. */
  name: string;
  attributes: SourceAttribute[];
  /** `<br/>` says so itself; whether it counts is the reader's to know. */
  closesItself: boolean;
  /** It has its `>` or `-->`. */
  whole: boolean;
  /** Offsets in the HTML of its first sign and of what stands behind it. */
  start: number;
  end: number;
}

const TAG =
  /<!--[^]*?(?:-->|$)|<[!?][^>]*>?|<\/?([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)(>?)/gi;
const ATTRIBUTE = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** The tags of a piece of raw HTML, in order. Half a tag counts too. Pure; never throws. */
export function tagsOf(html: string): SourceTag[] {
  return [...html.matchAll(TAG)].map((match) => {
    const { 0: text, 1: name, 2: inside = '', index } = match;
    const place = { start: index, end: index + text.length };
    if (name === undefined) {
      const comment = text.startsWith('<!--');
      const kind = comment ? 'comment' : 'declaration';
      const whole = text.endsWith(comment ? '-->' : '>');
      return { kind, name: '', attributes: [], closesItself: false, whole, ...place };
    }
    const closing = text.startsWith('</');
    const start = index + (closing ? 2 : 1) + name.length;
    return {
      kind: closing ? 'closing' : 'opening',
      name: name.toLowerCase(),
      attributes: closing ? [] : attributesOf(inside, start),
      closesItself: /\/\s*$/.test(inside),
      whole: match[3] === '>',
      ...place,
    };
  });
}

function attributesOf(inside: string, start: number): SourceAttribute[] {
  return [...inside.matchAll(ATTRIBUTE)].map(
    ({ 1: name, 2: double, 3: single, 4: bare, index }) => ({
      name: name!,
      value: decodeReferences(double ?? single ?? bare ?? ''),
      offset: start + index,
    }),
  );
}

/** Character references, as far as they can hide `javascript:`. */
function decodeReferences(value: string): string {
  return value
    .replace(/&#(?:x([0-9a-f]+)|(\d+));?/gi, (_match, hex?: string, decimal?: string) => {
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/&(?:tab|newline);/gi, ' ')
    .replace(/&colon;/gi, ':');
}
