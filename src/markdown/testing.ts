import type { Element, Root } from 'hast';
import { interfaceOf } from '../lib/interface/interface.ts';
import { eachElement } from './elements.ts';
import { renderMarkdown } from './pipeline.ts';
import { proseText } from './text.ts';
import type { ImageInfo, RenderContext, RenderedMarkdown } from './types.ts';

/** What tests of the pipeline share: a context with two pictures and two abbreviations. */
export const context: RenderContext = {
  t: interfaceOf('en'),
  base: '/',
  address: 'https://wellsourced.example',
  glossary: [
    { term: 'confidence interval', abbreviation: 'CI', meaning: 'A range.', synonyms: [] },
    { term: 'intravenous', abbreviation: 'IV', meaning: 'Into a vein.', synonyms: [] },
    { term: 'placebo', meaning: 'A dummy.', synonyms: [] },
  ],
  sources: new Map(),
  image: async (src) => pictures[src],
};

const pictures: Record<string, ImageInfo> = {
  './label.png': {
    width: 1000,
    height: 500,
    variants: (['avif', 'webp', 'png'] as const).flatMap((format) =>
      [480, 1000].map((width) => ({
        width,
        format,
        href: `/images/x/label.0a1b2c3d-${width}.${format}`,
      })),
    ),
  },
  './flow.svg': {
    width: 480,
    height: 500,
    variants: [{ width: 480, format: 'svg', href: '/images/x/flow.0a1b2c3d.svg' }],
  },
};

export const KINDS = ['md', 'mdx'] as const;

/** Renders the body of a post. */
export function render(
  body: string,
  kind: 'md' | 'mdx' = 'md',
  changes: Partial<RenderContext> = {},
): Promise<RenderedMarkdown> {
  const file = { path: `content/posts/x/index.${kind}`, source: `---\ntitle: X\n---\n\n${body}\n` };
  return renderMarkdown(file, { ...context, ...changes });
}

/** The HTML of the body of a post, in one line. */
export async function html(...given: Parameters<typeof render>): Promise<string> {
  return (await render(...given)).html.replace(/\s*\n\s*/g, '');
}

/** The elements of a tree that a test asks for by tag and perhaps class. */
export function all(tree: Root | Element, tagName: string, className?: string): Element[] {
  const found: Element[] = [];
  eachElement(tree, (element) => {
    const classes = [element.properties.className ?? []].flat();
    if (element.tagName === tagName && (!className || classes.includes(className))) {
      found.push(element);
    }
  });
  return found;
}

export const textOf = proseText;
