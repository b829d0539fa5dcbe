import type { CitationItem } from './citation.ts';
import type { ReadFigure } from './figures/figure.ts';
import { figuresIn } from './language.ts';
import type { Passage } from './passage.ts';
import { sentencesOf } from './sentences.ts';

/** A sentence of an article with the sources it leans on. */
export interface Statement {
  passage: Passage;
  /** Without blanks at its ends. */
  text: string;
  /** Where `text` begins in the passage. */
  start: number;
  /** Sources named in the sentence itself. */
  own: CitationItem[];
  /**
   * Sources that cover its figures: its own; else the next ones in its paragraph, as in prose that tells a
   * study and names it at the end; else those of its row or its component.
   */
  cited: CitationItem[];
  /**
   * Sources that what it claims rests on: its own; else those at the end of its paragraph; else
   * those of its row or component. A citation in mid-paragraph says nothing of what led up to it.
   */
  restsOn: CitationItem[];
  figures: ReadFigure[];
  /** Digits that could not be read as a figure. */
  unread: { text: string; start: number; end: number }[];
  /** Declared calculations, with their place in `text`. */
  calculations: { start: number; end: number; from: string }[];
  /** Neighbours in the same passage, or in the same row or component. */
  before: Statement | undefined;
  after: Statement | undefined;
}

/** The sentences of an article in `language`, in order, each with what it cites. */
export function statementsOf(passages: Passage[], language = 'en'): Statement[] {
  const groups = new Map<number, CitationItem[]>();
  for (const { group, citations } of passages) {
    if (group === undefined) continue;
    const items = citations.flatMap((citation) => citation.items);
    groups.set(group, [...(groups.get(group) ?? []), ...items]);
  }
  const all: Statement[] = [];
  let last: Passage | undefined;
  for (const passage of passages) {
    const statements = cut(passage, language);
    const shared = passage.group === undefined ? [] : groups.get(passage.group)!;
    const closing = statements.at(-1)?.own ?? [];
    let next: CitationItem[] = [];
    for (const statement of statements.toReversed()) {
      if (statement.own.length > 0) next = statement.own;
      statement.cited = next.length > 0 ? next : shared;
      statement.restsOn = [statement.own, closing, shared].find((items) => items.length > 0) ?? [];
    }
    const neighbours = last && last.group !== undefined && last.group === passage.group;
    for (const [index, statement] of statements.entries()) {
      statement.before = statements[index - 1] ?? (neighbours ? all.at(-1) : undefined);
      if (statement.before) statement.before.after = statement;
      all.push(statement);
    }
    last = passage;
  }
  return all;
}

function cut(passage: Passage, language: string): Statement[] {
  const sentences = sentencesOf(passage.text).filter(({ text }) => text.trim() !== '');
  if (sentences.length === 0 && passage.citations.length > 0) {
    // Nothing but a citation: a cell, say.
    sentences.push({ text: '', start: 0, end: passage.text.length });
  }
  return sentences.map((sentence, index) => {
    const blank = sentence.text.length - sentence.text.trimStart().length;
    const start = sentence.start + blank;
    const text = sentence.text.trim();
    const isLast = index === sentences.length - 1;
    // A citation right behind the full stop belongs to the sentence that ends there.
    const end = isLast ? Infinity : sentence.end;
    const from = index === 0 ? -1 : sentence.start;
    const own = passage.citations
      .filter(({ at }) => at > from && at <= end)
      .flatMap(({ items }) => items);
    const { figures, unread } = figuresIn(text, language);
    return {
      passage,
      text,
      start,
      own,
      cited: own,
      restsOn: own,
      figures,
      unread,
      calculations: passage.calculations
        .filter((one) => one.start >= start && one.end <= start + text.length)
        .map((one) => ({ start: one.start - start, end: one.end - start, from: one.from })),
      before: undefined,
      after: undefined,
    };
  });
}
