import type { Element, ElementContent, Parents, Root } from 'hast';
import { h } from 'hastscript';
import type { FootnoteReference } from 'mdast';
import { defaultHandlers, type Options } from 'remark-rehype';
import type { VFile } from 'vfile';
import type { Interface } from '../lib/interface/interface.ts';
import { eachElement, hasClass, idsOf, replaceChild, takeId } from './elements.ts';
import { noteAt, type NoteMark } from './marks.ts';
import { PopupPlacer } from './popups.ts';
import type { RenderContext } from './types.ts';

/**
 * Footnotes. The mark opens its note beside it with the popover attribute and no script; at the end
 * stands the plain list, for print, feeds, reader views and browsers without popovers.
 *
 *   <span class="note-ref" id="noteref-smith">
 *     <button type="button" popovertarget="note-3-popup" aria-label="Note 3">[3]</button>
 *     <a href="#note-smith" aria-label="Note 3">[3]</a>
 *   </span>
 *   <div class="note-popup" id="note-3-popup" popover="auto" role="note" aria-label="Note 3" data-note="3">…</div>
 *   <section class="footnotes" data-footnotes aria-labelledby="notes">
 *     <div class="heading heading-2"><h2 id="notes">Notes</h2>…</div>
 *     <ol><li id="note-smith"><p>… <span class="note-backs"><a class="note-back" href="#noteref-smith">↩</a></span></p></li></ol>
 *   </section>
 *
 * What the style sheet has to do:
 * - `.note-ref button`: no border, at least 24 by 24 pixels, not raised (a raised 3 behind a figure
 *   reads as a power). `.note-ref a`: hidden, but shown in place of the button in
 *   `@supports not selector(:popover-open)` and, if wanted, in print. Reader views drop buttons and
 *   keep the link, which is why both are there.
 * - `.note-popup`: beside its button (which is its implicit anchor) in browsers that can, else in the
 *   middle; never wider than the screen. It stands right behind the block with the first mark of the
 *   note, so a wide page can show it in the margin: `.note-popup:not(:popover-open) { display: block;
 *   position: static; float: … }`, with its number from `attr(data-note)`.
 * - `.note-back`: at least 24 by 24 pixels. `.note-ref:target`, `.footnotes li:target`: marked.
 *
 * Where an article cites sources, which have numbers, its notes have letters, and the section has
 * `data-lettered`.
 *
 * The class `note-popup` is also what makes reader views (Mozilla's Readability) leave the popups
 * out, so that they do not show each note twice: they drop whatever is named like a popup.
 */

declare module 'vfile' {
  interface DataMap {
    notes: number;
  }
}

/** Options for remark-rehype: marks become placeholders, so that headings take no id from a number. */
export const footnoteOptions: Options = {
  footnoteLabelProperties: {},
  clobberPrefix: '',
  handlers: {
    footnoteReference(state, node: FootnoteReference): NoteMark {
      defaultHandlers.footnoteReference(state, node);
      const number = state.footnoteOrder.indexOf(node.identifier.toUpperCase()) + 1;
      const mark: NoteMark = { type: 'noteMark', number };
      state.patch(node, mark);
      return mark;
    },
  },
};

interface Mark {
  element: Element;
  around: Parents[];
  id: string;
}

