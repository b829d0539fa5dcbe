import { xmlElement } from '../text/xml.ts';

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
