import type { Element, ElementContent, Parents, Root } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { hasClass } from './elements.ts';

const writer = unified().use(rehypeStringify).freeze();

/** Where a part of an article is left out of a feed, or only its content is kept. */
const LEFT_OUT = ['note-popup', 'term-popup', 'heading-link', 'compare-bar', 'term-button'];
const UNWRAPPED = ['heading', 'table-scroll', 'term'];
const KEPT_ATTRIBUTES = new Set(
  'href src alt title width height id scope colSpan rowSpan open start cite dateTime lang dir'.split(
    ' ',
  ),
);

/**
 * An article as feed readers can show it: absolute addresses, one file for each picture, no popups,
 * and notes as plain marks and a list. Marks are `sup > a[href^="#fn-"]`, which readers such as
 * NetNewsWire know and open in place.
 *
 * `hast` is what `renderMarkdown` gave and is left as it is; `page` is the absolute address of the
 * article's page.
 */
export function feedHtml(hast: Root, page: string): string {
  const copy = structuredClone(hast);
  simplify(copy, page);
  return writer.stringify(copy);
}

function simplify(parent: Parents, page: string): void {
  const children = parent.children as ElementContent[];
  parent.children = children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return child.type === 'text' ? [child] : [];
    if (LEFT_OUT.some((name) => hasClass(child, name))) return [];
    if (hasClass(child, 'note-ref')) return [noteMark(child)];
    if (child.tagName === 'input') {
      return [{ type: 'text', value: child.properties.checked ? '☑' : '☐' }];
    }
    const unwrapped =
      ['picture', 'label', 'source'].includes(child.tagName) ||
      UNWRAPPED.some((name) => hasClass(child, name));
    simplify(child, page);
    if (unwrapped) return child.children;
    child.properties = plainProperties(child, page);
    return [child];
  });
}

function noteMark(mark: Element): Element {
  const link = mark.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'a',
  )!;
  const attributes = { id: inFeed(String(mark.properties.id)) };
  return h(
    'sup',
    attributes,
    h('a', { href: inFeed(String(link.properties.href)) }, link.children),
  );
}

/** `note-smith` → `fn-smith`, `#noteref-smith` → `#fnref-smith` */
function inFeed(id: string): string {
  return id.replace(/^(#?)note(ref)?-/, '$1fn$2-');
}

function plainProperties({ properties }: Element, page: string): Element['properties'] {
  const kept = Object.fromEntries(
    Object.entries(properties).filter(([name]) => KEPT_ATTRIBUTES.has(name)),
  );
  for (const name of ['href', 'src'] as const) {
    const address = kept[name];
    if (typeof address !== 'string') continue;
    kept[name] = /^#note(?:ref)?-/.test(address)
      ? inFeed(address)
      : (URL.parse(address, page)?.href ?? address);
  }
  if (typeof kept.id === 'string') kept.id = inFeed(kept.id);
  return kept;
}
