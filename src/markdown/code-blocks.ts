import type { Root } from 'hast';
import { eachElement } from './elements.ts';

/** A rehype step: a block of code that scrolls sideways is reached and scrolled by keyboard. */
export function codeBlocks() {
  return (tree: Root): void =>
    eachElement(tree, (element) => {
      if (element.tagName === 'pre') element.properties.tabIndex = 0;
    });
}
