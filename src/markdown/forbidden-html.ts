import type { Root as HastRoot } from 'hast';
import type { Nodes, Root as MdastRoot } from 'mdast';
import type { VFile } from 'vfile';
import { eachElement } from './elements.ts';
import { isJsx } from './mdx/nodes.ts';
import { propsOf } from './mdx/component-faults.ts';
import { placeOf } from './place.ts';

/** HTML in an article that the site's content security policy refuses, or that endangers readers. */
export interface ForbiddenHtml {
  /** 1-based, in the file on disk. */
  line: number;
  column: number;
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

const ELEMENTS: Record<string, [why: string, fix: string]> = {
  script: [PROGRAM, 'Remove it.'],
  style: [STYLE, 'Remove it; the look of articles is set for all of them in `src/styles`.'],
  iframe: [FRAME, 'Link to the page in place of showing it.'],
  frame: [FRAME, 'Link to the page in place of showing it.'],
  object: [FRAME, 'Link to the file in place of showing it.'],
  embed: [FRAME, 'Link to the file in place of showing it.'],
  portal: [FRAME, 'Link to the page in place of showing it.'],
  form: [FORM, 'Remove it; give an e-mail address.'],
  link: [HEAD, 'Remove it.'],
  meta: [HEAD, 'Remove it.'],
  base: [HEAD, 'Remove it.'],
};

const ADDRESSES = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'data',
  'poster',
  'xlink:href',
  'ping',
]);
const FETCHED = new Set(['src', 'srcset', 'poster', 'data']);

