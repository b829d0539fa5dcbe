import type { ElementContent } from 'hast';
import type { Nodes, Parents, RootContent } from 'mdast';
// Adds the nodes of MDX to the types of mdast and hast.
import type {} from 'remark-mdx';

type OfType<Node, Type extends string> = Extract<Node, { type: Type }>;

/** The nodes that MDX adds to a tree: tags, and what stands in braces. */
export type JsxElement = OfType<RootContent, 'mdxJsxFlowElement' | 'mdxJsxTextElement'>;
export type JsxElementInHtml = OfType<ElementContent, 'mdxJsxFlowElement' | 'mdxJsxTextElement'>;
export type JsxAttribute = JsxElement['attributes'][number];
export type Expression = OfType<RootContent, 'mdxFlowExpression' | 'mdxTextExpression'>;
export type Program = NonNullable<NonNullable<Expression['data']>['estree']>;
export type Statement = Program['body'][number];
export type Estree = OfType<Statement, 'ExpressionStatement'>['expression'];

export function isJsx(node: Nodes): node is JsxElement {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

export function isExpression(node: Nodes): node is Expression {
  return node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression';
}

export function isParent(node: Nodes): node is Parents {
  return 'children' in node;
}
