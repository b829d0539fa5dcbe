import type { ElementContent, Parents, Root } from 'hast';
import { h } from 'hastscript';
import type { Interface } from '../../lib/interface/interface.ts';
import { propsOf } from '../mdx/component-faults.ts';
import type { JsxElementInHtml } from '../mdx/nodes.ts';
import type { RenderContext } from '../types.ts';
import { readProps } from './component.ts';
import { COMPONENTS } from './index.ts';

/**
 * A rehype step: draws the components and tags of `.mdx`. Nothing is compiled or run: a tag is data,
 * and keeps its place in the file. Faults were reported when the file was parsed, and stopped it.
 */
export function components({ t }: Pick<RenderContext, 't'>) {
  return (tree: Root): void => resolve(tree, t);
}

function resolve(parent: Parents, t: Interface): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if ('children' in child) resolve(child as Parents, t);
    switch (child.type as string) {
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return draw(child as JsxElementInHtml, t);
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        // A remark: what shows something became text when the file was parsed.
        return [];
      default:
        return [child];
    }
  }) as typeof parent.children;
}

function draw(node: JsxElementInHtml, t: Interface): ElementContent[] {
  const children = node.children as ElementContent[];
  if (node.name === null) return children;
  const props = propsOf(node.attributes);
  const component = COMPONENTS.get(node.name);
  const element = component
    ? component.render(readProps(component, props).values, children, t)
    : h(node.name, props as Record<string, string>, children);
  if (element.type !== 'element') return [];
  element.position = node.position;
  return [element];
}
