import type { Root as HastRoot } from 'hast';
import type { Root as MdastRoot } from 'mdast';
import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { abbreviations } from './abbreviations.ts';
import { citationHandlers, citations } from './citations/resolve.ts';
import { codeBlocks } from './code-blocks.ts';
import { dropComments } from './comments.ts';
import { components } from './mdx-components/resolve.ts';
import { footnoteOptions, footnotes } from './footnotes.ts';
import { findForbiddenHtml } from './html/forbidden.ts';
import { findTornHtml } from './html/structure.ts';
import { headingLinks } from './headings.ts';
import { links } from './links.ts';
import { placeMarks } from './marks.ts';
import { parseMdx } from './mdx/parse.ts';
import { markdown } from './parsers.ts';
import { pictures } from './pictures.ts';
import { rawHtml } from './raw-html.ts';
import { smartPunctuation } from './smart-punctuation.ts';
import { blankFrontMatter } from './source.ts';
import { tables } from './tables.ts';
import { taskLists } from './task-lists.ts';
import { proseText } from './text.ts';
import type { MarkdownFile, ParsedMarkdown, RenderContext, RenderedMarkdown } from './types.ts';

const MDX_NODES = [
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
  'mdxFlowExpression',
  'mdxTextExpression',
  'mdxjsEsm',
] as const;

/**
 * The one way from Markdown to HTML, for pages, feeds, search and `npm run check` alike. `.mdx` goes
 * the same way as `.md`: its tags are drawn by a step like any other (`components`).
 *
 * To add a syntax, put its extension into `parsers.ts`, let a remark step mark (`data.hName` and
 * `data.hProperties` on the node), and let a rehype step resolve the marks.
 */
function createRenderer(context: RenderContext) {
  return (
    unified()
      // Markdown
      .use(dropComments)
      .use(smartPunctuation)
      .use(remarkRehype, {
        ...footnoteOptions,
        handlers: { ...footnoteOptions.handlers, ...citationHandlers },
        allowDangerousHtml: true,
        passThrough: [...MDX_NODES],
      })
      // HTML
      .use(rawHtml)
      .use(components, context)
      .use(placeMarks)
      .use(rehypeSlug)
      .use(taskLists, context)
      .use(tables, context)
      .use(codeBlocks)
      .use(links, context)
      .use(pictures, context)
      .use(citations, context)
      .use(footnotes, context)
      .use(abbreviations, context)
      .use(headingLinks, context)
      .use(rehypeStringify)
      .freeze()
  );
}

/** One renderer for each context: putting one together takes longer than a short article. */
const renderers = new WeakMap<RenderContext, ReturnType<typeof createRenderer>>();

/**
 * Parses a file. Never throws: what MDX cannot read is reported in `diagnostics` (`mdx/syntax`,
 * `mdx/import`, `mdx/component`), and the tree holds the rest. Positions are those of the file.
 */
export function parseMarkdown(file: MarkdownFile): ParsedMarkdown {
  const source = blankFrontMatter(file.source);
  if (file.path.endsWith('.mdx')) return parseMdx(file.path, source);
  return { tree: markdown.parse(source), diagnostics: [] };
}

/**
 * Renders a file. Throws an Error that begins with file, line and column when it cannot: MDX that
 * does not parse, a picture that is not there, HTML that the site refuses.
 */
export async function renderMarkdown(
  file: MarkdownFile,
  context: RenderContext,
): Promise<RenderedMarkdown> {
  const { tree, diagnostics } = parseMarkdown(file);
  const [fault] = diagnostics.filter(({ severity }) => severity === 'error');
  if (fault) {
    const { line, column, found, expected, fix } = fault;
    throw new Error(`${fault.file}:${line}:${column}: ${found} ${expected} ${fix}`);
  }
  refuseHtml(tree as MdastRoot, file.path);
  let renderer = renderers.get(context);
  if (!renderer) renderers.set(context, (renderer = createRenderer(context)));
  const vfile = new VFile({ path: file.path, value: file.source });
  const hast = (await renderer.run(tree as MdastRoot, vfile)) as HastRoot;
  return {
    html: renderer.stringify(hast),
    hast,
    headings: vfile.data.headings ?? [],
    text: proseText(hast),
    notes: vfile.data.notes ?? 0,
    cited: vfile.data.cited ?? [],
  };
}

/** `check` reports it earlier and better; this is for what comes here without it. */
function refuseHtml(tree: MdastRoot, path: string): void {
  const [torn] = findTornHtml(tree);
  if (torn) {
    const { line, column, found, expected, fix } = torn;
    throw new Error(`${path}:${line}:${column}: ${found} ${expected} ${fix}`);
  }
  const [forbidden] = findForbiddenHtml(tree);
  if (forbidden) {
    const { line, column, what, why, fix } = forbidden;
    throw new Error(`${path}:${line}:${column}: ${what}. ${why} ${fix}`);
  }
}