/** The rehype step that draws marks, popups and the list. Counts them in `file.data.notes`. */
export function footnotes({ t }: Pick<RenderContext, 't'>) {
  return (tree: Root, file: VFile): void => {
    // The last: one that the author wrote comes before it, and none is ours where there is no mark.
    const section = !holdsNotes(tree)
      ? undefined
      : tree.children.findLast(
          (child): child is Element =>
            child.type === 'element' &&
            hasClass(child, 'footnotes') &&
            !hasClass(child, 'references'),
        );
    const items = section ? drawSection(tree, section, t) : [];
    file.data.notes = items.length;
    if (items.length === 0) return;

    const ids = idsOf(tree);
    // Where numbers mean sources, notes have letters.
    const lettered = (file.data.cited ?? []).length > 0;
    const notes = items.map((item, index) => {
      const label = String(item.properties.id).replace(/^fn-/, '');
      ids.delete(String(item.properties.id));
      const id = takeId(ids, `note-${label}`);
      item.properties.id = id;
      // By number: a label may hold a word that keeps reader views from dropping the popup.
      const popupId = takeId(ids, `note-${index + 1}-popup`);
      const name = lettered ? letters(index) : String(index + 1);
      return { item, name, label, id, popupId, marks: [] as Mark[] };
    });

    eachElement(tree, (element, around) => {
      const mark = noteAt(element);
      const note = mark && notes[mark.number - 1];
      if (!note) return;
      const place = note.marks.length + 1;
      const id = takeId(ids, `noteref-${note.label}${place > 1 ? `-${place}` : ''}`);
      note.marks.push({ element, around, id });
      element.properties = { className: ['note-ref'], id, dataPagefindIgnore: '' };
      const [ariaLabel, shown] = [t.say(t.words.prose.note, { name: note.name }), `[${note.name}]`];
      element.children = [
        // A word joiner: the mark does not begin a line.
        { type: 'text', value: '\u2060' },
        h('button', { type: 'button', popoverTarget: note.popupId, ariaLabel }, shown),
        h('a', { href: `#${note.id}`, ariaLabel }, shown),
      ];
    });

    const placer = new PopupPlacer();
    for (const { item, name, popupId, marks } of notes) {
      const [first] = marks;
      if (first) placer.place(popupFor(item, name, popupId, t), first.around, first.element);
    }
    for (const { item, name, marks } of notes) appendBackLinks(item, name, marks, t);
    if (lettered) section!.properties.dataLettered = '';
  };
}

function holdsNotes(tree: Root): boolean {
  let found = false;
  eachElement(tree, (element) => {
    found ||= noteAt(element) !== undefined;
  });
  return found;
}

/** 0 is a, 25 is z, 26 is aa. */
function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/** Makes the section ours: its heading's id, and items without the links back that GFM adds. */
function drawSection(tree: Root, section: Element, t: Interface): Element[] {
  const heading = section.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'h2',
  )!;
  heading.children = [{ type: 'text', value: t.words.prose.notes }];
  delete heading.properties.id;
  heading.properties.id = takeId(idsOf(tree), 'notes');
  section.properties = {
    className: ['footnotes'],
    dataFootnotes: '',
    ariaLabelledBy: [heading.properties.id],
  };
  const items: Element[] = [];
  eachElement(section, (element, around) => {
    if (element.tagName === 'li' && around.length === 2) items.push(element);
    if (element.properties.dataFootnoteBackref !== undefined) {
      const siblings = around.at(-1)!.children;
      const before = siblings[siblings.indexOf(element) - 1];
      if (before?.type === 'text') before.value = before.value.trimEnd();
      replaceChild(around.at(-1)!, element);
    }
  });
  return items;
}

function popupFor(item: Element, name: string, id: string, t: Interface): Element {
  const content = structuredClone(item.children);
  const popup = h(
    'div',
    {
      className: ['note-popup'],
      id,
      popover: 'auto',
      role: 'note',
      ariaLabel: t.say(t.words.prose.note, { name }),
      dataNote: name,
      dataPagefindIgnore: '',
    },
    content,
  );
  eachElement(popup, ({ properties }) => {
    delete properties.id;
  });
  return popup;
}

function appendBackLinks(item: Element, name: string, marks: Mark[], t: Interface): void {
  const { noteBack, noteBackPlace } = t.words.prose;
  const many = marks.length > 1;
  const links = marks.flatMap(({ id }, index): ElementContent[] => {
    const place = index + 1;
    const link = h(
      'a',
      {
        className: ['note-back'],
        href: `#${id}`,
        ariaLabel: t.say(many ? noteBackPlace : noteBack, { name, place, places: marks.length }),
      },
      // The second sign asks for the arrow as text: some telephones draw an emoji.
      many ? `↩\ufe0e${place}` : '↩\ufe0e',
    );
    return [{ type: 'text', value: ' ' }, link];
  });
  const backs = h('span', { className: ['note-backs'], dataPagefindIgnore: '' }, links);
  const last = item.children.findLast(({ type }) => type === 'element') as Element | undefined;
  if (last?.tagName === 'p') last.children.push(backs);
  else item.children.push(h('p', backs));
}
