/**
 * The HTML that an article may hold, by the element categories of the HTML standard
 * (https://html.spec.whatwg.org/multipage/dom.html#kinds-of-content). It is a list of what is
 * allowed: what nobody thought of is refused, not shown.
 */

/** Elements that may stand within a line of text. */
export const PHRASING = new Set(
  `a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q rp rt ruby s samp small span
  strong sub sup time u var wbr`.split(/\s+/),
);

/** Elements that begin a block of their own. */
export const BLOCKS = new Set(
  `address article aside blockquote dd details div dl dt figcaption figure footer h2 h3 h4 h5 h6
  header hr li ol p picture pre section source summary table caption colgroup col thead tbody tfoot
  tr td th ul`.split(/\s+/),
);

/** Elements that have no content and no closing tag. */
export const VOID = new Set(['br', 'col', 'hr', 'img', 'source', 'wbr']);

/** What an element must stand directly in. Elsewhere a browser closes what is around it. */
export const STANDS_IN: Record<string, string[]> = {
  li: ['ul', 'ol'],
  dt: ['dl', 'div'],
  dd: ['dl', 'div'],
  summary: ['details'],
  figcaption: ['figure'],
  source: ['picture'],
  caption: ['table'],
  colgroup: ['table'],
  col: ['colgroup'],
  thead: ['table'],
  tbody: ['table'],
  tfoot: ['table'],
  tr: ['table', 'thead', 'tbody', 'tfoot'],
  td: ['tr'],
  th: ['tr'],
};

const EVERYWHERE = ['dir', 'id', 'lang', 'title', 'translate'];

/** Attributes by element, besides those that may stand everywhere. In small letters. */
const ATTRIBUTES: Record<string, string[]> = {
  a: ['download', 'href', 'hreflang', 'rel', 'target', 'type'],
  blockquote: ['cite'],
  col: ['span'],
  colgroup: ['span'],
  data: ['value'],
  del: ['cite', 'datetime'],
  details: ['name', 'open'],
  img: ['alt', 'decoding', 'height', 'loading', 'sizes', 'src', 'srcset', 'width'],
  ins: ['cite', 'datetime'],
  li: ['value'],
  ol: ['reversed', 'start', 'type'],
  q: ['cite'],
  source: ['height', 'media', 'sizes', 'src', 'srcset', 'type', 'width'],
  td: ['align', 'colspan', 'headers', 'rowspan'],
  th: ['abbr', 'align', 'colspan', 'headers', 'rowspan', 'scope'],
  time: ['datetime'],
};

/** Whether an element, by its name in small letters, may have an attribute, by the same. */
export function mayHave(element: string, attribute: string): boolean {
  return EVERYWHERE.includes(attribute) || (ATTRIBUTES[element]?.includes(attribute) ?? false);
}
