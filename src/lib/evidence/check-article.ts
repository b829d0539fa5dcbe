import type { Article, Check, Fault } from './article.ts';
import type { Evidence } from './library.ts';
import { citations } from './rules/citations.ts';
import { claims } from './rules/claims.ts';
import { doses } from './rules/doses.ts';
import { clinicalFigures, figures } from './rules/figures.ts';
import { languages } from './rules/languages.ts';
import { pages, records } from './rules/pages.ts';
import { people } from './rules/people.ts';
import { sides } from './rules/sides.ts';
import { plainPassage, type Ignore } from './passage.ts';
import { readsProse } from './language.ts';
import { statementsOf } from './statements.ts';

/** Rules that hold in any language, and those that read English prose. */
const EVERYWHERE: Check[] = [citations, figures, records, languages];
const IN_PROSE: Check[] = [claims, sides, doses, people, pages];

/** What the check of an article comes to. */
export interface Checked {
  faults: Fault[];
  /** Faults that the author answered, with a reason. */
  answered: number;
  /** What readers see of it. */
  summary: EvidenceSummary;
}

/** "14 figures checked against 9 sources: 4 trials, 2 reviews", in numbers. */
export interface EvidenceSummary {
  /** Clinical figures in sentences that cite a source. */
  figures: number;
  /** Sources cited, by their design, the most first. */
  designs: { design: string; count: number }[];
  /** Sentences that cite opinions alone. */
  opinions: number;
}

/** Runs all rules over an article. Faults come in the order of the file. */
export function checkArticle(article: Article, evidence: Evidence): Checked {
  const all = [
    ...checksFor(article, EVERYWHERE, IN_PROSE).flatMap((check) => check(article, evidence)),
    ...headFaults(article, evidence),
  ];
  const { kept, answered } = answer(all, article);
  kept.sort((a, b) => a.offset - b.offset || (a.rule < b.rule ? -1 : 1));
  return { faults: kept, answered, summary: summarise(article, evidence) };
}

/** Rules that also hold for the title and the description, which readers of lists and feeds see. */
const HEAD_EVERYWHERE: Check[] = [figures];
const HEAD_IN_PROSE: Check[] = [claims, people];

function checksFor({ language = 'en' }: Article, everywhere: Check[], inProse: Check[]): Check[] {
  return readsProse(language) ? [...everywhere, ...inProse] : everywhere;
}

/** Title and description cannot cite, so they lean on all that the article cites. */
function headFaults(article: Article, evidence: Evidence): Fault[] {
  const items = article.passages.flatMap(({ citations: all }) => all.flatMap((one) => one.items));
  return (['title', 'description'] as const).flatMap((field) => {
    const passages = [plainPassage(article[field] ?? '')];
    const statements = statementsOf(passages, article.language);
    for (const statement of statements) {
      statement.cited = statement.restsOn = items;
      // "Five questions to ask", "Part 2"
      statement.figures = statement.figures.filter(({ unit }) => unit !== 'number');
    }
    return checksFor(article, HEAD_EVERYWHERE, HEAD_IN_PROSE)
      .flatMap((check) => check({ ...article, passages, statements }, evidence))
      .map((fault): Fault => ({ ...fault, offset: 0, field }));
  });
}

/** Takes out what `check-ignore` answers with a reason, for the passage that it stands before. */
function answer(faults: Fault[], { passages }: Article): { kept: Fault[]; answered: number } {
  const answers = passages.flatMap(
    ({ ignores, map }): (Ignore & { from: number; to: number })[] => {
      const [first, last] = [map[0]?.[1] ?? 0, map.at(-1)?.[1] ?? 0];
      return ignores.map((ignore) => ({ ...ignore, from: first, to: last }));
    },
  );
  const ends = passages.map(({ map }) => map[0]?.[1] ?? 0);
  const kept = faults.filter(
    ({ rule, offset }) =>
      !answers.some((one) => {
        if (one.rule !== rule || one.reason === '' || offset < one.from) return false;
        // The passage ends where the next begins.
        const next = ends.find((start) => start > one.to);
        return next === undefined || offset < next;
      }),
  );
  return { kept, answered: faults.length - kept.length };
}

function summarise({ statements, passages }: Article, evidence: Evidence): EvidenceSummary {
  const items = passages.flatMap(({ citations }) => citations.flatMap((one) => one.items));
  const counts = new Map<string, number>();
  for (const { design } of evidence.sourcesOf(items)) {
    counts.set(design, (counts.get(design) ?? 0) + 1);
  }
  const cited = statements.filter((statement) => statement.cited.length > 0);
  return {
    figures: cited.reduce((sum, statement) => sum + clinicalFigures(statement).length, 0),
    designs: [...counts]
      .map(([design, count]) => ({ design, count }))
      .sort((a, b) => b.count - a.count || (a.design < b.design ? -1 : 1)),
    opinions: cited.filter(({ cited: of }) => {
      const sources = evidence.sourcesOf(of);
      return sources.length > 0 && sources.every(({ design }) => design === 'opinion');
    }).length,
  };
}
