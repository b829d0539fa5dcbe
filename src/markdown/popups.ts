import type { Element, ElementContent, Parents } from 'hast';
import { hasClass } from './elements.ts';

/**
 * Puts popups (`<div popover>`) into the page behind the block in which their button stands. A `div`
 * may not stand inside a paragraph; right behind it, it is the next thing that a screen reader comes
 * to, and a wide page can show it in the margin. Behind a whole table, figure or summary: nothing
 * may be put into these.
 */
export class PopupPlacer {
  /** The popup put last behind each block, so that several stay in order. */
  readonly #last = new Map<object, Element>();

  /** `around` is what stands around the button, the outermost first; `button` itself comes last. */
  place(popup: Element, around: Parents[], button: Element): void {
    const path: (Parents | Element)[] = [...around, button];
    const whole = path.findIndex(isWhole);
    let at = whole === -1 ? path.length - 1 : whole;
    while (at > 1 && !holdsBlocks(path[at - 1]!)) at--;
    const [parent, block] = [path[at - 1] as Parents, path[at] as Element];
    const children = parent.children as ElementContent[];
    // A list item may hold its text without a paragraph.
    const loose = 'tagName' in parent && TEXT_TOO.has(parent.tagName) && !isBlock(block);
    if (loose) {
      children.push(popup);
      return;
    }
    const behind = this.#last.get(block) ?? block;
    children.splice(children.indexOf(behind) + 1, 0, popup);
    this.#last.set(block, popup);
  }
}

const WHOLE = new Set(['table', 'figure', 'summary', 'dl']);
const TEXT_TOO = new Set(['li', 'div', 'blockquote', 'details', 'section']);
const BLOCKS = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol dl table figure pre blockquote div section details summary'.split(' '),
);

function isWhole(node: Parents): boolean {
  return node.type === 'element' && (WHOLE.has(node.tagName) || hasClass(node, 'table-scroll'));
}

function holdsBlocks(node: Parents): boolean {
  return node.type === 'root' || ('tagName' in node && TEXT_TOO.has(node.tagName));
}

function isBlock(node: Element): boolean {
  return BLOCKS.has(node.tagName);
}
