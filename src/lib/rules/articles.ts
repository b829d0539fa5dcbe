import type { Rules } from './rule.ts';

/** Rules on what an article is made of. */
export const articles = {
  'post/empty': {
    summary: 'An article has text.',
    severity: 'error',
  },
  'post/unfinished': {
    summary: 'An article that is no draft has nothing left to be written.',
    severity: 'error',
  },
  'post/duplicate-slug': {
    summary: 'An address belongs to one article.',
    severity: 'error',
  },
  'post/duplicate-title': {
    summary: 'No two articles have the same title.',
    severity: 'error',
  },
  'post/duplicate-part': {
    summary: 'A part of a series is one article.',
    severity: 'error',
  },
  'post/moved': {
    summary: 'An article that was published keeps its address, or names it in slugHistory.',
    severity: 'error',
  },
  'heading/level': {
    summary: 'Headings go down one level at a time.',
    severity: 'error',
  },
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
  'image/alt': {
    summary: 'A picture says in words what it shows.',
    severity: 'error',
  },
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
  'mdx/syntax': {
    summary: 'An .mdx file can be read as MDX.',
    severity: 'error',
  },
  'mdx/import': {
    summary: 'Components need no import.',
    severity: 'error',
  },
  'mdx/component': {
    summary: 'Components are ones that we have, used as they are meant.',
    severity: 'error',
  },
  'comment/post': {
    summary: 'A comment belongs to an article that exists.',
    severity: 'error',
  },
} satisfies Rules;
