import type { Nodes, PhrasingContent, Root, Text } from 'mdast';

/**
 * A remark step: quotation marks, apostrophes, dashes and ellipses as a typesetter sets them, while
 * nothing that belongs to a figure changes: `5'`, `5'4"`, `1--2`, `2,000 mg`, `p < .05` stay as the
 * author typed them, and so does code. (retext-smartypants takes half of the whole pipeline's time
 * and turns `5'` into an apostrophe.)
 */
export function smartPunctuation() {
  return (tree: Root): void => eachBlock(tree);
}

function eachBlock(node: Nodes): void {
  if (!('children' in node)) return;
  if (BLOCKS.has(node.type) || node.children.some(({ type }) => IN_LINE.has(type))) {
    setBlock(node.children as PhrasingContent[]);
  } else for (const child of node.children) eachBlock(child);
}

const BLOCKS = new Set(['paragraph', 'heading', 'tableCell']);
/** What stands directly in a component that holds one line. */
const IN_LINE = new Set(['text', 'emphasis', 'strong', 'link']);

/** Sets one paragraph, heading or cell; marks see across emphasis and links, not into code. */
function setBlock(children: PhrasingContent[]): void {
  const texts: { node: Text; start: number }[] = [];
  let whole = '';
  const read = (node: Nodes): void => {
    if (node.type === 'text') {
      texts.push({ node, start: whole.length });
      whole += node.value;
    } else if (node.type === 'break') whole += '\n';
    else if (node.type === 'link' && isBareAddress(node.children[0])) whole += OBJECT;
    else if ('children' in node) node.children.forEach(read);
    else if (node.type === 'inlineCode' || node.type.startsWith('image')) whole += OBJECT;
  };
  children.forEach(read);
  const quoted = setQuotes(whole);
  for (const { node, start } of texts) {
    node.value = setDashes(quoted.slice(start, start + node.value.length));
  }
}

/** Sets the marks of a text that stands by itself, such as a title. */
export function setMarks(text: string): string {
  return setDashes(setQuotes(text));
}

/** Stands for something that is not text, like the object replacement character of Unicode. */
const OBJECT = '\ufffc';

function isBareAddress(node: Nodes | undefined): boolean {
  return node?.type === 'text' && /^(?:https?:\/\/|www\.)/.test(node.value);
}

const OPENS_AFTER = /^$|[\s([{<\u2013\u2014/\u201c\u2018"'|-]/;
const ELISION = /^'(?:\d0s|tis|twas|em|til|cause|round)\b/i;

/** Curls `"` and `'`. The text keeps its length. */
function setQuotes(text: string): string {
  if (!/["']/.test(text)) return text;
  let result = '';
  let openDouble = false;
  let openSingle = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    const [before, after] = [result[at - 1] ?? '', text[at + 1] ?? ''];
    const digitBefore = /\d/.test(before);
    const opens = OPENS_AFTER.test(before) && /\S/.test(after);
    if (sign === '"') {
      const inches = /\d'\d+(?:\.\d+)?$/.test(result.slice(-8));
      if (inches || (digitBefore && !openDouble)) result += sign;
      else {
        result += opens ? '“' : '”';
        openDouble = opens;
      }
    } else if (sign === "'") {
      if (digitBefore && (/\d/.test(after) || (!openSingle && !/\p{L}/u.test(after)))) {
        result += sign;
      } else if (opens && !ELISION.test(text.slice(at, at + 8))) {
        result += '‘';
        openSingle = true;
      } else {
        result += '’';
        if (!/\p{L}/u.test(after)) openSingle = false;
      }
    } else result += sign;
  }
  return result;
}

/** `--` between words, and three dots. Between two figures both stay as they are typed. */
function setDashes(text: string): string {
  return text
    .replace(/(?<!-)( ?)(-{2,3})( ?)(?!-)/g, (match, before, dashes, after, at) => {
      const touched = [text[at - 1], text[at + match.length]];
      if (before !== after || touched.every((sign) => /[\d.]/.test(sign ?? ''))) return match;
      if (dashes === '---') return `${before}—${after}`;
      return before ? ' – ' : '—';
    })
    .replace(/(?<!\.)\.{3}(?!\.)/g, (match, at, whole: string) =>
      /\d/.test(whole[at - 1] ?? '') && /\d/.test(whole[at + 3] ?? '') ? match : '…',
    );
}
