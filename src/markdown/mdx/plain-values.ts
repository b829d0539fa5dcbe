import type { Nodes, Root, RootContent } from 'mdast';
import type { location } from 'vfile-location';
import { isExpression, isParent, type Expression } from './nodes.ts';
import { literal } from './values.ts';

/**
 * Makes text of what stands in braces and is text or a number already: `{"{"}`, `{84}`. The check
 * and the search then read what the page shows. Text keeps its place in the file.
 */
export function plainValues(tree: Root, places: ReturnType<typeof location>): void {
  replaceIn(tree, places);
}

function replaceIn(parent: Nodes, places: ReturnType<typeof location>): void {
  if (!isParent(parent)) return;
  parent.children = parent.children.map((child): RootContent => {
    replaceIn(child, places);
    const value = isExpression(child) ? literal(child.data?.estree) : undefined;
    if (typeof value !== 'string' && typeof value !== 'number') return child;
    const text: RootContent = {
      type: 'text',
      value: String(value),
      position: placeOf(child as Expression, value, places),
    };
    // On a line of its own, it is a block.
    if (child.type !== 'mdxFlowExpression') return text;
    return { type: 'paragraph', children: [text], position: child.position };
  }) as typeof parent.children;
}

/** Where the value itself stands: behind the brace and, of a text, its quotation mark. */
function placeOf(
  node: Expression,
  value: string | number,
  places: ReturnType<typeof location>,
): Expression['position'] {
  const [statement] = node.data!.estree!.body;
  const { start } = statement as unknown as { start: number };
  const point = places.toPoint(start + (typeof value === 'string' ? 1 : 0));
  return point && node.position && { start: point, end: node.position.end };
}
