import type { PersonRef } from './views.ts';
import { nameOf, type CslRecord } from '../cite/record.ts';

/** What is needed to cite a post. A `PostView` has it all. */
export interface CitablePost {
  slug: string;
  title: string;
  authors: Pick<PersonRef, 'name' | 'kind'>[];
  published: string;
  updated?: string;
  language: string;
  /** Absolute address. */
  canonical: string;
}

/** A post of ours as a work to cite; `siteName` stands in the place of the journal. */
export function postRecord(post: CitablePost, siteName: string): CslRecord {
  return {
    id: post.slug,
    type: 'post-weblog',
    title: post.title,
    author: post.authors.map(({ name, kind }) => nameOf(name, kind)),
    'container-title': siteName,
    issued: post.published,
    ...(post.updated && { updated: post.updated }),
    URL: post.canonical,
    language: post.language,
  };
}
