import { z } from 'astro/zod';
import { day, text } from './fields.ts';

/** Front matter of a page of `content/pages`. */
export const pageSchema = z.strictObject({
  title: text('The title of the page').describe('The title, as readers see it.'),
  description: text('What the page is about').describe('One sentence for search results.'),
  updated: day.describe('The day it last changed.'),
});
