import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import type { CommentRecord, PersonRecord, PostRecord, SiteRecord } from './lib/posts/records.ts';
import type { GlossaryTerm } from './markdown/types.ts';
import { contentLoader } from './store/astro/loaders.ts';
import type { Page, StoredSource } from './store/reading/read.ts';

/**
 * The collections, by the rooms of `content/`. The schemas in `src/schemas` are applied by the one
 * reader that `npm run check` uses too, so here their types are enough.
 */
export const collections = {
  posts: defineCollection({
    schema: z.custom<PostRecord>(),
    loader: contentLoader('posts', ({ records }) =>
      records.posts.map(({ file, ...data }) => ({ id: data.slug, filePath: file, data })),
    ),
  }),
  pages: defineCollection({
    schema: z.custom<Page>(),
    loader: contentLoader('pages', ({ records }) =>
      records.pages.map(({ file, slug, ...data }) => ({ id: slug, filePath: file, data })),
    ),
  }),
  people: defineCollection({
    schema: z.custom<PersonRecord>(),
    loader: contentLoader('people', ({ people }) =>
      people.map(({ data }) => ({ id: data.id, data: { ...data } })),
    ),
  }),
  sources: defineCollection({
    schema: z.custom<StoredSource>(),
    loader: contentLoader('sources', ({ records }) =>
      records.sources.map((data) => ({ id: data.key, filePath: data.file, data: { ...data } })),
    ),
  }),
  comments: defineCollection({
    schema: z.custom<CommentRecord>(),
    loader: contentLoader('comments', ({ comments }) =>
      comments.map(({ data }) => ({ id: `${data.post}/${data.id}`, data: { ...data } })),
    ),
  }),
  glossary: defineCollection({
    schema: z.custom<GlossaryTerm>(),
    loader: contentLoader('glossary', ({ records }) =>
      records.glossary.map((data, index) => ({
        id: String(index).padStart(5, '0'),
        data: { ...data },
      })),
    ),
  }),
  site: defineCollection({
    schema: z.custom<SiteRecord>(),
    loader: contentLoader('site', ({ site }) =>
      site ? [{ id: 'site', data: { ...site.data } }] : [],
    ),
  }),
};
