import type { Nodes, Root } from 'mdast';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.ts';
import { diagnose, type Place } from '../../lib/diagnostics/diagnose.ts';
import type { TextFacts } from '../../lib/check/content.ts';
import { countWords, weightyTerms } from '../../lib/text/terms.ts';
import { isCitation } from '../../markdown/citations/nodes.ts';
import { findForbiddenHtml } from '../../markdown/html/forbidden.ts';
import { pointIn } from '../../markdown/html/place.ts';
import { findCitationsInHtml } from '../../markdown/html/prose.ts';
import { findTornHtml } from '../../markdown/html/structure.ts';
import { tagsOf } from '../../markdown/html/tags.ts';
import { headingsOf } from '../../markdown/headings.ts';
import { propsOf } from '../../markdown/mdx/component-faults.ts';
import { isJsx } from '../../markdown/mdx/nodes.ts';
import { proseText } from '../../markdown/text.ts';
import type { ParsedMarkdown } from '../../markdown/types.ts';

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
  const torn = findTornHtml(tree).map(({ line, column, ...words }): Diagnostic =>
    diagnose('html/torn', path, { line, column }, words),
  );
  const unread = findCitationsInHtml(tree).map(({ line, column, value }): Diagnostic =>
    diagnose(
      'html/citation',
      path,
      { line, column },
      {
        found: `\`${value}\` stands in a block of HTML, where it is plain text.`,
        expected: 'Citations in Markdown, where readers get a marker and the check reads them.',
        fix: 'Leave an empty line before and after the text, or write the block in Markdown.',
      },
    ),
  );
  return {
    diagnostics: [...diagnostics, ...forbidden, ...torn, ...unread],
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

/** Tags of raw HTML in Markdown. */
function fromHtml(html: string, start: Place, found: Collected): void {
  for (const { kind, name, attributes, start: at } of tagsOf(html)) {
    if (kind !== 'opening') continue;
    const attribute = (wanted: string) =>
      attributes.find((one) => one.name.toLowerCase() === wanted)?.value;
    const place = pointIn(html, at, start);
    const id = attribute('id');
    if (id) found.ids.push(id);
    if (name === 'a') {
      const href = attribute('href');
      if (href !== undefined) found.links.push({ href, ...place });
    } else if (name === 'img') {
      found.images.push({ src: attribute('src') ?? '', ...altOf(attribute('alt')), ...place });
    }
  }
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
