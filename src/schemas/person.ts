import { z } from 'astro/zod';
import { text } from './fields.ts';

/** `content/people/<id>.yaml`: an author or reviewer. */
export const personSchema = z.strictObject({
  name: text('The full name').describe('Full name, as readers see it.'),
  kind: z
    .enum(['person', 'organisation'], { error: 'One of person, organisation.' })
    .describe('A person or an organisation.'),
  role: text('What they do here').describe('What they do here, e.g. Editor.'),
  credentials: z
    .array(text('A licence or degree'), { error: 'A list, such as [MD, board certified].' })
    .optional()
    .describe('Licences and degrees.'),
  jurisdiction: text('Where the licence holds').optional().describe('Where the licence holds.'),
  bio: text('A few sentences about them').describe('A few sentences.'),
  doesNotPractise: text('What they do not practise')
    .optional()
    .describe('What they do not practise, so that readers know the limits.'),
});
