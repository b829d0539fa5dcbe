import { robots } from '../lib/site/robots.ts';
import { absolute, withBase } from '../lib/address/urls.ts';
import { loadLibrary } from '../store/astro/library.ts';

export const GET = async () => {
  const { site } = await loadLibrary();
  return new Response(robots(absolute(withBase('/sitemap.xml', site.base), site)));
};
