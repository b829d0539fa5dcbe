import { getCollection } from 'astro:content';
import { sitemap, sitemapPages } from '../lib/site/sitemap.ts';
import { loadLibrary } from '../store/astro/library.ts';

export const GET = async () => {
  const written = (await getCollection('pages')).map(({ id }) => id).sort();
  return new Response(sitemap(sitemapPages(await loadLibrary(), written)));
};
