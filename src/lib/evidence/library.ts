import { calculate } from './calculation.ts';
import type { CitationItem } from './citation.ts';
import type { Value } from './figures/figure.ts';
import type { Cited, FindingRecord, KnownFigure, RecordedFigure, SourceRecord } from './source.ts';
import { normalUnit } from './figures/units.ts';
import { Vocabulary } from './vocabulary.ts';

/** All sources, ready to be asked by the rules. */
export class Evidence {
  readonly sources: Map<string, SourceRecord>;
  /** The words of the publication's field. */
  readonly vocabulary: Vocabulary;
  /** Keys of sources that speak against each question. */
  readonly against: Map<string, string[]>;
  readonly #figures = new Map<SourceRecord | FindingRecord, KnownFigure[]>();

  constructor(sources: SourceRecord[], vocabulary = new Vocabulary()) {
    this.vocabulary = vocabulary;
    this.sources = new Map(sources.map((source) => [source.key, source]));
    this.against = new Map();
    for (const { key, findings = [] } of sources) {
      for (const { question, direction } of findings) {
        if (question === undefined || direction !== 'against') continue;
        this.against.set(question, [...(this.against.get(question) ?? []), key]);
      }
    }
  }

  /** The findings that citations name; all of a source's where none is named. */
  cited(items: CitationItem[]): Cited[] {
    return items.flatMap(({ key, finding }) => {
      const source = this.sources.get(key);
      return (source?.findings ?? [])
        .filter(({ id }) => finding === undefined || id === finding)
        .map((one) => ({ source: source!, finding: one }));
    });
  }

  /** The sources that citations name and that are there, each once. */
  sourcesOf(items: CitationItem[]): SourceRecord[] {
    const keys = new Set(items.map(({ key }) => key));
    return [...keys].flatMap((key) => this.sources.get(key) ?? []);
  }

  /** The figures that citations carry, in normal units: those of the findings and of the source. */
  figures(items: CitationItem[]): KnownFigure[] {
    return [
      ...this.cited(items).flatMap(({ source, finding }) => this.#ofFinding(source, finding)),
      ...this.sourcesOf(items).flatMap((source) => this.#ofSource(source)),
    ];
  }

  #ofFinding(source: SourceRecord, finding: FindingRecord): KnownFigure[] {
    const known = this.#figures.get(finding);
    if (known) return known;
    const recorded = finding.figures ?? [];
    const made: KnownFigure[] = [];
    const values = new Map<string, number>();
    for (const figure of recorded) {
      if (typeof figure.value === 'number' && figure.id) values.set(figure.id, figure.value);
    }
    for (const figure of recorded) {
      const value = figure.value ?? calculate(figure.from ?? '', (name) => values.get(name));
      if (value === undefined) continue;
      if (typeof value === 'number' && figure.id) values.set(figure.id, value);
      made.push(...inNormalUnits(figure, value, source, finding));
    }
    if (finding.n !== undefined) made.push(people(finding.n, source, finding));
    this.#figures.set(finding, made);
    return made;
  }

  #ofSource(source: SourceRecord): KnownFigure[] {
    const known = this.#figures.get(source);
    if (known) return known;
    const made: KnownFigure[] = [];
    if (source.n !== undefined) made.push(people(source.n, source, undefined));
    if (source.issued !== undefined) {
      made.push({
        value: source.issued,
        unit: 'date',
        source,
        finding: undefined,
        of: 'publication',
        arm: undefined,
        id: undefined,
        line: undefined,
      });
    }
    this.#figures.set(source, made);
    return made;
  }
}

function people(n: number, source: SourceRecord, finding: FindingRecord | undefined): KnownFigure {
  const unit = source.subject === 'animals' ? 'animals' : 'people';
  const [of, none] = ['participants', undefined];
  return { value: n, unit, source, finding, of, arm: none, id: none, line: none };
}

function inNormalUnits(
  { unit, of, arm, id, line }: RecordedFigure,
  value: Value | [Value, Value],
  source: SourceRecord,
  finding: FindingRecord,
): KnownFigure[] {
  const normal = normalUnit(unit);
  if (!normal) return [];
  const scale = (one: Value): Value => (typeof one === 'number' ? one * normal.factor : one);
  const scaled: Value | [Value, Value] = Array.isArray(value)
    ? [scale(value[0]), scale(value[1])]
    : scale(value);
  return [{ value: scaled, unit: normal.unit, source, finding, of, arm, id, line }];
}
