import type { Literal, Node, Nodes, PhrasingContent, Root, Text } from 'mdast';
import type { CompileContext, Extension, Handle } from 'mdast-util-from-markdown';
import type { Processor } from 'unified';
import { parseCalculation } from '../../lib/evidence/calculation.ts';
import { parseCitation, type CitationItem } from '../../lib/evidence/citation.ts';
import { citationSyntax } from './syntax.ts';

/** A citation in the tree of an article. */
export interface Citation extends Literal {
  type: 'citation';
  /** As it was written. */
  value: string;
  /** Empty when it cannot be read; `npm run check` reports it. */
  items: CitationItem[];
  narrative: boolean;
}

/** A figure that follows from others by a declared calculation. */
export interface Calculation extends Literal {
  type: 'calculation';
  /** What readers see: `14.2 points`. */
  value: string;
  /** `a - b`, in the ids of the cited findings' figures; empty when it cannot be read. */
  from: string;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    citation: Citation;
    calculation: Calculation;
  }
  interface RootContentMap {
    citation: Citation;
    calculation: Calculation;
  }
}

const enterCitation: Handle = function (this: CompileContext, token) {
  this.enter({ type: 'citation', value: '', items: [], narrative: false }, token);
};

const exitCitation: Handle = function (this: CompileContext, token) {
  const node = this.stack.at(-1) as Citation;
  const value = this.sliceSerialize(token);
  const parsed = parseCitation(value.replace(/\s+/g, ' '));
  Object.assign(node, { value, items: parsed?.items ?? [], narrative: parsed?.narrative ?? false });
  this.exit(token);
};

const enterCalculation: Handle = function (this: CompileContext, token) {
  this.enter({ type: 'calculation', value: '', from: '' }, token);
};

const exitCalculation: Handle = function (this: CompileContext, token) {
  const node = this.stack.at(-1) as Calculation;
  Object.assign(node, parseCalculation(this.sliceSerialize(token)));
  this.exit(token);
};

const fromMarkdown: Extension = {
  enter: { citation: enterCitation, calculation: enterCalculation },
  exit: { citation: exitCitation, calculation: exitCalculation },
  transforms: [noneInLinks, joinToWord],
};

/** A link leads where it says: an `@` in its text is text. */
function noneInLinks(tree: Root): void {
  const visit = (node: Nodes, inLink: boolean): void => {
    if (!('children' in node)) return;
    const inside = inLink || node.type === 'link' || node.type === 'linkReference';
    if (inside) {
      node.children = (node.children as PhrasingContent[]).map((child) =>
        child.type === 'citation' ? asText(child) : child,
      ) as typeof node.children;
    }
    for (const child of node.children) visit(child, inside);
  };
  visit(tree, false);
}

/** Takes out the blank that an author left before a mark: it stands at its word. */
function joinToWord(tree: Root): void {
  const visit = (node: Nodes): void => {
    if (!('children' in node)) return;
    for (const [index, child] of node.children.entries()) {
      const before = node.children[index - 1];
      const joins = child.type === 'citation' && !child.narrative && child.items.length > 0;
      if (joins && before?.type === 'text') before.value = before.value.trimEnd();
      visit(child);
    }
  };
  visit(tree);
}

function asText({ value, position }: Citation): Text {
  return { type: 'text', value, ...(position && { position }) };
}

/** The remark plugin that adds citations and declared calculations to what is parsed. */
export function citations(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(citationSyntax);
  (data.fromMarkdownExtensions ??= []).push(fromMarkdown);
}

export function isCitation(node: Node): node is Citation {
  return node.type === 'citation';
}

export function isCalculation(node: Node): node is Calculation {
  return node.type === 'calculation';
}
