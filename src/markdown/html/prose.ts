import type { Nodes, Root } from 'mdast';
import { PHRASING } from './elements.ts';
import { pointIn, type Point } from './place.ts';
import { tagsOf } from './tags.ts';

/** Words in a block of raw HTML, with the offsets in the HTML at which each run of them begins. */
export interface HtmlProse {
  text: string;
  /** Pairs [offset in `text`, offset in the HTML]. */
  map: [number, number][];
}

/** The prose of a block of raw HTML: one entry for each element that holds words of its own. */
export function proseOfHtml(html: string): HtmlProse[] {
  const found: HtmlProse[] = [];
  let current: HtmlProse = { text: '', map: [] };
  const end = () => {
    if (current.text.trim() !== '') found.push(current);
    current = { text: '', map: [] };
  };
  let behind = 0;
  const words = (to: number) => {
    if (to > behind) {
      current.map.push([current.text.length, behind]);
      // Of the same length, so that offsets stay true.
      current.text += html.slice(behind, to).replace(/\s/g, ' ');
    }
  };
  for (const tag of tagsOf(html)) {
    words(tag.start);
    behind = tag.end;
    const inLine = tag.kind === 'comment' || (PHRASING.has(tag.name) && tag.name !== 'br');
    if (!inLine) end();
  }
  words(html.length);
  end();
  return found;
}

/** `[@key]` in blocks of raw HTML, where Markdown is not read. In the order of the file. */
export function findCitationsInHtml(tree: Root): (Point & { value: string })[] {
  const found: (Point & { value: string })[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'html') {
      const { line, column } = node.position!.start;
      for (const { text, map } of proseOfHtml(node.value)) {
        for (const { 0: value, index } of text.matchAll(/\[@[^\]\s]+[^\]]*\]/g)) {
          const [at, from] = map.findLast(([start]) => start <= index)!;
          found.push({ ...pointIn(node.value, from + index - at, { line, column }), value });
        }
      }
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(tree);
  return found;
}
