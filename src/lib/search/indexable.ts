import { indexOf, OTHER } from './languages.ts';

/** What Pagefind is given of a page. */
const MARK = 'data-pagefind-body';

/** Attributes of a tag, quoted values taken whole: a `>` inside one does not end the tag. */
const ATTRIBUTES = String.raw`(?:[^>"']|"[^"]*"|'[^']*')*`;

/**
 * The next tag, as slash, name and attributes; or, without a name, what must be stepped over whole,
 * since what looks like a tag in it is none.
 */
const TAG = String.raw`<!--[\s\S]*?-->|<(script|style|textarea|template)\b${ATTRIBUTES}>[\s\S]*?</\1\s*>|<(/?)([a-z][\w-]*)(${ATTRIBUTES})>`;

const MARKED = new RegExp(String.raw`\s${MARK}(?![\w-])`);

/**
 * The part of a built page that is searched, as a page of its own: its elements with
 * `data-pagefind-body`, in the index of its language. `undefined` for a page without any.
 *
 * Header, footer and the like are two thirds of a page; without them Pagefind is handed less to
 * parse, and a change in them does not make the index stale. Everything that Pagefind should know
 * of a page must therefore stand inside that element.
 */
export function indexablePart(html: string): string | undefined {
  if (!html.includes(MARK)) return undefined;
  const parts: string[] = [];
  const tags = new RegExp(TAG, 'gi');
  for (let match = tags.exec(html); match; match = tags.exec(html)) {
    const [, , slash, name, attributes] = match;
    if (name === undefined || slash === '/' || !hasMark(attributes!)) continue;
    const end = endOfElement(html, name, tags);
    parts.push(html.slice(match.index, end));
  }
  if (parts.length === 0) return undefined;
  const language = /<html\b[^>]*\slang="([^"<>]*)"/i.exec(html)?.[1] ?? '';
  return `<html lang="${indexOf(language)}"><body>${parts.map(straightQuotes).join('\n')}</body></html>`;
}

/** Pagefind takes a curled quotation mark for a part of the word beside it. */
function straightQuotes(html: string): string {
  return html.replace(/[“”„]/g, '&quot;').replace(/[‘’]/g, "'");
}

function hasMark(attributes: string): boolean {
  return attributes.includes(MARK) && MARKED.test(attributes.replace(/"[^"]*"|'[^']*'/g, ''));
}

/** Where the element `name` ends, whose opening tag `tags` stands behind. Else the page's end. */
function endOfElement(html: string, name: string, tags: RegExp): number {
  let depth = 1;
  for (let match = tags.exec(html); match; match = tags.exec(html)) {
    if (match[3]?.toLowerCase() !== name.toLowerCase()) continue;
    depth += match[2] === '/' ? -1 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  tags.lastIndex = html.length;
  return html.length;
}

export interface IndexablePage {
  /** Path in the built site, with `/`: `posts/omega-3/index.html`. */
  path: string;
  /** What `indexablePart` gave. */
  html: string;
}

/**
 * Pages in the order in which they enter the index: those without a day, then by the day that they
 * were published. So a new post comes last, and the others keep their numbers.
 */
export function inOrder(pages: IndexablePage[]): IndexablePage[] {
  return pages
    .map((page) => ({ page, key: `${published(page.html)} ${page.path}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ page }) => page);
}

function published(html: string): string {
  return /data-pagefind-sort="published:([^"]*)"/.exec(html)?.[1] ?? '';
}

/** For each page of a list in order, the index that it stands in. */
export function indexesOf(pages: string[]): string[] {
  return pages.map((html) => /^<html lang="([^"]*)"/.exec(html)?.[1] ?? OTHER);
}
