/** A named check. The table below is the only place where rules are listed. */
export interface Rule {
  /** What holds when the rule is kept. One sentence, for authors. */
  summary: string;
  severity: 'error' | 'warning';
}

/** Every rule that `npm run check` knows, by its id `area/name`. */
export const RULES = {
  'file/place': {
    summary: 'Every file of content/ is where it is looked for.',
    severity: 'error',
  },
  'yaml/missing': {
    summary: 'An article begins with front matter between two lines of ---.',
    severity: 'error',
  },
  'yaml/tab': {
    summary: 'Front matter and data files are indented with spaces, never with a tab.',
    severity: 'error',
  },
  'yaml/colon': {
    summary: 'A value that holds a colon and a space stands in quotes.',
    severity: 'error',
  },
  'yaml/quotes': {
    summary: 'Values are quoted with straight quotes, not with curly ones.',
    severity: 'error',
  },
  'yaml/syntax': { summary: 'Front matter and data files can be read as YAML.', severity: 'error' },
  'field/missing': { summary: 'Every field that is needed is there.', severity: 'error' },
  'field/unknown': { summary: 'Every field is one that we know.', severity: 'error' },
  'field/date': {
    summary: 'A date is a day of the calendar, written as 2026-11-23.',
    severity: 'error',
  },
  'field/value': { summary: 'Every field holds what it is for.', severity: 'error' },
  'name/unknown': {
    summary: 'Authors, reviewers, topics and series are ones that exist.',
    severity: 'error',
  },
  'post/empty': { summary: 'An article has text.', severity: 'error' },
  'post/unfinished': {
    summary: 'An article that is no draft has nothing left to be written.',
    severity: 'error',
  },
  'post/duplicate-slug': { summary: 'An address belongs to one article.', severity: 'error' },
  'post/duplicate-title': { summary: 'No two articles have the same title.', severity: 'error' },
  'post/duplicate-part': { summary: 'A part of a series is one article.', severity: 'error' },
  'post/moved': {
    summary: 'An article that was published keeps its address, or names it in slugHistory.',
    severity: 'error',
  },
  'heading/level': { summary: 'Headings go down one level at a time.', severity: 'error' },
  'heading/title': {
    summary: 'The title is the only heading of the first level.',
    severity: 'error',
  },
  'link/dead': {
    summary: 'A link into this site leads to a page that is there.',
    severity: 'error',
  },
  'link/anchor': {
    summary: 'A link to a section leads to a heading that is there.',
    severity: 'error',
  },
  'link/draft': {
    summary: 'A published article does not link to one that readers cannot open.',
    severity: 'error',
  },
  'image/missing': {
    summary: 'A picture that is shown lies beside the article.',
    severity: 'error',
  },
  'image/alt': { summary: 'A picture says in words what it shows.', severity: 'error' },
  'image/location': {
    summary: 'A picture does not hold where or by whom it was taken.',
    severity: 'warning',
  },
  'html/forbidden': {
    summary: 'HTML in an article has elements and attributes of text, and nothing from outside.',
    severity: 'error',
  },
  'html/torn': {
    summary: 'HTML in an article is closed where it was opened, and stands where it can.',
    severity: 'error',
  },
  'html/citation': {
    summary: 'A citation stands in Markdown, not in a block of HTML.',
    severity: 'error',
  },
  'mdx/syntax': { summary: 'An .mdx file can be read as MDX.', severity: 'error' },
  'mdx/import': { summary: 'Components need no import.', severity: 'error' },
  'mdx/component': {
    summary: 'Components are ones that we have, used as they are meant.',
    severity: 'error',
  },
  'source/unknown': { summary: 'A citation names a source that is there.', severity: 'error' },
  'source/unknown-finding': {
    summary: 'A citation names a finding that its source has.',
    severity: 'error',
  },
  'source/unused': { summary: 'A source is cited somewhere.', severity: 'warning' },
  'source/duplicate': { summary: 'A publication is recorded once.', severity: 'error' },
  'source/incomplete': {
    summary: 'A source that is cited has findings, and says where it can be read.',
    severity: 'error',
  },
  'source/retracted': {
    summary: 'Nothing rests on a source that was retracted.',
    severity: 'error',
  },
  'source/corrected': {
    summary: 'A source that was corrected says what was, and the page shows it.',
    severity: 'error',
  },
  'source/status-stale': {
    summary: 'Whether a cited source still stands was looked up in the last 180 days.',
    severity: 'warning',
  },
  'figure/unread': { summary: 'A figure stands in a form that can be checked.', severity: 'error' },
  'figure/not-in-source': {
    summary: 'A figure in a cited sentence is one that the cited finding has.',
    severity: 'error',
  },
  'figure/uncited': {
    summary: 'A clinical figure has a source, in its sentence or at the end of its paragraph.',
    severity: 'error',
  },
  'figure/one-arm': {
    summary: 'The result of one group stands beside that of the group it was compared with.',
    severity: 'error',
  },
  'claim/certainty': {
    summary: 'A claim is no stronger than the certainty of what it rests on.',
    severity: 'error',
  },
  'claim/animal': {
    summary: 'What was found in animals or cells is reported as found there.',
    severity: 'error',
  },
  'claim/population': {
    summary: 'What was found in some people is not reported of others.',
    severity: 'error',
  },
  'claim/route': {
    summary: 'What was found for one way of giving a medicine is not reported of another.',
    severity: 'error',
  },
  'claim/praise': { summary: 'Nothing is praised: praise is a claim.', severity: 'error' },
  'claim/uncited': {
    summary: 'Who says that studies show something, or that it works better, names the study.',
    severity: 'error',
  },
  'claim/one-sided': {
    summary: 'Who cites what speaks for something also cites what speaks against it.',
    severity: 'error',
  },
  'dose/open-ended': {
    summary: 'A dose that is advised has a ceiling.',
    severity: 'error',
  },
  'dose/salt': {
    summary: 'A dose says whether it is of a substance or of a salt of it.',
    severity: 'error',
  },
  'dose/advice': {
    summary: 'Where a dose is advised, the article says who should not take it and whom to ask.',
    severity: 'error',
  },
  'person/wording': { summary: 'Words put the person before the condition.', severity: 'error' },
  'person/method': {
    summary: 'Means of suicide, and amounts, are not described.',
    severity: 'error',
  },
  'page/help-missing': {
    summary: 'An article that speaks of suicide or abuse shows where to get help.',
    severity: 'error',
  },
  'page/review-overdue': {
    summary: 'An article is looked at again by the day it names.',
    severity: 'warning',
  },
  'page/changed-since-review': {
    summary: 'The claims of a reviewed article are those that were reviewed.',
    severity: 'error',
  },
  'page/disclosure-missing': {
    summary: 'The disclosure says in a sentence who has an interest.',
    severity: 'error',
  },
  'page/readability': {
    summary: 'The text is no harder to read than SMOG grade 14.',
    severity: 'warning',
  },
  'comment/post': { summary: 'A comment belongs to an article that exists.', severity: 'error' },
  'site/missing': { summary: 'The file content/site.yaml is there.', severity: 'error' },
  'look/contrast': {
    summary: 'The accent colour can be read wherever it stands, in the light and in the dark.',
    severity: 'error',
  },
  'look/font': {
    summary: 'Text and headings are set in a font that there is.',
    severity: 'error',
  },
  'look/family': { summary: 'A font of your own has a name of its own.', severity: 'error' },
  'look/unused': { summary: 'A font of your own is used.', severity: 'warning' },
  'look/missing': {
    summary: 'A font or logo that site.yaml names lies in content/look.',
    severity: 'error',
  },
  'look/file': {
    summary: 'A logo is a plain drawing or a picture, and a font is a woff2 file.',
    severity: 'error',
  },
  'page/missing': { summary: 'The pages that others link to are there.', severity: 'error' },
  'help/stale': {
    summary: 'A crisis line was looked up in the last 180 days.',
    severity: 'warning',
  },
} satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;

/** The id of a rule's section on the page of rules, `/how-we-check/rules/`. */
export function ruleAnchor(id: RuleId): string {
  return id.replace('/', '-');
}
