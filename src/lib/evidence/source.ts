import type { Figure, Value } from './figures/figure.ts';

/** GRADE's words for how sure one can be, the surest first. */
export const CERTAINTY = ['high', 'moderate', 'low', 'very low'] as const;
export type Certainty = (typeof CERTAINTY)[number] | 'not graded';

/** One number of a finding, as its file records it. */
export interface RecordedFigure {
  value?: Value | [Value, Value] | undefined;
  unit: string;
  of: string;
  arm?: string | undefined;
  id?: string | undefined;
  /** Instead of a value: how it follows from others of the finding. */
  from?: string | undefined;
  /** Line in the file, from 1. */
  line?: number | undefined;
}

/** One result of a source. See `src/schemas/finding.ts` for what each field means. */
export interface FindingRecord {
  id: string;
  says: string;
  quote?: { text: string; at: string } | undefined;
  figures?: RecordedFigure[] | undefined;
  population?: string | undefined;
  n?: number | undefined;
  comparator?: string | undefined;
  route?: string | undefined;
  dose?: string | undefined;
  outcome?: string | undefined;
  time?: string | undefined;
  certainty: Certainty;
  direction: 'for' | 'against' | 'none';
  question?: string | undefined;
  seen: 'title' | 'abstract' | 'full text';
  on: string;
}

/** A source with what it found. See `src/schemas/source.ts`. */
export interface SourceRecord {
  key: string;
  file: string;
  title: string;
  design: string;
  details?: string | undefined;
  subject: 'people' | 'animals' | 'cells' | 'none';
  population?: string | undefined;
  conditions?: string[] | undefined;
  n?: number | undefined;
  issued?: string | undefined;
  DOI?: string | undefined;
  PMID?: string | undefined;
  URL?: string | undefined;
  'container-title'?: string | undefined;
  note?: string | undefined;
  volume?: string | undefined;
  page?: string | undefined;
  status?:
    | {
        is: 'current' | 'corrected' | 'concern' | 'retracted';
        checked: string;
        where: string;
        notice?: string | undefined;
        says?: string | undefined;
      }
    | undefined;
  findings?: FindingRecord[] | undefined;
}

/** A finding with the source that it belongs to. */
export interface Cited {
  source: SourceRecord;
  finding: FindingRecord;
}

/** A recorded figure in normal units, with what it belongs to. */
export interface KnownFigure extends Figure {
  source: SourceRecord;
  /** Undefined for what the source says of itself: how many took part. */
  finding: FindingRecord | undefined;
  of: string;
  arm: string | undefined;
  id: string | undefined;
  /** Line in the source's file, from 1. */
  line: number | undefined;
}
