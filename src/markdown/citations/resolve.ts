import type { Element, ElementContent, Parents, Root } from 'hast';
import { h } from 'hastscript';
import type { Handlers } from 'mdast-util-to-hast';
import type { VFile } from 'vfile';
import { referenceLine } from '../../lib/cite/reference.ts';
import type { CitationItem } from '../../lib/evidence/citation.ts';
import type { FindingRecord } from '../../lib/evidence/source.ts';
import {
  authorsInText,
  certaintyLine,
  seenLine,
  shortName,
  sourceLink,
  sourceRecord,
  statusLine,
  studyLine,
  type Source,
} from '../../lib/evidence/source-words.ts';
import type { Interface } from '../../lib/interface/interface.ts';
import { eachElement, idsOf, takeId } from '../elements.ts';
import { placeOf } from '../place.ts';
import { citationAt, type CitationMark } from '../marks.ts';
import { PopupPlacer } from '../popups.ts';
import type { RenderContext } from '../types.ts';
import type { Calculation, Citation } from './nodes.ts';

/**
 * Citations in the page. Like a note, a citation is a mark that opens a card beside it without
 * script, and the list of sources at the end for print, feeds and browsers without popovers:
 *
 *   <span class="note-ref cite" id="noteref-doe2020">
 *     <button type="button" popovertarget="source-1-card" aria-label="Source 1: Doe 2020">[1]</button>
 *     <a href="#note-doe2020" aria-label="Source 1: Doe 2020">[1]</a>
 *   </span>
 *   <div class="note-popup source-card" id="source-1-card" popover="auto" role="note">…</div>
 *   <section class="footnotes references"><h2 id="sources">Sources</h2>
 *     <ol><li id="note-doe2020">… <span class="note-backs">…</span></li></ol></section>
 *
 * Classes and ids are those of the notes (`../footnotes.ts`), so that one style sheet and one way
 * into the feeds serve both. Sources are numbered in the order of first mention.
 */

declare module 'vfile' {
  interface DataMap {
    /** Keys of the sources cited, in the order of the list. */
    cited: string[];
  }
}

/** For remark-rehype: citations become placeholders, to be filled when ids are known. */
export const citationHandlers: Handlers = {
  citation(state, node: Citation): CitationMark {
    const mark: CitationMark = {
      type: 'citationMark',
      items: node.items,
      narrative: node.narrative,
    };
    state.patch(node, mark);
    return mark;
  },
  calculation(_state, node: Calculation): ElementContent {
    return { type: 'text', value: node.value };
  },
};

/** One source of the list. */
interface Entry {
  source: Source;
  number: number;
  /** Id of its place in the list. */
  id: string;
  /** Ids of the marks in the text. */
  marks: string[];
}

/** One card: a source, and the finding that was cited, if one was named. */
interface Card {
  id: string;
  placed: boolean;
}

/** The rehype step that draws marks, cards and the list. Comes before the notes. */
export function citations({ sources, base, t }: RenderContext) {
  return (tree: Root, file: VFile): void => {
    file.data.cited = [];
    const ids = idsOf(tree);
    const entries = new Map<string, Entry>();
    const cards = new Map<string, Card>();
    const placer = new PopupPlacer();

    const marks: { element: Element; around: Parents[]; mark: CitationMark }[] = [];
    eachElement(tree, (element, around) => {
      const mark = citationAt(element);
      if (mark) marks.push({ element, around, mark });
    });
    for (const {
      element,
      around,
      mark: { items, narrative },
    } of marks) {
      const buttons = items.flatMap((item): ElementContent[] => {
        const source = sources.get(item.key);
        if (!source) {
          throw new Error(
            `${placeOf(element, file)}: There is no source "${item.key}". Run npm run check.`,
          );
        }
        let entry = entries.get(item.key);
        if (!entry) {
          entry = {
            source,
            number: entries.size + 1,
            id: takeId(ids, `note-${item.key}`),
            marks: [],
          };
          entries.set(item.key, entry);
        }
        const name = `${item.key}#${item.finding ?? ''}`;
        let card = cards.get(name);
        if (!card) {
          const suffix = item.finding ? `-${item.finding}` : '';
          card = { id: takeId(ids, `source-${entry.number}${suffix}-card`), placed: false };
          cards.set(name, card);
        }
        if (!card.placed) {
          placer.place(cardFor(entry, item, card.id, base, t), around, element);
          card.placed = true;
        }
        return markFor(entry, item, card.id, t);
      });
      const number = entries.get(items[0]!.key)!.marks.length + 1;
      const id = takeId(ids, `noteref-${items[0]!.key}${number > 1 ? `-${number}` : ''}`);
      for (const { key } of items) entries.get(key)!.marks.push(id);
      element.properties = { className: ['note-ref', 'cite'], id, dataPagefindIgnore: '' };
      const [first] = items;
      // A word joiner: the mark does not begin a line.
      element.children = [{ type: 'text', value: '\u2060' }, ...buttons];
      if (narrative) before(around, element, `${authorsInText(sources.get(first!.key)!, t)}\u00a0`);
    }
    if (entries.size === 0) return;
    file.data.cited = [...entries.keys()];
    tree.children.push(list([...entries.values()], takeId(ids, 'sources'), base, t));
  };
}

