import type { Nodes as HastNodes } from 'hast';
import type { Nodes as MdastNodes } from 'mdast';

/** Elements that stand in a line of text. Around all others words end. */
const INLINE = new Set(
  'a abbr b bdi bdo br cite code data del dfn em i ins kbd label mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);
const LEFT_OUT_ELEMENTS = new Set(['pre', 'svg', 'button', 'script', 'style', 'template']);
/** What the pipeline adds for the reader's convenience, and the notes. */
const LEFT_OUT_CLASSES = ['footnotes', 'note-ref', 'note-popup', 'term-popup', 'heading-link'];

const LEFT_OUT_NODES = new Set([
  'code',
  'html',
  'raw',
  'comment',
  'footnoteDefinition',
  'definition',
  'mdxFlowExpression',
  'mdxTextExpression',
  'mdxjsEsm',
]);
const INLINE_NODES = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'inlineCode',
  'mdxJsxTextElement',
]);

/**
 * The prose of a tree, of Markdown or of HTML, as plain text: headings, paragraphs, lists, tables
 * and captions, a line break between blocks. Blocks of code, notes and their marks are left out.
 */
export function proseText(tree: MdastNodes | HastNodes): string {
  const parts: string[] = [];
  collect(tree, parts);
  return parts
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim();
}

function collect(node: MdastNodes | HastNodes, parts: string[]): void {
  if (LEFT_OUT_NODES.has(node.type)) return;
  if (node.type === 'text') {
    parts.push(node.value.replace(/\s+/g, ' '));
    return;
  }
  if (node.type === 'inlineCode' || node.type === 'calculation') parts.push(node.value);
  let inline = INLINE_NODES.has(node.type);
  if (node.type === 'element') {
    if (LEFT_OUT_ELEMENTS.has(node.tagName)) return;
    const { className } = node.properties;
    if (
      Array.isArray(className) &&
      className.some((name) => LEFT_OUT_CLASSES.includes(String(name)))
    ) {
      return;
    }
    inline = INLINE.has(node.tagName) && node.tagName !== 'br';
  } else if (node.type === 'break') parts.push('\n');
  if (!('children' in node)) return;
  if (!inline) parts.push('\n');
  for (const child of node.children) collect(child, parts);
  if (!inline) parts.push('\n');
}
