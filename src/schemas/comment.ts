import { z } from 'astro/zod';
import { text } from './fields.ts';

/** `content/comments/<slug>/<id>.yaml`: a comment that a person has read and let through. */
export const commentSchema = z.strictObject({
  name: text('The name to show').describe('The name to show.'),
  month: z
    .string({ error: 'A month, such as 2026-11.' })
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'A month, such as 2026-11.')
    .describe('The month it was written in; the day says too much about a person.'),
  text: text('What was written').describe('Plain text. A blank line begins a paragraph.'),
});
