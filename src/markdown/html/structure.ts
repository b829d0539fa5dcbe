import type { Nodes, Root } from 'mdast';
import { isJsx } from '../mdx/nodes.ts';
import { BLOCKS, PHRASING, STANDS_IN, VOID } from './elements.ts';
import { pointIn, type Point } from './place.ts';
import { tagsOf } from './tags.ts';

/** A tag of an author's that would tear what is around it. */
export interface TornHtml extends Point {
  found: string;
  expected: string;
  fix: string;
}

/** Markdown whose content is a line of text. */
const LINES = new Set<Nodes['type']>([
  'paragraph',
  'heading',
  'tableCell',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
]);

interface Around {
  /** The nearest HTML element around it, of the same block of Markdown. */
  element: string | undefined;
  inLine: boolean;
  inLink: boolean;
}

/**
 * Finds tags that do not stand where they can: not closed, closed without being open, a block in a
 * line of text, an item outside of a list. A browser mends each of these by closing what is around
 * it, and a note, a list or the whole article comes apart. So a tag reaches no further than the
 * block of Markdown in which it stands. Pure; in the order of the file.
 */
export function findTornHtml(tree: Root): TornHtml[] {
  const found: TornHtml[] = [];
  visit(tree, { element: undefined, inLine: false, inLink: false }, found);
  return found.sort((a, b) => a.line - b.line || a.column - b.column);
}

function visit(node: Nodes, around: Around, found: TornHtml[]): void {
  if (!('children' in node)) return;
  const open: { name: string; place: Point }[] = [];
  const within = (): Around => {
    const last = open.at(-1);
    return {
      element: last?.name ?? around.element,
      inLine: around.inLine,
      inLink: around.inLink || open.some(({ name }) => name === 'a'),
    };
  };
  for (const child of node.children) {
    const start = child.position?.start ?? { line: 1, column: 1 };
    if (child.type === 'html') {
      for (const tag of tagsOf(child.value)) {
        const place = pointIn(child.value, tag.start, start);
        const { name } = tag;
        // What is not allowed at all is reported as that.
        if (!PHRASING.has(name) && !BLOCKS.has(name)) continue;
        if (tag.kind === 'closing') {
          if (open.at(-1)?.name === name) open.pop();
          else if (!VOID.has(name)) {
            const last = open.at(-1);
            found.push({
              ...place,
              found: `\`</${name}>\` closes what is not open here.`,
              expected: last
                ? `\`</${last.name}>\` first, for the tag of line ${last.place.line}.`
                : 'A closing tag behind its opening tag, in the same paragraph, item or note.',
              fix: 'Remove it, or put the opening tag before it.',
            });
            // `<b><i></b></i>`: one fault, not three.
            const index = open.findLastIndex((one) => one.name === name);
            if (index !== -1) open.length = index;
          }
          continue;
        }
        found.push(...misplaced(name, within(), place));
        if (!VOID.has(name)) open.push({ name, place });
      }
    } else if (isJsx(child)) {
      const html = child.name !== null && !/^[A-Z]/.test(child.name);
      const inside = within();
      if (html && (PHRASING.has(child.name!) || BLOCKS.has(child.name!))) {
        found.push(...misplaced(child.name!, inside, start));
        visit(
          child,
          { ...inside, element: child.name!, inLink: inside.inLink || child.name === 'a' },
          found,
        );
      } else visit(child, { ...inside, element: undefined }, found);
    } else {
      const line = LINES.has(child.type);
      const inside = within();
      visit(
        child,
        {
          element: line && around.inLine ? inside.element : undefined,
          inLine: line,
          inLink: line && (inside.inLink || child.type.startsWith('link')),
        },
        found,
      );
    }
  }
  for (const { name, place } of open) {
    found.push({
      ...place,
      found: `\`<${name}>\` is not closed.`,
      expected: `\`</${name}>\` in the same paragraph, item or note.`,
      fix: `Write \`</${name}>\` where it ends, or remove it.`,
    });
  }
}

function misplaced(name: string, around: Around, place: Point): TornHtml[] {
  const parents = STANDS_IN[name];
  if (parents && !parents.includes(around.element ?? '')) {
    const named = parents.map((parent) => `\`<${parent}>\``).join(' or ');
    return [
      {
        ...place,
        found: `\`<${name}>\` stands outside of ${named}.`,
        expected: `\`<${name}>\` directly in ${named}.`,
        fix: 'Write it in Markdown, or put what belongs around it there.',
      },
    ];
  }
  if (around.inLine && BLOCKS.has(name)) {
    return [
      {
        ...place,
        found: `\`<${name}>\` stands in a line of text.`,
        expected: `\`<${name}>\` on a line of its own, with an empty line before it.`,
        fix: 'Put it on a line of its own, or write it in Markdown.',
      },
    ];
  }
  if (name === 'a' && around.inLink) {
    return [
      {
        ...place,
        found: 'A link stands in a link.',
        expected: 'One link behind the other.',
        fix: 'Remove one of them.',
      },
    ];
  }
  return [];
}
