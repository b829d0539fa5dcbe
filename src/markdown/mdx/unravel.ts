import type { Paragraph, Parents, Root, RootContent } from 'mdast';
import { isExpression, isJsx, isParent } from './nodes.ts';

/**
 * Takes components that fill a line of their own out of the paragraph that Markdown sees around
 * them, so that no `<p>` comes to hold a block. As MDX itself does.
 */
export function unravelComponents(tree: Root): void {
  unravel(tree);
}

function unravel(parent: Parents): void {
  parent.children = parent.children.flatMap((child): RootContent[] => {
    if (isParent(child)) unravel(child);
    return child.type === 'paragraph' && holdsOnlyJsx(child) ? asBlocks(child) : [child];
  }) as typeof parent.children;
}

function isBlank(node: RootContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

function holdsOnlyJsx({ children }: Paragraph): boolean {
  return (
    children.some((child) => isJsx(child) || isExpression(child)) &&
    children.every((child) => isJsx(child) || isExpression(child) || isBlank(child))
  );
}

function asBlocks({ children }: Paragraph): RootContent[] {
  return children
    .filter((child) => !isBlank(child))
    .map((child): RootContent => {
      if (child.type === 'mdxJsxTextElement') {
        return { ...child, type: 'mdxJsxFlowElement' } as RootContent;
      }
      return child.type === 'mdxTextExpression' ? { ...child, type: 'mdxFlowExpression' } : child;
    });
}
