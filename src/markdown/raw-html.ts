import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { MARKS } from './marks.ts';

/**
 * A rehype step: HTML that the author wrote becomes part of the tree. It parses the whole article
 * again, so articles without such HTML are spared it.
 */
export function rawHtml() {
  const parse = rehypeRaw({ passThrough: [...MARKS] });
  return (tree: Root, file: Parameters<typeof parse>[1]): Root =>
    holdsRaw(tree) ? (parse(tree, file) as Root) : tree;
}

function holdsRaw(node: Root | Root['children'][number]): boolean {
  return node.type === 'raw' || ('children' in node && node.children.some(holdsRaw));
}
