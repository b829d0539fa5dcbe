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
    summary: 'HTML in an article has no script, style or outside content.',
    severity: 'error',
  },
  'mdx/syntax': { summary: 'An .mdx file can be read as MDX.', severity: 'error' },
  'mdx/import': { summary: 'Components need no import.', severity: 'error' },
  'mdx/component': {
    summary: 'Components are ones that we have, used as they are meant.',
    severity: 'error',
  },
  'comment/post': { summary: 'A comment belongs to an article that exists.', severity: 'error' },
  'page/missing': { summary: 'The pages that others link to are there.', severity: 'error' },
  'help/stale': {
    summary: 'A crisis line was looked up in the last 180 days.',
    severity: 'warning',
  },
} satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;
