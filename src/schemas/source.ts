import { z } from 'astro/zod';
import { slug, text } from './fields.ts';

const ISSUED = 'A year, month or day, such as 2023, 2023-05 or 2023-05-24.';

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
  design: text('The design of the study').optional().describe('What kind of study it is.'),
  checked: z.enum(['sure', 'partly']).optional().describe('How far the record was checked.'),
  authorsComplete: z.boolean().optional().describe('Whether the list of authors is complete.'),
  correctedBy: z.array(slug).optional().describe('Keys of published corrections.'),
  note: text('A note').optional().describe('A note for editors.'),
});
