import type { Nodes, Parents, Root } from 'mdast';
import type { Ignore, Passage, PassageKind } from '../lib/evidence/passage.ts';
import { isCalculation, isCitation } from './citations/nodes.ts';
import { headingsOf } from './headings.ts';
import { proseOfHtml } from './html/prose.ts';
import { propsOf } from './mdx/component-faults.ts';
import { isExpression, isJsx, type JsxElement } from './mdx/nodes.ts';
import { printedBy } from './mdx-components/component.ts';
import { COMPONENTS } from './mdx-components/index.ts';

/** Stands where something stood that is no prose: code, or authors named by a citation. */
const OBJECT = '\uFFFC';

/** The kind of passage that a block becomes, by what is around it. */
const KINDS: Partial<Record<Nodes['type'], PassageKind>> = {
  listItem: 'item',
  blockquote: 'quotation',
  footnoteDefinition: 'note',
};

const IGNORE = /^\s*check-ignore\s+([\w-]+\/[\w-]+)\s*(?::\s*([^]*?))?\s*$/;

/**
 * The prose of an article as passages, in order: paragraphs, headings, items, cells, captions,
 * notes, and what components show. Positions are those of the file.
 */
export function passagesOf(tree: Root): Passage[] {
  const found: Passage[] = [];
  const sections = headingsOf(tree).map(({ id }) => id);
  let groups = 0;
  let heading = -1;

  const flow = (parent: Parents, kind: PassageKind, group: number | undefined): void => {
    let pending: Ignore[] = [];
    for (const child of parent.children) {
      const ignore = ignoreIn(child);
      if (ignore) {
        pending.push(ignore);
        continue;
      }
      const before = found.length;
      block(child, kind, group);
      for (const passage of found.slice(before)) passage.ignores.push(...pending);
      if (found.length > before) pending = [];
    }
  };

  const block = (node: Nodes, kind: PassageKind, group: number | undefined): void => {
    if (node.type === 'paragraph') add(inline(node, kind), group);
    else if (node.type === 'heading') {
      heading++;
      add(inline(node, 'heading'), undefined);
    } else if (node.type === 'table') {
      for (const row of node.children) {
        const shared = ++groups;
        for (const cell of row.children) add(inline(cell, 'cell'), shared);
      }
    } else if (node.type === 'html') {
      const offset = node.position?.start.offset ?? 0;
      for (const { text, map } of proseOfHtml(node.value)) {
        const placed = map.map(([at, from]): [number, number] => [at, from + offset]);
        add({ kind, text, map: placed, citations: [], calculations: [], ignores: [] }, group);
      }
    } else if (isJsx(node)) component(node, kind, group);
    else if ('children' in node) flow(node, KINDS[node.type] ?? kind, group);
  };

  const component = (node: JsxElement, kind: PassageKind, group: number | undefined): void => {
    const offset = node.position!.start.offset!;
    const shown = wordsOf(node);
    const shared = shown.length > 0 ? ++groups : group;
    for (const text of shown) {
      const made: Passage = {
        kind: 'comparison',
        text,
        map: [[0, offset]],
        citations: [],
        calculations: [],
        ignores: [],
      };
      add(made, shared);
    }
    const within = node.name === 'Figure' ? 'caption' : kind;
    // On one line, `<Figure …>The caption</Figure>`, it holds words and no paragraphs.
    if (node.children.some(({ type }) => type === 'text')) {
      add(inline(node as Parents, within), shared);
    } else flow(node as Parents, within, shared);
  };

  const add = (passage: Passage, group: number | undefined): void => {
    if (passage.text.trim() === '' && passage.citations.length === 0) return;
    const section = sections[heading];
    found.push({
      ...passage,
      ...(group !== undefined && { group }),
      ...(section !== undefined && { section }),
    });
  };

  flow(tree, 'paragraph', undefined);
  return found;
}

/** What a component prints of its own props, or an element tells in its title. */
function wordsOf({ name, attributes }: JsxElement): string[] {
  const given = propsOf(attributes);
  const component = COMPONENTS.get(name ?? '');
  if (component) return printedBy(component, given);
  return typeof given['title'] === 'string' ? [given['title']] : [];
}

function inline(block: Parents, kind: PassageKind): Passage {
  const passage: Passage = {
    kind,
    text: '',
    map: [],
    citations: [],
    calculations: [],
    ignores: [],
  };
  const push = (text: string, node: Nodes): void => {
    passage.map.push([passage.text.length, node.position?.start.offset ?? 0]);
    passage.text += text;
  };
  const visit = (node: Nodes): void => {
    const ignore = ignoreIn(node);
    if (ignore) passage.ignores.push(ignore);
    else if (node.type === 'text') push(node.value, node);
    else if (node.type === 'inlineCode') push(OBJECT, node);
    else if (node.type === 'break') push(' ', node);
    else if (isCalculation(node)) {
      const start = passage.text.length;
      push(node.value, node);
      // The words begin behind `:calc[`.
      passage.map.at(-1)![1] += ':calc['.length;
      passage.calculations.push({ start, end: passage.text.length, from: node.from });
    } else if (isCitation(node)) {
      if (node.narrative) push(OBJECT, node);
      const { value, items, narrative } = node;
      const offset = node.position?.start.offset ?? 0;
      passage.citations.push({ at: passage.text.length, offset, value, items, narrative });
    } else if (node.type !== 'delete' && 'children' in node) node.children.forEach(visit);
  };
  block.children.forEach(visit);
  return passage;
}

/** The remark by which an author answers a rule, in either kind of file. */
function ignoreIn(node: Nodes): Ignore | undefined {
  const remark =
    node.type === 'html'
      ? /^\s*<!--([^]*?)-->\s*$/.exec(node.value)?.[1]
      : isExpression(node)
        ? /^\s*\/\*([^]*?)\*\/\s*$/.exec(node.value)?.[1]
        : undefined;
  const match = remark === undefined ? null : IGNORE.exec(remark);
  if (!match) return undefined;
  const offset = node.position?.start.offset ?? 0;
  return { rule: match[1]!, reason: (match[2] ?? '').trim(), offset };
}
