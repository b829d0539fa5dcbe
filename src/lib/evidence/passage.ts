import type { CitationItem } from './citation.ts';

/** Where a block of prose stands. */
export type PassageKind =
  'paragraph' | 'heading' | 'item' | 'cell' | 'caption' | 'quotation' | 'note' | 'comparison';

/** A citation in a passage. */
export interface PlacedCitation {
  /** Offset in the passage's text of what stands behind it. */
  at: number;
  /** Offset in the file. */
  offset: number;
  /** As written. */
  value: string;
  items: CitationItem[];
  narrative: boolean;
}

/** "check-ignore figure/uncited: the clinic's own opening hours". */
export interface Ignore {
  rule: string;
  /** Empty when none was given: then it does not count. */
  reason: string;
  /** Offset in the file. */
  offset: number;
}

/** One block of prose of an article, without its marks. */
export interface Passage {
  kind: PassageKind;
  /** The words. Citations leave nothing behind; a citation in the running text leaves `\uFFFC`. */
  text: string;
  /** Pairs [offset in `text`, offset in the file], each the beginning of a run. */
  map: [number, number][];
  citations: PlacedCitation[];
  calculations: { start: number; end: number; from: string }[];
  /** Passages of one row of a table, or of one component: they share their citations. */
  group?: number;
  ignores: Ignore[];
  /** Id of the heading that it stands under. */
  section?: string;
}

/** Offset in the file of an offset in the passage's text. */
export function fileOffset({ map }: Passage, offset: number): number {
  let best = map[0] ?? [0, 0];
  for (const run of map) {
    if (run[0] > offset) break;
    best = run;
  }
  return best[1] + (offset - best[0]);
}

/** A passage of nothing but words. */
export function plainPassage(text: string): Passage {
  return { kind: 'paragraph', text, map: [[0, 0]], citations: [], calculations: [], ignores: [] };
}
