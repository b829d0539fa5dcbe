import type { ElementContent } from 'hast';

/** What stands in a component as a caption: one paragraph alone without its `<p>`. */
export function captionContent(children: ElementContent[]): ElementContent[] {
  const told = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [first] = told;
  return told.length === 1 && first!.type === 'element' && first!.tagName === 'p'
    ? [...first!.children, { type: 'text', value: ' ' }]
    : told;
}
