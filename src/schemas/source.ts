import { z } from 'astro/zod';
import { day, text } from './fields.ts';
import { findings } from './finding.ts';

const ISSUED = 'A year, month or day, such as 2023, 2023-05 or 2023-05-24.';

/** Kinds of evidence, the strongest kinds of study first. Readers see these words. */
export const DESIGNS = [
  'systematic review',
  'randomised trial',
  'uncontrolled trial',
  'cohort',
  'case series',
  'secondary analysis',
  'narrative review',
  'animal',
  'laboratory',
  'label',
  'regulator',
  'guideline',
  'method',
  'registry',
  'report',
  'opinion',
  'news',
  'correction',
] as const;

/** `content/sources/<key>.yaml`: what a post can lean on. Names are those of CSL. */
export const sourceSchema = z.strictObject({
  type: z
    .enum(['article-journal', 'article-newspaper', 'webpage', 'report', 'book', 'chapter'], {
      error: 'One of article-journal, article-newspaper, webpage, report, book, chapter.',
    })
    .describe('What kind of publication it is.'),
  title: text('The title of the publication').describe('Its title.'),
  author: z
    .array(
      z.union([
        z.strictObject({ family: text('A family name'), given: text('A given name').optional() }),
        z.strictObject({ literal: text('The name of an organisation') }),
      ]),
    )
    .optional()
    .describe('Its authors: { family, given } or { literal } for an organisation.'),
  'container-title': text('The journal or site').optional().describe('Journal or site.'),
  issued: z
    .string({ error: ISSUED })
    .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, ISSUED)
    .optional()
    .describe('When it appeared, as exactly as known.'),
  volume: z.string().optional(),
  issue: z.string().optional(),
  page: z.string().optional(),
  publisher: z.string().optional(),
  DOI: z.string().startsWith('10.', 'A DOI, such as 10.1056/NEJMoa2302399.').optional(),
  PMID: z.string().regex(/^\d+$/, 'Digits only.').optional(),
  PMCID: z
    .string()
    .regex(/^PMC\d+$/, 'PMC and digits.')
    .optional(),
  URL: z.url({ protocol: /^https?$/, error: 'An address that begins with https://.' }).optional(),
  design: z
    .enum(DESIGNS, { error: `One of ${DESIGNS.join(', ')}.` })
    .describe('What kind of evidence it is.'),
  details: text('More on the design')
    .optional()
    .describe('More on the design: double blind, active control, open label, crossover.'),
  population: text('Who was studied').optional().describe('Who was studied.'),
  subject: z
    .enum(['people', 'animals', 'cells', 'none'], { error: 'One of people, animals, cells, none.' })
    .describe('What was studied: people, animals, cells, or none (a label, an opinion).'),
  conditions: z
    .array(text('A condition'), { error: 'A list, such as [bipolar depression].' })
    .optional()
    .describe('Conditions of those who were studied: [bipolar depression], [healthy].'),
  n: z.int().positive('A whole number.').optional().describe('How many people or animals.'),
  country: z
    .array(text('A country'), { error: 'A list, such as [United States].' })
    .optional()
    .describe('Where.'),
  funding: text('Who paid').optional().describe('Who paid for it.'),
  interests: text('Interests').optional().describe('Interests that its authors declare.'),
  status: z
    .strictObject(
      {
        is: z.enum(['current', 'corrected', 'concern', 'retracted'], {
          error: 'One of current, corrected, concern, retracted.',
        }),
        checked: day.describe('When that was looked up.'),
        where: text('Where it was looked up').describe('Where it was looked up.'),
        notice: text('The notice').optional().describe('The notice: a key of content/sources.'),
        says: text('What the notice says').optional().describe('What the notice says, in short.'),
      },
      { error: 'is, checked and where, such as { is: current, checked: 2026-11-23, where: … }.' },
    )
    .optional()
    .describe('Whether it was corrected, doubted or retracted, and when that was looked up.'),
  findings: findings.optional().describe('What it found, as far as this publication uses it.'),
  checked: z.enum(['sure', 'partly']).optional().describe('How far the record was checked.'),
  authorsComplete: z.boolean().optional().describe('Whether the list of authors is complete.'),
  note: text('A note')
    .optional()
    .describe('A note for readers of its page, such as why no DOI is given.'),
});
