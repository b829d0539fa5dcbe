import type { Parents, Root } from 'mdast';

const COMMENTS = /^\s*(?:<!--[^]*?-->\s*)+$/;

/**
 * A remark step: leaves HTML comments out of the page. They are the author's notes to herself; and
 * an article whose only HTML is comments need not be parsed as HTML.
 */
export function dropComments() {
  return (tree: Root): void => drop(tree);
}

function drop(parent: Parents): void {
  parent.children = parent.children.filter(
    (child) => !(child.type === 'html' && COMMENTS.test(child.value)),
  ) as typeof parent.children;
  for (const child of parent.children) if ('children' in child) drop(child);
}
