import type { Element, Root, RootContent } from 'hast';
import type { CitationItem } from '../lib/evidence/citation.ts';

/**
 * Marks on their way to the page. A citation and a note travel through the tree of HTML as nodes of
 * their own, which no HTML of an author's can become, and then as elements that only this module
 * knows: what stands in an attribute, anyone could write.
 */

/** `[@key; @other]` in the tree of HTML. */
export interface CitationMark {
  type: 'citationMark';
  items: CitationItem[];
  /** The authors' names belong into the sentence. */
  narrative: boolean;
  position?: Element['position'];
}

/** `[^note]` in the tree of HTML. */
export interface NoteMark {
  type: 'noteMark';
  /** From 1, in the order of the notes. */
  number: number;
  position?: Element['position'];
}

declare module 'hast' {
  interface RootContentMap {
    citationMark: CitationMark;
    noteMark: NoteMark;
  }
  interface ElementContentMap {
    citationMark: CitationMark;
    noteMark: NoteMark;
  }
}

/** The types, for steps that parse the tree again. */
export const MARKS = ['citationMark', 'noteMark'] as const;

const marked = new WeakMap<Element, CitationMark | NoteMark>();

/** The citation that an element stands for, if it stands for one. */
export function citationAt(element: Element): CitationMark | undefined {
  const mark = marked.get(element);
  return mark?.type === 'citationMark' ? mark : undefined;
}

/** The note that an element stands for, if it stands for one. */
export function noteAt(element: Element): NoteMark | undefined {
  const mark = marked.get(element);
  return mark?.type === 'noteMark' ? mark : undefined;
}

/** A rehype step: an empty element in the place of each mark. Comes after all that parses HTML. */
export function placeMarks() {
  return (tree: Root): void => place(tree);
}

function place(parent: { children: RootContent[] }): void {
  parent.children = parent.children.map((child): RootContent => {
    if (child.type !== 'citationMark' && child.type !== 'noteMark') {
      if ('children' in child) place(child as { children: RootContent[] });
      return child;
    }
    const element: Element = {
      type: 'element',
      tagName: 'span',
      properties: {
        className: child.type === 'citationMark' ? ['note-ref', 'cite'] : ['note-ref'],
      },
      children: [],
      position: child.position,
    };
    marked.set(element, child);
    return element;
  });
}
