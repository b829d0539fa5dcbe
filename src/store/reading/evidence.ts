import type { Diagnostic } from '../../lib/diagnostics/diagnostic.ts';
import { diagnose } from '../../lib/diagnostics/diagnose.ts';
import { checkArticle, type EvidenceSummary } from '../../lib/evidence/check-article.ts';
import { clinicalFigures } from '../../lib/evidence/rules/figures.ts';
import { Evidence } from '../../lib/evidence/library.ts';
import type { SourceRecord } from '../../lib/evidence/source.ts';
import type { Leaning } from '../../lib/evidence/views.ts';
import { readFrontMatter } from '../../lib/frontmatter/front-matter.ts';
import { statementsOf } from '../../lib/evidence/statements.ts';
import { Vocabulary, type VocabularyRecord } from '../../lib/evidence/vocabulary.ts';
import { passagesOf } from '../../markdown/passages.ts';
import type { GlossaryTerm, MarkdownFile, ParsedMarkdown } from '../../markdown/types.ts';
import { Memory } from './memory.ts';

/** What an article's front matter says that its evidence depends on. */
export interface Front {
  language: string;
  title: string;
  description: string;
  evidence: 'sourced' | 'personal';
  sensitive?: string[] | undefined;
  disclosure: string;
  draft?: boolean | undefined;
  reviewed?: { claims?: string | undefined } | undefined;
}

/** What the rules found in an article. */
export interface ArticleEvidence {
  diagnostics: Diagnostic[];
  /** Faults that the author answered in place. */
  answered: number;
  summary: EvidenceSummary;
  /** Its sentences that lean on a source. */
  leans: Leaning[];
}

/**
 * Holds the articles against the sources. The result for an article is remembered as long as the
 * article, the sources that it cites, the sides of the questions, and the words of the field stay
 * what they are.
 */
export class ArticleChecks {
  readonly #evidence: Evidence;
  readonly #memory: Memory<ArticleEvidence>;
  readonly #sides: string;
  readonly #keys: string;
  readonly #words: string;
  readonly #records = new Map<string, string>();

  constructor(
    root: string,
    sources: SourceRecord[],
    vocabulary: VocabularyRecord | undefined,
    glossary: GlossaryTerm[],
  ) {
    const known = glossary.flatMap((one) =>
      [one.term, one.abbreviation ?? [], one.synonyms].flat(),
    );
    this.#words = JSON.stringify([vocabulary, known]);
    this.#evidence = new Evidence(sources, new Vocabulary(vocabulary, known));
    this.#memory = new Memory(root, 'evidence.json');
    this.#sides = JSON.stringify([...this.#evidence.against]);
    this.#keys = [...this.#evidence.sources.keys()].join(' ');
  }

  /** `cites` are the keys that the article names, whether they are there or not. */
  check(
    file: MarkdownFile,
    parsed: () => ParsedMarkdown,
    front: Front,
    cites: string[],
  ): ArticleEvidence {
    const unknown = cites.some((key) => !this.#evidence.sources.has(key));
    const parts = [
      file.path,
      file.source,
      front.language,
      this.#sides,
      this.#words,
      // A message proposes the nearest key.
      unknown ? this.#keys : '',
      ...cites.map((key) => this.#record(key)),
    ];
    return this.#memory.recall(parts, () => this.#make(file, parsed(), front));
  }

  save(): void {
    this.#memory.save();
  }

  #record(key: string): string {
    let record = this.#records.get(key);
    if (record === undefined) {
      record = JSON.stringify(this.#evidence.sources.get(key) ?? null);
      this.#records.set(key, record);
    }
    return record;
  }

  #make(file: MarkdownFile, { tree }: ParsedMarkdown, front: Front): ArticleEvidence {
    const passages = passagesOf(tree);
    const statements = statementsOf(passages, front.language);
    const { faults, answered, summary } = checkArticle(
      {
        language: front.language,
        title: front.title,
        description: front.description,
        evidence: front.evidence,
        sensitive: front.sensitive ?? [],
        disclosure: front.disclosure,
        reviewed: front.reviewed,
        passages,
        statements,
      },
      this.#evidence,
    );
    const placeOf = placesIn(file.source);
    const diagnostics = faults.map(({ rule, offset, field, ...wording }) => {
      const place = field
        ? readFrontMatter(file.source, file.path).placeOf([field])
        : placeOf(offset);
      const diagnostic = diagnose(rule, file.path, place, wording);
      // A draft may still lack what it needs.
      return front.draft ? { ...diagnostic, severity: 'warning' as const } : diagnostic;
    });
    const leans = statements.flatMap((statement) => {
      const { own, cited, text, passage } = statement;
      const isTold = own.length > 0 || clinicalFigures(statement).length > 0;
      return !isTold || cited.length === 0 || text === ''
        ? []
        : [
            {
              keys: cited.map(({ key }) => key),
              text: text.replaceAll('\uFFFC', '…'),
              ...(passage.section !== undefined && { section: passage.section }),
            },
          ];
    });
    return { diagnostics, answered, summary, leans };
  }
}

/** Line and column of an offset in a text, both from 1. */
function placesIn(source: string): (offset: number) => { line: number; column: number } {
  const starts = [0];
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1))
    starts.push(at + 1);
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - starts[line]! + 1 };
  };
}
