import { routes } from '../address/urls.ts';
import type { PostRecord } from './records.ts';

/** Whether readers see an article on an ISO day. */
export function isPublished({ draft, published }: PostRecord, today: string): boolean {
  return !draft && published <= today;
}

/** An old address of an article and the one that it leads to: paths with the base. */
export interface Redirect {
  from: string;
  to: string;
}

/** The old addresses of the articles that readers see on a day, by address. */
export function redirectsOf(posts: PostRecord[], base: string, today: string): Redirect[] {
  const at = routes(base);
  return posts
    .filter((post) => isPublished(post, today))
    .flatMap(({ slug, slugHistory = [] }) =>
      slugHistory.map((old) => ({ from: at.post(old), to: at.post(slug) })),
    )
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}
