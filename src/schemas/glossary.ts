import { z } from 'astro/zod';
import { text } from './fields.ts';

/** `content/glossary.yaml`: a list of terms. */
export const glossarySchema = z.array(
  z.strictObject({
    term: text('The term in full').describe('The term in full.'),
    abbreviation: text('Its abbreviation').optional().describe('Its abbreviation.'),
    meaning: text('What it means, in plain words').describe('What it means, in plain words.'),
    synonyms: z
      .array(text('Another word'))
      .default([])
      .describe('Words that readers use for it; search looks for them too.'),
  }),
  { error: 'A list of terms.' },
);
