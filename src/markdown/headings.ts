import GithubSlugger from 'github-slugger';
import type { Root as HastRoot } from 'hast';
import { h } from 'hastscript';
import type { Nodes, Parents, Root as MdastRoot } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { isCitation } from './citations/nodes.ts';
import { eachElement, replaceChild } from './elements.ts';
import { smartPunctuation } from './smart-punctuation.ts';
import { proseText } from './text.ts';
import type { Heading, RenderContext } from './types.ts';

declare module 'vfile' {
  interface DataMap {
    headings: Heading[];
  }
}

const RANK = /^h([1-6])$/;

/**
 * A rehype step, after rehype-slug: hands the headings on in `file.data.headings`, and gives each
 * of h2 to h6 a visible link to itself:
 *
 *   <div class="heading"><h2 id="the-heart">The heart</h2>
 *   <a class="heading-link" href="#the-heart" aria-label="Link to this section: The heart">#</a></div>
 *
 * The link stands beside the heading and not in it: a screen reader would read its name as part of
 * each heading, and a search would show it. The `div` also has the class `heading-2` to `heading-6`.
 */
export function headingLinks({ t }: Pick<RenderContext, 't'>) {
  return (tree: HastRoot, file: VFile): void => {
    const headings: Heading[] = [];
    eachElement(tree, (element, around) => {
      const depth = Number(RANK.exec(element.tagName)?.[1]);
      if (!depth) return;
      const text = proseText(element);
      const id = String(element.properties.id);
      headings.push({ depth, id, text });
      if (depth === 1 || around.some((node) => 'tagName' in node && node.tagName === 'summary'))
        return;
      const link = h(
        'a',
        {
          className: ['heading-link'],
          href: `#${encodeURIComponent(id)}`,
          ariaLabel: t.say(t.words.prose.sectionLink, { text }),
          dataPagefindIgnore: '',
        },
        '#',
      );
      const wrapper = h('div', { className: ['heading', `heading-${depth}`] }, element, link);
      replaceChild(around.at(-1)!, element, wrapper);
    });
    file.data.headings = headings;
  };
}

/**
 * The headings of a parsed file with the ids that they get on the page, for checks that need no
 * HTML. The tree is left as it is. Headings in raw HTML and the one above the notes are not seen.
 */
export function headingsOf(tree: MdastRoot): Heading[] {
  const slugger = new GithubSlugger();
  const set = smartPunctuation();
  const found: Heading[] = [];
  const visit = (parent: Parents): void => {
    for (const child of parent.children as Nodes[]) {
      if (child.type === 'heading') {
        const copy: MdastRoot = { type: 'root', children: [structuredClone(child)] };
        set(copy);
        emptyCitations(copy);
        const words = toString(copy, { includeHtml: false, includeImageAlt: false });
        found.push({ depth: child.depth, id: slugger.slug(words), text: proseText(copy) });
      } else if ('children' in child && child.type !== 'footnoteDefinition') visit(child);
    }
  };
  visit(tree);
  return found;
}

/** A mark is no part of the words that a heading's id is made of. */
function emptyCitations(node: Nodes): void {
  if (isCitation(node)) node.value = '';
  else if ('children' in node) node.children.forEach(emptyCitations);
}
