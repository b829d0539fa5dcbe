import { z } from 'astro/zod';
import { ROUTES } from './finding.ts';
import { text } from './fields.ts';

const word = text('A word or phrase; * stands for any letters');
const words = z.array(word, { error: 'A list of words or phrases, such as [depress*, low mood].' });

/**
 * `content/vocabulary.yaml`: the words of the field that the publication writes about. In each, `*`
 * stands for any letters.
 */
export const vocabularySchema = z
  .strictObject({
    populations: z
      .array(
        z.strictObject({
          name: text('Who they are, such as "healthy volunteers"').describe(
            'Who they are, as messages say it.',
          ),
          recorded: words
            .min(1, 'At least one word.')
            .describe('Words in `population` or `conditions` of a source that mean them.'),
          unless: words.default([]).describe('Words there that mean that it is not them.'),
          told: words
            .min(1, 'At least one word.')
            .describe('Words by which a sentence names them.'),
          includes: words
            .default([])
            .describe('Names of populations in this list that belong to them.'),
        }),
        { error: 'A list of populations.' },
      )
      .default([])
      .describe('People whose results do not simply hold for others (claim/population).'),
    conditions: words
      .default([])
      .describe('Words by which a sentence is about people who have something.'),
    routes: z
      .partialRecord(z.enum(ROUTES), words.min(1, 'At least one word.'), {
        error: `Words for each of ${ROUTES.join(', ')}.`,
      })
      .default({})
      .describe('Words for each way of giving a medicine (claim/route).'),
    familiar: words
      .default([])
      .describe(
        'Long words that readers of this field know, besides those of the glossary (page/readability).',
      ),
    salts: z
      .array(
        z.strictObject({
          of: text('A substance').describe('The substance.'),
          forms: words
            .min(1, 'At least one word.')
            .describe('Its salts and forms, which weigh more than the substance in them.'),
          example: text('How a dose should be written').describe('A dose as it should be written.'),
        }),
        { error: 'A list of substances.' },
      )
      .default([])
      .describe('Substances of which a dose must say the form (dose/salt).'),
    praise: z
      .array(
        z.strictObject({
          word: word.describe('The word.'),
          clinical: words.default([]).describe('Phrases in which it is no praise.'),
        }),
        { error: 'A list such as - { word: proven, clinical: [biopsy proven] }.' },
      )
      .default([])
      .describe('Words of praise (claim/praise).'),
  })
  .superRefine(({ populations }, context) => {
    const names = populations.map(({ name }) => name);
    for (const [index, { includes }] of populations.entries()) {
      for (const [at, name] of includes.entries()) {
        if (names.includes(name)) continue;
        context.addIssue({
          code: 'custom',
          path: ['populations', index, 'includes', at],
          message: `One of the populations of this list: ${names.join(', ')}.`,
        });
      }
    }
  });
