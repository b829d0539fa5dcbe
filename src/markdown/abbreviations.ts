import type { Element, ElementContent, Parents, Root, Text } from 'hast';
import { h } from 'hastscript';
import { hasClass, idsOf, takeId } from './elements.ts';
import { PopupPlacer } from './popups.ts';
import type { RenderContext } from './types.ts';

/**
 * Abbreviations of the glossary where they first stand in an article: an `<abbr>` with its full form,
 * and a button laid over it that opens the full form and the meaning. `title` alone is reached only
 * with a mouse. The word itself is not in the button, because reader views drop buttons.
 *
 *   <span class="term"><abbr title="confidence interval">CI</abbr><button type="button"
 *     class="term-button" popovertarget="ws-term-ci" aria-label="What CI stands for"></button></span>
 *   <div class="term-popup" id="ws-term-ci" popover="auto" role="note" aria-label="CI">
 *     <p><strong>confidence interval</strong></p><p>The range of …</p></div>
 *
 * What the style sheet has to do: `.term` is positioned and does not break; `.term-button` fills it
 * (`position: absolute; inset: 0`, at least 24 by 24 pixels, transparent, no border), and is gone in
 * print and in `@supports not selector(:popover-open)`; `.term-popup` looks like `.note-popup`.
 */

/** No abbreviation is explained in these. */
const NOT_IN = new Set('h1 h2 h3 h4 h5 h6 a code pre abbr button label summary svg'.split(' '));
const NOT_IN_CLASSES = ['note-ref', 'note-popup', 'footnotes', 'aside-title'];

/** `IV` in `phase IV` is a number; so it is after a hyphen, as in `DSM-IV`. */
const ROMAN = /^(?=.)X{0,3}(?:IX|IV|V?I{0,3})$/;
const COUNTED =
  /(?:phase|type|stage|grade|part|class|chapter|volume|section|category|schedule|factor|axis|table|figure|appendix|edition)[\s\u00a0]$/i;

interface Short {
  abbreviation: string;
  term: string;
  meaning: string;
}

/** A rehype step; comes after the links and the notes. */
export function abbreviations({ glossary, t }: Pick<RenderContext, 'glossary' | 't'>) {
  const known = new Map<string, Short>();
  for (const { abbreviation, term, meaning } of glossary) {
    if (abbreviation) known.set(abbreviation, { abbreviation, term, meaning });
  }
  const words = [...known.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:${words.join('|')})(?=s?(?![\\p{L}\\p{N}]))`,
    'gu',
  );

  return (tree: Root): void => {
    if (known.size === 0) return;
    const found = new Map<string, { around: Parents[]; element: Element }>();

    const visit = (parent: Parents, outside: Parents[]): void => {
      const around = [...outside, parent];
      const children = parent.children as ElementContent[];
      parent.children = children.flatMap((child): ElementContent[] => {
        if (child.type === 'text') return mark(child, around);
        if (child.type === 'element' && !isClosed(child)) visit(child, around);
        return [child];
      });
    };

    const mark = (text: Text, around: Parents[]): ElementContent[] => {
      const pieces: ElementContent[] = [];
      let done = 0;
      for (const { 0: word, index } of text.value.matchAll(pattern)) {
        const counted = ROMAN.test(word) && COUNTED.test(text.value.slice(0, index));
        if (found.has(word) || counted) continue;
        const element = h('span', { className: ['term'] });
        found.set(word, { around, element });
        pieces.push({ type: 'text', value: text.value.slice(done, index) }, element);
        done = index + word.length;
      }
      if (done === 0) return [text];
      return [...pieces, { type: 'text', value: text.value.slice(done) }];
    };

    visit(tree, []);
    if (found.size === 0) return;
    const ids = idsOf(tree);
    const placer = new PopupPlacer();
    for (const [word, { around, element }] of found) {
      const { term, meaning } = known.get(word)!;
      const id = takeId(ids, `ws-term-${word.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`);
      element.children = [
        h('abbr', { title: term }, word),
        h('button', {
          type: 'button',
          className: ['term-button'],
          popoverTarget: id,
          ariaLabel: t.say(t.words.prose.standsFor, { word }),
        }),
      ];
      const popup = h(
        'div',
        {
          className: ['term-popup'],
          id,
          popover: 'auto',
          role: 'note',
          ariaLabel: word,
          dataPagefindIgnore: '',
        },
        h('p', h('strong', term)),
        h('p', meaning),
      );
      placer.place(popup, around, element);
    }
  };
}

function isClosed(element: Element): boolean {
  return (
    NOT_IN.has(element.tagName) || NOT_IN_CLASSES.some((className) => hasClass(element, className))
  );
}
