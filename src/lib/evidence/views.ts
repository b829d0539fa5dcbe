import type { Interface } from '../interface/interface.ts';
import type { FindingRecord } from './source.ts';
import { shortName, studyLine, type Source } from './source-words.ts';

/** A sentence of an article and the sources that it leans on. */
export interface Leaning {
  keys: string[];
  text: string;
  /** Id of the section that it stands in. */
  section?: string;
}

/** What a source's page needs of an article. */
export interface LeaningPost {
  title: string;
  href: string;
  leans: Leaning[];
}

/** A source as its page and the list of sources show it. */
export interface SourceView {
  key: string;
  href: string;
  /** `Doe 2020` */
  name: string;
  source: Source;
  /** Articles that cite it, with the sentences that lean on it. */
  posts: { title: string; href: string; sentences: { text: string; href: string }[] }[];
}

/** One side's finding for a question. */
export interface SideView {
  name: string;
  href: string;
  /** `Randomised trial, open label · 403 people` */
  study: string;
  says: string;
  certainty: FindingRecord['certainty'];
}

/** A question with what speaks for it, against it, and neither way. */
export interface QuestionView {
  id: string;
  asks: string;
  for: SideView[];
  against: SideView[];
  none: SideView[];
}

/** All sources by name. `hrefOf` gives the address of a source's page; `language` sorts. */
export function sourceViews(
  sources: Source[],
  posts: LeaningPost[],
  hrefOf: (key: string) => string,
  language: string,
): SourceView[] {
  const leaning = new Map<string, SourceView['posts']>();
  for (const { title, href, leans } of posts) {
    const sentences = new Map<string, { text: string; href: string }[]>();
    for (const { keys, text, section } of leans) {
      const place = { text, href: section === undefined ? href : `${href}#${section}` };
      for (const key of new Set(keys)) sentences.set(key, [...(sentences.get(key) ?? []), place]);
    }
    for (const [key, found] of sentences) {
      leaning.set(key, [...(leaning.get(key) ?? []), { title, href, sentences: found }]);
    }
  }
  return sources
    .map((source) => ({
      key: source.key,
      href: hrefOf(source.key),
      name: shortName(source),
      source,
      posts: leaning.get(source.key) ?? [],
    }))
    .sort((a, b) => a.name.localeCompare(b.name, language) || (a.key < b.key ? -1 : 1));
}

/** The questions, each with the findings that speak to it. Those that no finding speaks to are left out. */
export function questionViews(
  questions: { id: string; asks: string }[],
  sources: SourceView[],
  t: Interface,
): QuestionView[] {
  return questions
    .map(({ id, asks }) => {
      const sides: Pick<QuestionView, 'for' | 'against' | 'none'> = {
        for: [],
        against: [],
        none: [],
      };
      for (const { name, href, source } of sources) {
        for (const { question, direction, says, certainty } of source.findings ?? []) {
          if (question !== id) continue;
          sides[direction].push({ name, href, study: studyLine(source, t), says, certainty });
        }
      }
      return { id, asks, ...sides };
    })
    .filter((view) => view.for.length + view.against.length + view.none.length > 0);
}
