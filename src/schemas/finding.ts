import { z } from 'astro/zod';
import { day, list, slug, text } from './fields.ts';

const VALUE = 'A number, a day such as 2023-05-24, or two of them as [low, high].';
const value = z.union([z.number(), z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, VALUE)], {
  error: VALUE,
});

/** One number of a finding. */
export const figureSchema = z.strictObject(
  {
    value: z.union([value, z.tuple([value, value])], { error: VALUE }).optional(),
    unit: text('A unit such as "%", mg/kg, people, weeks, HR').describe(
      'Its unit, as one would print it: "%", mg/kg, people, weeks, HR, percentage points.',
    ),
    of: text('What it is').describe('What it is: response, relapse, age, drop-out.'),
    arm: text('The group').optional().describe('The group it belongs to, where there are several.'),
    id: z
      .string()
      .regex(/^[a-z][a-z0-9]*$/, 'A short name such as a or treated, to calculate with.')
      .optional()
      .describe('A short name to calculate with.'),
    from: text('A calculation such as "a - b"')
      .optional()
      .describe('Instead of a value: how it follows from others of this finding, such as "a - b".'),
  },
  { error: 'value, unit and of, such as { value: 55.4, unit: "%", of: response }.' },
);

export const CERTAINTIES = ['high', 'moderate', 'low', 'very low', 'not graded'] as const;
export const ROUTES = [
  'intravenous',
  'intramuscular',
  'subcutaneous',
  'nasal',
  'oral',
  'sublingual',
  'buccal',
  'inhaled',
  'topical',
  'transdermal',
  'rectal',
  'vaginal',
  'eye',
  'ear',
  'any',
] as const;

/** One result recorded in a source. */
export const findingSchema = z.strictObject({
  id: slug.describe('Its name after the # of a citation: response, relapse, atrial-fibrillation.'),
  says: text('What was found, in one sentence of your own').describe(
    'What was found, in one sentence of your own words, with both groups where there are two.',
  ),
  quote: z
    .strictObject({
      text: text('At most 25 words').refine(
        (quoted) => quoted.split(/\s+/).length <= 25,
        'At most 25 words.',
      ),
      at: text('Where it stands: abstract, p. 4, table 2'),
    })
    .optional()
    .describe('The source’s own words, at most 25, and where they stand.'),
  figures: z.array(figureSchema).optional().describe('Its numbers.'),
  population: text('Who was studied').optional().describe('Who was studied, where it is a part.'),
  n: z.int().positive('A whole number of people.').optional().describe('How many.'),
  comparator: text('What it was compared with').optional().describe('What it was compared with.'),
  route: z
    .enum(ROUTES, { error: `One of ${ROUTES.join(', ')}.` })
    .optional()
    .describe('How it was given.'),
  dose: text('The dose').optional().describe('The dose, as printed.'),
  outcome: text('What was measured').optional().describe('What was measured.'),
  time: text('When it was measured').optional().describe('When it was measured.'),
  certainty: z
    .enum(CERTAINTIES, { error: `One of ${CERTAINTIES.join(', ')}.` })
    .describe('How sure one can be, in the words of GRADE; not graded where nobody has.'),
  direction: z
    .enum(['for', 'against', 'none'], { error: 'One of for, against, none.' })
    .describe('Whether it speaks for or against its question.'),
  question: slug
    .optional()
    .describe('The question it speaks to, one of the questions in content/site.yaml.'),
  seen: z
    .enum(['title', 'abstract', 'full text'], { error: 'One of title, abstract, full text.' })
    .describe('How much of the source was read.'),
  by: slug.describe('Who read it: a file of content/people.'),
  on: day.describe('When.'),
});

export const findings = list(findingSchema, '[{ id: response, says: … }]');
export type Finding = z.infer<typeof findingSchema>;
