import { sitemap, sitemapPages } from '../lib/site/sitemap.ts';
import { loadLibrary } from '../store/library.ts';

export const GET = async () => new Response(sitemap(sitemapPages(await loadLibrary())));
