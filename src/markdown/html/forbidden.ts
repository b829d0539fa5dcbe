import type { Nodes, Root } from 'mdast';
import { propsOf } from '../mdx/component-faults.ts';
import { isJsx } from '../mdx/nodes.ts';
import { BLOCKS, mayHave, PHRASING } from './elements.ts';
import { pointIn, type Point } from './place.ts';
import { tagsOf, type SourceTag } from './tags.ts';

/** HTML in an article that is not allowed: it endangers readers, or looks like a part of the site. */
export interface ForbiddenHtml extends Point {
  /** What stands there: `<script>`, `onclick="…"`. */
  what: string;
  /** One sentence. */
  why: string;
  /** One sentence in the imperative. */
  fix: string;
}

type Judgement = Pick<ForbiddenHtml, 'what' | 'why' | 'fix'>;

const PROGRAM = 'It would run a program in the browser of each reader.';
const STYLE = 'The site refuses styles that stand in the text.';
const FRAME = 'It would load a page of another site, which learns who reads this one.';
const FORM = 'It would send what a reader types away.';
const OURS = 'The site draws this itself, and readers take it for what the check has seen.';
const HEAD = 'It changes the whole page and not only the article.';
const REMOTE = 'It would be fetched from another site, which learns who reads this one.';
const HIDDEN = 'What stands in it is checked, and readers do not see it.';
const UNKNOWN_ELEMENT = 'Articles have elements of text, lists, tables and pictures.';
const UNKNOWN_ATTRIBUTE = 'Articles have attributes of text, links, tables and pictures.';
const DRAWING = 'A drawing in the text is neither described nor kept for offline reading.';

/** Elements for which more can be said than that they are not on the list. */
const ELEMENTS: Record<string, [why: string, fix: string]> = {
  script: [PROGRAM, 'Remove it.'],
  style: [STYLE, 'Remove it; the look of articles is set for all of them.'],
  iframe: [FRAME, 'Link to the page in place of showing it.'],
  frame: [FRAME, 'Link to the page in place of showing it.'],
  object: [FRAME, 'Link to the file in place of showing it.'],
  embed: [FRAME, 'Link to the file in place of showing it.'],
  portal: [FRAME, 'Link to the page in place of showing it.'],
  form: [FORM, 'Remove it; give an e-mail address.'],
  link: [HEAD, 'Remove it.'],
  meta: [HEAD, 'Remove it.'],
  base: [HEAD, 'Remove it.'],
  svg: [DRAWING, 'Save it as a file beside the article and show that as a picture.'],
  template: [HIDDEN, 'Remove it.'],
  noscript: [HIDDEN, 'Remove it.'],
  noembed: [HIDDEN, 'Remove it.'],
  h1: ['The title is the only heading of the first level.', 'Write it in Markdown, as `## …`.'],
};

const ADDRESSES = new Set(['href', 'src', 'cite']);
const FETCHED = new Set(['src', 'srcset']);

/** Addresses that are programs, also with blanks in them, which browsers pass over. */
const PROGRAM_ADDRESS =
  /^[\s\p{Cc}]*(?:(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:|data:\s*text\/html)/iu;

/** Ids of parts that the site draws, in an article and around it. */
const OUR_IDS = /^(?:(?:note|noteref|source|fn|fnref|ws)-|(?:notes|sources)$)/i;

function judgeElement(name: string): Judgement[] {
  if (PHRASING.has(name) || BLOCKS.has(name)) return [];
  const what = `<${name}>`;
  const known = Object.hasOwn(ELEMENTS, name) ? ELEMENTS[name] : undefined;
  if (known) return [{ what, why: known[0], fix: known[1] }];
  if (name.includes('-')) return [{ what, why: OURS, fix: 'Remove it.' }];
  return [{ what, why: UNKNOWN_ELEMENT, fix: 'Write it in Markdown, or leave it out.' }];
}

function judgeAttribute(element: string, attribute: string, value: string): Judgement[] {
  const name = attribute.toLowerCase();
  const what = `${attribute}="${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
  if (/^on[a-z]/.test(name) || name === 'srcdoc')
    return [{ what, why: PROGRAM, fix: 'Remove it.' }];
  if (name === 'style' || name === 'class' || name === 'classname') {
    const why = name === 'style' ? STYLE : OURS;
    return [{ what, why, fix: 'Remove it; the look of articles is set for all of them.' }];
  }
  if (/^(?:data-|popover|is$|slot$|part$|role$|aria-)/.test(name)) {
    return [{ what, why: OURS, fix: 'Remove it.' }];
  }
  if (name === 'id' && OUR_IDS.test(value.trim())) {
    return [{ what, why: OURS, fix: 'Choose another id.' }];
  }
  if (ADDRESSES.has(name) && PROGRAM_ADDRESS.test(value)) {
    return [{ what, why: PROGRAM, fix: 'Link to a page.' }];
  }
  if (FETCHED.has(name) && /(?:^|,)\s*(?:https?:)?\/\//i.test(value)) {
    return [{ what, why: REMOTE, fix: 'Save the file beside the article.' }];
  }
  // An element that is not allowed is reported once, not with each attribute.
  const known = PHRASING.has(element) || BLOCKS.has(element);
  if (known && !mayHave(element, name)) {
    return [{ what, why: UNKNOWN_ATTRIBUTE, fix: 'Remove it.' }];
  }
  return [];
}

function judgeTag({ kind, name, whole }: SourceTag): Judgement[] {
  if (kind === 'closing' || kind === 'comment') return [];
  if (kind === 'declaration') {
    return [{ what: '<!…>', why: UNKNOWN_ELEMENT, fix: 'Remove it.' }];
  }
  if (!whole) {
    const why = 'It has no `>`, so what follows is lost in it.';
    return [...judgeElement(name), { what: `<${name}`, why, fix: 'Close the tag with `>`.' }];
  }
  return judgeElement(name);
}

/**
 * Finds HTML in a parsed article that is not allowed: in raw HTML of `.md`, in tags of `.mdx`, and
 * links of both that are programs. Pure; in the order of the file.
 */
export function findForbiddenHtml(tree: Root): ForbiddenHtml[] {
  const found: ForbiddenHtml[] = [];
  visit(tree, found);
  return found;
}

function visit(node: Nodes, found: ForbiddenHtml[]): void {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  const add = (judgements: Judgement[], { line, column }: Point) =>
    found.push(...judgements.map((judgement) => ({ line, column, ...judgement })));

  if (node.type === 'html') {
    for (const tag of tagsOf(node.value)) {
      add(judgeTag(tag), pointIn(node.value, tag.start, { line, column }));
      for (const { name, value, offset } of tag.attributes) {
        const place = pointIn(node.value, offset, { line, column });
        add(judgeAttribute(tag.name, name, value), place);
      }
    }
  } else if (isJsx(node) && node.name && !/^[A-Z]/.test(node.name)) {
    add(judgeElement(node.name), { line, column });
    const values = propsOf(node.attributes);
    for (const attribute of node.attributes) {
      if (attribute.type !== 'mdxJsxAttribute') continue;
      const value = values[attribute.name];
      const shown = typeof value === 'string' ? value : value === true ? '' : '…';
      add(
        judgeAttribute(node.name, attribute.name, shown),
        attribute.position?.start ?? { line, column },
      );
    }
  } else if (node.type === 'link' || node.type === 'definition') {
    add(judgeAttribute('a', 'href', node.url), { line, column });
  }
  if ('children' in node) for (const child of node.children) visit(child, found);
}
