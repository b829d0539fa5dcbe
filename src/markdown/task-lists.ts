import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { eachElement, hasClass } from './elements.ts';
import type { RenderContext } from './types.ts';

/** Where the text of a task ends, as far as a label can hold it: links and notes stay outside. */
const ENDS_LABEL = new Set([
  'a',
  'button',
  'span',
  'ul',
  'ol',
  'p',
  'pre',
  'div',
  'blockquote',
  'table',
]);

/**
 * A rehype step: the text of a task is the `<label>` of its box. (A box without a name says nothing
 * to somebody who listens.) Classes: `contains-task-list`, `task-list-item`.
 */
export function taskLists({ t }: Pick<RenderContext, 't'>) {
  return (tree: Root): void =>
    eachElement(tree, (item) => {
      if (item.tagName !== 'li' || !hasClass(item, 'task-list-item')) return;
      const first = item.children.find(({ type }) => type === 'element');
      const holder = first?.type === 'element' && first.tagName === 'p' ? first : item;
      const start = holder.children.findIndex(
        (child) => child.type === 'element' && child.tagName === 'input',
      );
      if (start === -1) return;
      const ends = (child: ElementContent) =>
        child.type === 'element' && ENDS_LABEL.has(child.tagName);
      const rest = holder.children.slice(start + 1);
      const length = rest.findIndex(ends);
      const text = length === -1 ? rest : rest.slice(0, length);
      const [box] = holder.children.slice(start, start + 1);
      const named = text.some((child) => child.type !== 'text' || child.value.trim() !== '');
      if (named) holder.children.splice(start, text.length + 1, h('label', box, text));
      else if (box?.type === 'element') {
        box.properties.ariaLabel = box.properties.checked ? t.words.prose.done : t.words.prose.toDo;
      }
    });
}
