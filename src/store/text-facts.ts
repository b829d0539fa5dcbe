import type { Nodes, Root } from 'mdast';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import { diagnose, type Place } from '../lib/diagnostics/diagnose.ts';
import type { TextFacts } from '../lib/check/content.ts';
import { countWords, weightyTerms } from '../lib/text/terms.ts';
import { isCitation } from '../markdown/citations/nodes.ts';
import { findForbiddenHtml } from '../markdown/forbidden-html.ts';
import { headingsOf } from '../markdown/headings.ts';
import { propsOf } from '../markdown/mdx/component-faults.ts';
import { isJsx } from '../markdown/mdx/nodes.ts';
import { proseText } from '../markdown/text.ts';
import type { ParsedMarkdown } from '../markdown/types.ts';

/** What a text shows by itself. Depends on the file and the code alone, so it can be remembered. */
export function textFacts(path: string, { tree, diagnostics }: ParsedMarkdown): TextFacts {
  const collected = collect(tree);
  const named = headingsOf(tree);
  const headings = collected.headings.map((place, index) => ({ ...named[index]!, ...place }));
  const text = proseText(tree);
  const forbidden = findForbiddenHtml(tree).map(({ line, column, what, why, fix }): Diagnostic =>
    diagnose(
      'html/forbidden',
      path,
      { line, column },
      {
        found: `${what} stands in the article.`,
        expected: why,
        fix,
      },
    ),
  );
  return {
    diagnostics: [...diagnostics, ...forbidden],
    headings,
    ids: [
      ...headings.map(({ id }) => id),
      ...collected.ids,
      ...(collected.notes ? ['notes'] : []),
      ...(collected.cites.length > 0 ? ['sources'] : []),
    ],
    links: collected.links,
    images: collected.images,
    words: countWords(text),
    terms: weightyTerms(text),
    cites: [...new Set(collected.cites)],
  };
}

interface Collected {
  headings: Place[];
  links: TextFacts['links'];
  images: TextFacts['images'];
  /** Ids that the author wrote in HTML. */
  ids: string[];
  notes: boolean;
  cites: string[];
}

function collect(tree: Root): Collected {
  const found: Collected = {
    headings: [],
    links: [],
    images: [],
    ids: [],
    notes: false,
    cites: [],
  };
  const definitions = new Map<string, string>();
  each(tree, (node) => {
    if (node.type === 'definition') definitions.set(node.identifier, node.url);
  });
  each(tree, (node) => {
    const place = placeOf(node);
    if (node.type === 'heading') found.headings.push(place);
    else if (node.type === 'link') found.links.push({ href: node.url, ...place });
    else if (node.type === 'linkReference') {
      found.links.push({ href: definitions.get(node.identifier) ?? '', ...place });
    } else if (node.type === 'image') {
      found.images.push({ src: node.url, ...altOf(node.alt), ...place });
    } else if (node.type === 'imageReference') {
      const src = definitions.get(node.identifier) ?? '';
      found.images.push({ src, ...altOf(node.alt), ...place });
    } else if (node.type === 'footnoteDefinition') found.notes = true;
    else if (isCitation(node)) found.cites.push(...node.items.map(({ key }) => key));
    else if (node.type === 'html') fromHtml(node.value, place, found);
    else if (isJsx(node)) {
      const { src, alt, href, id } = propsOf(node.attributes);
      if ((node.name === 'Figure' || node.name === 'img') && typeof src === 'string') {
        found.images.push({ src, ...altOf(alt), ...place });
      }
      if (node.name === 'a' && typeof href === 'string') found.links.push({ href, ...place });
      if (typeof id === 'string') found.ids.push(id);
    }
  });
  return found;
}

/** Tags of raw HTML in Markdown. A comment holds none. */
function fromHtml(html: string, start: Place, found: Collected): void {
  const tags = html.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '));
  for (const tag of tags.matchAll(/<([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi)) {
    const attribute = (name: string) =>
      new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i')
        .exec(tag[2]!)
        ?.slice(1)
        .find((value) => value !== undefined);
    const place = placeIn(html, tag.index, start);
    const id = attribute('id');
    if (id) found.ids.push(id);
    if (/^a$/i.test(tag[1]!)) {
      const href = attribute('href');
      if (href !== undefined) found.links.push({ href, ...place });
    } else if (/^img$/i.test(tag[1]!)) {
      found.images.push({ src: attribute('src') ?? '', ...altOf(attribute('alt')), ...place });
    }
  }
}

function placeIn(text: string, offset: number, start: Place): Place {
  const before = text.slice(0, offset).split('\n');
  const last = before.at(-1)!.length;
  return before.length === 1
    ? { line: start.line, column: start.column + last }
    : { line: start.line + before.length - 1, column: last + 1 };
}

function altOf(alt: unknown): { alt?: string } {
  return typeof alt === 'string' ? { alt } : {};
}

function placeOf(node: Nodes): Place {
  const { line, column } = node.position!.start;
  return { line, column };
}

function each(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node);
  if ('children' in node) for (const child of node.children) each(child, visit);
}
