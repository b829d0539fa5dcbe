import { articles } from './articles.ts';
import { claims } from './claims.ts';
import { doses } from './doses.ts';
import { figures } from './figures.ts';
import { files } from './files.ts';
import { imports } from './imports.ts';
import { look } from './look.ts';
import { pages } from './pages.ts';
import { people } from './people.ts';
import { site } from './site.ts';
import { sources } from './sources.ts';
import type { Rule } from './rule.ts';

/**
 * Every rule by its id. Its sentence, severity and example stand in the file of its area and nowhere
 * else; the page of rules, the reports and the tests read them here. What finds a fault names the id.
 */
export const RULES = {
  ...sources,
  ...figures,
  ...claims,
  ...doses,
  ...people,
  ...pages,
  ...articles,
  ...files,
  ...site,
  ...look,
  ...imports,
};

export type RuleId = keyof typeof RULES;

/** A rule with what it may leave out. */
export function ruleOf(id: RuleId): Rule {
  return RULES[id];
}

/** The areas as the page of rules shows them, in order. */
export const AREAS: { title: string; rules: [RuleId, Rule][] }[] = [
  { title: 'Sources and citations', rules: rulesOf(sources) },
  { title: 'Figures', rules: rulesOf(figures) },
  { title: 'Claims', rules: rulesOf(claims) },
  { title: 'Doses', rules: rulesOf(doses) },
  { title: 'How people are spoken of', rules: rulesOf(people) },
  { title: 'The article as a whole', rules: rulesOf(pages) },
  { title: 'Parts of an article', rules: rulesOf(articles) },
  { title: 'Files and fields', rules: rulesOf(files) },
  { title: 'The site', rules: rulesOf(site) },
  { title: 'Colours, fonts and logo', rules: rulesOf(look) },
  { title: 'Files of references', rules: rulesOf(imports) },
];

function rulesOf(area: Partial<Record<RuleId, Rule>>): [RuleId, Rule][] {
  return Object.entries(area) as [RuleId, Rule][];
}

/** The id of a rule's section on the page of rules, `/how-we-check/rules/`. */
export function ruleAnchor(id: RuleId): string {
  return id.replace('/', '-');
}
