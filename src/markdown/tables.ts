import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { addClass, eachElement, hasClass, replaceChild } from './elements.ts';
import { proseText } from './text.ts';
import type { RenderContext } from './types.ts';

/**
 * A rehype step for tables. Alignment becomes a class (`align-left`, `align-center`, `align-right`),
 * since a strict policy refuses styles; header cells say what they are headers of; and each table
 * stands in a `<div class="table-scroll">` that scrolls by itself, is reached by keyboard and has a
 * name: the table's caption or else its first header.
 */
export function tables({ t }: Pick<RenderContext, 't'>) {
  return (tree: Root): void => {
    const labels = new Map<string, number>();
    eachElement(tree, (table, around) => {
      if (table.tagName !== 'table') return;
      eachElement(table, setCell);
      if (hasClass(table, 'compare-table')) return;
      const name = labelOf(table) || t.words.prose.noHeaders;
      const count = (labels.get(name) ?? 0) + 1;
      labels.set(name, count);
      const label = t.say(t.words.prose.table, { name });
      const ariaLabel = `${label}${count > 1 ? ` (${count})` : ''}`;
      const region = { className: ['table-scroll'], role: 'region', tabIndex: 0, ariaLabel };
      replaceChild(around.at(-1)!, table, h('div', region, table));
    });
  };
}

function setCell(cell: Element): void {
  if (cell.tagName !== 'th' && cell.tagName !== 'td') return;
  const { align } = cell.properties;
  delete cell.properties.align;
  if (align) addClass(cell, `align-${align}`);
  if (cell.tagName === 'td') return;
  // The empty corner of a table is no header.
  if (proseText(cell) === '' && cell.children.every(({ type }) => type === 'text')) {
    cell.tagName = 'td';
  } else cell.properties.scope ??= 'col';
}

function labelOf(table: Element): string {
  let caption = '';
  let header = '';
  eachElement(table, (element) => {
    if (element.tagName === 'caption') caption ||= proseText(element);
    if (element.tagName === 'th') header ||= proseText(element);
  });
  return caption || header;
}