/** Addresses that are programs, also with blanks in them, which browsers pass over. */
const PROGRAM_ADDRESS =
  /^[\s\p{Cc}]*(?:(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:|data:\s*text\/html)/iu;

/** Ids of parts that the site draws, in an article and around it. */
const OUR_IDS = /^(?:(?:note|noteref|source|fn|fnref|ws)-|(?:notes|sources)$)/i;

/**
 * What only the site's own parts have: an author who writes it would draw a marker, a card, a list
 * of sources or a control that nothing stands behind. Classes are all the site's, since no style
 * sheet is the author's.
 */
function judgeImitation(attribute: string, value: string): Judgement[] {
  const name = attribute.toLowerCase();
  const what = `${attribute}="${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
  if (name === 'class' || name === 'classname')
    return [{ what, why: OURS, fix: 'Remove it; the look of articles is set for all of them.' }];
  if (name.startsWith('data-') || name.startsWith('popover') || name === 'is' || name === 'slot')
    return [{ what, why: OURS, fix: 'Remove it.' }];
  if (name === 'id' && OUR_IDS.test(value.trim()))
    return [{ what, why: OURS, fix: 'Choose another id.' }];
  return [];
}

/** A custom element is a control of the site's. */
function judgeControl(name: string): Judgement[] {
  return name.includes('-') ? [{ what: `<${name}>`, why: OURS, fix: 'Remove it.' }] : [];
}

function judgeElement(name: string): Judgement[] {
  const known = Object.hasOwn(ELEMENTS, name) ? ELEMENTS[name] : undefined;
  return known ? [{ what: `<${name}>`, why: known[0], fix: known[1] }] : [];
}

function judgeAttribute(attribute: string, value: string): Judgement[] {
  const name = attribute.toLowerCase();
  const what = `${attribute}="${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
  if (/^on[a-z]/.test(name)) return [{ what, why: PROGRAM, fix: 'Remove it.' }];
  if (name === 'style') return [{ what, why: STYLE, fix: 'Remove it, or use a class.' }];
  if (name === 'srcdoc') return [{ what, why: PROGRAM, fix: 'Remove it.' }];
  if (ADDRESSES.has(name) && PROGRAM_ADDRESS.test(value)) {
    return [{ what, why: PROGRAM, fix: 'Link to a page.' }];
  }
  if (FETCHED.has(name) && /(?:^|,)\s*(?:https?:)?\/\//i.test(value)) {
    return [{ what, why: REMOTE, fix: 'Save the file beside the article.' }];
  }
  return [];
}

/**
 * Finds forbidden HTML in a parsed article: in raw HTML of `.md`, in tags of `.mdx`, and links of
 * both that are programs. Pure; in the order of the file.
 */
export function findForbiddenHtml(tree: MdastRoot): ForbiddenHtml[] {
  const found: ForbiddenHtml[] = [];
  visit(tree, found);
  return found;
}

function visit(node: Nodes, found: ForbiddenHtml[]): void {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  const add = (judgements: Judgement[], at: { line: number; column: number }) =>
    found.push(...judgements.map((judgement) => ({ ...at, ...judgement })));

  if (node.type === 'html') {
    for (const { offset, judgements } of judgeSource(node.value)) {
      const before = node.value.slice(0, offset).split('\n');
      const last = before.at(-1)!.length;
      const lines = before.length - 1;
      add(judgements, { line: line + lines, column: lines === 0 ? column + last : last + 1 });
    }
  } else if (isJsx(node) && node.name && !/^[A-Z]/.test(node.name)) {
    add([...judgeElement(node.name), ...judgeControl(node.name)], { line, column });
    const values = propsOf(node.attributes);
    for (const attribute of node.attributes) {
      if (attribute.type !== 'mdxJsxAttribute') continue;
      const value = values[attribute.name];
      const shown = typeof value === 'string' ? value : '…';
      add(
        [...judgeAttribute(attribute.name, shown), ...judgeImitation(attribute.name, shown)],
        attribute.position?.start ?? { line, column },
      );
    }
  } else if (node.type === 'link' || node.type === 'definition') {
    add(judgeAttribute('href', node.url), { line, column });
  }
  if ('children' in node) for (const child of node.children) visit(child, found);
}

const TAG = /<!--[^]*?(?:-->|$)|<\/?([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)/gi;
const ATTRIBUTE = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** Reads tags as they stand in the source: half a tag is judged too. */
function* judgeSource(html: string): Generator<{ offset: number; judgements: Judgement[] }> {
  for (const { 0: tag, 1: name, 2: attributes, index } of html.matchAll(TAG)) {
    if (name === undefined || tag.startsWith('</')) continue;
    const lower = name.toLowerCase();
    yield { offset: index, judgements: [...judgeElement(lower), ...judgeControl(lower)] };
    const start = index + 1 + name.length;
    for (const { 1: key, 2: double, 3: single, 4: bare, index: at } of attributes!.matchAll(
      ATTRIBUTE,
    )) {
      const value = decodeReferences(double ?? single ?? bare ?? '');
      yield {
        offset: start + at,
        judgements: [...judgeAttribute(key!, value), ...judgeImitation(key!, value)],
      };
    }
  }
}

/** Character references, as far as they can hide `javascript:`. */
function decodeReferences(value: string): string {
  return value
    .replace(/&#(?:x([0-9a-f]+)|(\d+));?/gi, (_match, hex?: string, decimal?: string) => {
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/&(?:tab|newline);/gi, ' ')
    .replace(/&colon;/gi, ':');
}

/**
 * A rehype step, the last: throws when something forbidden has come as far as the page. `check`
 * tells it earlier and better; this is for what reaches the pipeline without it.
 */
export function refuseForbidden() {
  return (tree: HastRoot, file: VFile): void =>
    eachElement(tree, (element) => {
      const judgements = [
        ...judgeElement(element.tagName),
        ...Object.entries(element.properties).flatMap(([name, value]) =>
          judgeAttribute(name === 'xLinkHref' ? 'xlink:href' : name, String(value ?? '')),
        ),
      ];
      const [first] = judgements;
      if (first)
        throw new Error(`${placeOf(element, file)}: ${first.what}. ${first.why} ${first.fix}`);
    });
}
