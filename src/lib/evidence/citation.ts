/** One source named in a citation. */
export interface CitationItem {
  /** Name of a file in `content/sources`. */
  key: string;
  /** Id of one of its findings; without one, all of them are meant. */
  finding?: string;
  /** Where in the source: `p. 4`. */
  locator?: string;
  /** `-@key`: the text names the authors itself. */
  suppressed: boolean;
  /** Where the item begins, counted from the beginning of the citation. */
  offset: number;
}

export interface ParsedCitation {
  items: CitationItem[];
  /** `@key` in the running text: the authors are part of the sentence. */
  narrative: boolean;
}

/** What a key or the id of a finding is made of; a hyphen or dot at its end belongs to the text. */
const NAME = String.raw`[A-Za-z0-9]+(?:[-_.:][A-Za-z0-9]+)*`;
const ITEM = new RegExp(String.raw`^(\s*)(-?)@(${NAME})(?:#(${NAME}))?(?:\s*,\s*([^;]+?))?\s*$`);
const NARRATIVE = new RegExp(String.raw`^@(${NAME})(?:#(${NAME}))?$`);

/**
 * Reads a citation in Pandoc's form, with the finding after a `#`: `[@a; @b#response, p. 4]`,
 * `[-@a]` or `@a`. Undefined when it is none.
 */
export function parseCitation(text: string): ParsedCitation | undefined {
  const narrative = NARRATIVE.exec(text);
  if (narrative) {
    const [, key, finding] = narrative;
    const item = { key: key!, ...(finding && { finding }), suppressed: false, offset: 0 };
    return { items: [item], narrative: true };
  }
  if (!text.startsWith('[') || !text.endsWith(']')) return undefined;
  const items: CitationItem[] = [];
  let offset = 1;
  for (const part of text.slice(1, -1).split(';')) {
    const match = ITEM.exec(part);
    if (!match) return undefined;
    const [, blank, minus, key, finding, locator] = match;
    items.push({
      key: key!,
      ...(finding && { finding }),
      ...(locator && { locator: locator.replace(/\s+/g, ' ') }),
      suppressed: minus === '-',
      offset: offset + blank!.length,
    });
    offset += part.length + 1;
  }
  return { items, narrative: false };
}

/** Characters that may stand in a key: for the tokenizer, which sees one at a time. */
export function isKeyCharacter(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
