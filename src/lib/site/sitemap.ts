import type { Library } from '../posts/library.ts';
import { xmlElement } from '../text/xml.ts';
import { FIXED_PAGES } from './pages.ts';
import { absolute, withBase } from '../address/urls.ts';

export interface SitemapPage {
  /** Absolute address. */
  url: string;
  /** ISO day of the last change, where one is known. */
  changed?: string;
}

/** A sitemap (sitemaps.org 0.9) of at most 50,000 pages. */
export function sitemap(pages: SitemapPage[]): string {
  const urls = pages.map(
    ({ url, changed }) =>
      `<url>${xmlElement('loc', {}, url)}${changed ? xmlElement('lastmod', {}, changed) : ''}</url>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`;
}

/**
 * Every page of the site that a search engine should know. `written` are the names of the pages of
 * `content/pages`.
 */
export function sitemapPages(library: Library, written: string[]): SitemapPage[] {
  const { site, posts, years, topics, series, people, sources } = library;
  const changed = (post: { published: string; updated?: string }) => post.updated ?? post.published;
  const hrefs = [
    ...new Set([
      ...FIXED_PAGES.filter(({ listed }) => listed).map(({ path }) => withBase(path, site.base)),
      ...written.map((slug) => withBase(`/${slug}/`, site.base)),
    ]),
    ...[...years, ...topics, ...series, ...people, ...sources].map(({ href }) => href),
  ];
  return [
    ...hrefs.map((href) => ({ url: absolute(href, site) })),
    ...posts.map((post) => ({ url: post.canonical, changed: changed(post) })),
  ];
}