function before(around: Parents[], element: Element, value: string): void {
  const siblings = around.at(-1)!.children as ElementContent[];
  siblings.splice(siblings.indexOf(element), 0, { type: 'text', value });
}

function markFor(
  { source, number, id }: Entry,
  item: CitationItem,
  cardId: string,
  t: Interface,
): ElementContent[] {
  const marker = t.say(t.words.sources.marker, { number, name: shortName(source) });
  const ariaLabel = `${marker}${item.locator ? `, ${item.locator}` : ''}`;
  const shown = `[${number}${item.locator ? `, ${item.locator}` : ''}]`;
  return [
    h('button', { type: 'button', popoverTarget: cardId, ariaLabel }, shown),
    h('a', { href: `#${id}`, ariaLabel }, shown),
  ];
}

function cardFor(
  { source, number, id }: Entry,
  item: CitationItem,
  cardId: string,
  base: string,
  t: Interface,
): Element {
  const words = t.words.sources;
  const findings = (source.findings ?? []).filter(
    (finding) => item.finding === undefined || finding.id === item.finding,
  );
  const status = statusLine(source, t);
  const link = sourceLink(source);
  return h(
    'div',
    {
      className: ['note-popup', 'source-card'],
      id: cardId,
      popover: 'auto',
      role: 'note',
      ariaLabel: t.say(words.marker, { number, name: shortName(source) }),
      dataPagefindIgnore: '',
    },
    [
      h('p', { className: ['source-kind'] }, studyLine(source, t)),
      h('p', [h('cite', source.title)]),
      ...(status ? [h('p', { className: ['source-status'] }, status)] : []),
      ...findings.slice(0, 3).flatMap((finding) => findingLines(finding, t)),
      ...(source.funding ? [h('p', t.say(words.paidForBy, { funding: source.funding }))] : []),
      h('p', { className: ['source-links'] }, [
        ...(link ? [outside(link), ' · '] : []),
        h('a', { href: `${base}sources/${source.key}/` }, words.everything),
        ' · ',
        h('a', { href: `#${id}` }, words.inList),
      ]),
    ],
  );
}

function findingLines(finding: FindingRecord, t: Interface): Element[] {
  const facts = [certaintyLine(finding, t), seenLine(finding, t)].filter(
    (line) => line !== undefined,
  );
  return [h('p', finding.says), h('p', { className: ['source-facts'] }, facts.join(' '))];
}

function outside({ href, text }: { href: string; text: string }): Element {
  return h('a', { href, rel: ['noopener', 'noreferrer'] }, text);
}

function list(entries: Entry[], id: string, base: string, t: Interface): Element {
  return h(
    'section',
    { className: ['footnotes', 'references'], ariaLabelledBy: [id], dataPagefindIgnore: '' },
    [
      h('h2', { id }, t.words.lists.sources),
      h(
        'ol',
        entries.map((entry) => item(entry, base, t)),
      ),
    ],
  );
}

function item({ source, number, id, marks }: Entry, base: string, t: Interface): Element {
  const link = sourceLink(source);
  const status = statusLine(source, t);
  return h('li', { id }, [
    h('p', [
      ...reference(source, t),
      ...(link ? [' ', outside(link)] : []),
      ' ',
      h('span', { className: ['source-kind'] }, `${studyLine(source, t)}.`),
      ...(status ? [' ', h('strong', status)] : []),
      ' ',
      h('a', { href: `${base}sources/${source.key}/` }, t.words.sources.ours),
      h('span', { className: ['note-backs'], dataPagefindIgnore: '' }, backs(marks, number, t)),
    ]),
  ]);
}

/** The reference without its address, the journal in italics. */
function reference(source: Source, t: Interface): ElementContent[] {
  const none = { DOI: undefined, PMID: undefined, PMCID: undefined, URL: undefined };
  const line = referenceLine({ ...sourceRecord(source), ...none }, t);
  const journal = source['container-title'];
  const at = journal ? line.indexOf(journal, line.indexOf(source.title) + source.title.length) : -1;
  if (!journal || at === -1) return [{ type: 'text', value: line }];
  return [
    { type: 'text', value: line.slice(0, at) },
    h('em', journal),
    { type: 'text', value: line.slice(at + journal.length) },
  ];
}

function backs(marks: string[], number: number, t: Interface): ElementContent[] {
  const { back, backPlace } = t.words.sources;
  const many = marks.length > 1;
  return marks.flatMap((mark, index): ElementContent[] => [
    { type: 'text', value: ' ' },
    h(
      'a',
      {
        className: ['note-back'],
        href: `#${mark}`,
        ariaLabel: t.say(many ? backPlace : back, {
          number,
          place: index + 1,
          places: marks.length,
        }),
      },
      // The second sign asks for the arrow as text: some telephones draw an emoji.
      many ? `↩\ufe0e${index + 1}` : '↩\ufe0e',
    ),
  ]);
}
