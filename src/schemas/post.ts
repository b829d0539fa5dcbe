import { z } from 'astro/zod';
import { day, language, list, slug, text } from './fields.ts';

/** Front matter of an article, `content/posts/<slug>/index.md` or `.mdx`. */
export const postSchema = z.strictObject({
  title: text('The title of the article').describe('The title, as readers see it.'),
  description: text('One or two sentences that say what was found').describe(
    'One or two sentences that say what was found. They stand under the title and in search results.',
  ),
  authors: list(slug, '[editors]').describe('Who wrote it: names of files in content/people.'),
  published: day.describe('The day it appears. A day in the future schedules it.'),
  updated: day.optional().describe('The day its meaning last changed.'),
  topics: list(slug, '[sleep, safety]').describe('Topics, from the list in content/site.yaml.'),
  series: z
    .strictObject(
      {
        name: slug.describe('A series of content/site.yaml.'),
        part: z.int({ error: 'A whole number from 1 on.' }).min(1, 'A whole number from 1 on.'),
      },
      { error: 'A name and a part, such as { name: understanding-sleep, part: 1 }.' },
    )
    .optional()
    .describe('The series it belongs to, and which part it is.'),
  language: language.optional().describe('Its language, where it is not that of the site.'),
  kind: z
    .enum(['evidence', 'guide', 'experience', 'news'], {
      error: 'One of evidence, guide, experience, news.',
    })
    .describe('What it is: evidence, guide, experience or news.'),
  evidence: z
    .enum(['sourced', 'personal'], { error: 'One of sourced, personal.' })
    .describe('sourced: each clinical sentence names its source. personal: an experience.'),
  reviewed: z
    .strictObject(
      {
        by: slug.describe('Who reviewed it: a file of content/people.'),
        on: day.describe('When.'),
        scope: text('What was reviewed').describe('What: "numbers and doses", "the whole text".'),
        claims: z
          .string()
          .regex(/^[0-9a-f]{12}$/, 'Twelve digits that npm run check prints.')
          .optional()
          .describe('A digest of the claims that were reviewed: npm run check prints it.'),
      },
      { error: 'by, on and scope, such as { by: jane-doe, on: 2026-11-23, scope: whole text }.' },
    )
    .optional()
    .describe('A named person’s review. Leave it out when there was none.'),
  nextReview: day.optional().describe('The day by which it must be looked at again.'),
  disclosure: text(
    'Whether the author sells, or sends people to, what the article is about',
  ).describe('Whether the author sells, or sends people to, what the article is about.'),
  sensitive: z
    .array(
      z.enum(['suicide', 'abuse', 'substances'], { error: 'One of suicide, abuse, substances.' }),
      { error: 'A list, such as [suicide].' },
    )
    .optional()
    .describe('Subjects that bring a box with help lines: suicide, abuse, substances.'),
  image: z
    .strictObject(
      {
        src: text('The name of a picture in the same folder, such as ./cover.jpg'),
        alt: z.string({ error: 'What the picture shows, in words.' }),
      },
      { error: 'src and alt, such as { src: ./cover.jpg, alt: What it shows }.' },
    )
    .optional()
    .describe('A picture that stands for the article, with what it shows in words.'),
  draft: z
    .boolean({ error: 'true or false.' })
    .optional()
    .describe('true: seen in `npm run dev` only.'),
  slugHistory: z
    .array(slug, { error: 'A list of old folder names, such as [old-name].' })
    .optional()
    .describe('Names that its folder had before. Readers of the old addresses are led here.'),
  changes: z
    .array(
      z.strictObject(
        {
          on: day,
          what: text('What changed'),
          correction: z
            .boolean({ error: 'true or false.' })
            .optional()
            .describe('true: something that readers may have relied on was wrong.'),
        },
        { error: 'on and what, such as { on: 2026-11-23, what: Added a trial. }.' },
      ),
      { error: 'A list of { on, what }.' },
    )
    .optional()
    .describe('What changed and when, for readers.'),
  exit: z
    .boolean({ error: 'true or false.' })
    .optional()
    .describe('true: offers a button that leaves the page at once.'),
});

export type PostFrontMatter = z.infer<typeof postSchema>;
