import type { SiteView } from '../posts/views.ts';
import { directionOf, interfaceOf } from '../interface/interface.ts';
import { withBase } from '../address/urls.ts';

/** Colours of the installed site, as `#rrggbb`. */
export interface ManifestColours {
  /** Behind the page while it loads. */
  background: string;
  /** Of the bar that the system draws. */
  theme: string;
}

/** The web app manifest: the site can be installed, with ways to the search and to help. */
export function webManifest(site: SiteView, { background, theme }: ManifestColours): string {
  const { page, lists, search } = interfaceOf(site.language).words;
  const at = (path: string) => withBase(path, site.base);
  const icon = (file: string, size: number, purpose: 'any' | 'maskable') => ({
    src: at(`/icons/${file}.png`),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  return `${JSON.stringify(
    {
      id: site.base,
      name: site.name,
      short_name: [...site.name].slice(0, 12).join('').trim(),
      description: site.description,
      lang: site.language,
      dir: directionOf(site.language) ?? 'auto',
      start_url: site.base,
      scope: site.base,
      // With the browser's own buttons to go back and to reload.
      display: 'minimal-ui',
      background_color: background,
      theme_color: theme,
      categories: ['health', 'education'],
      icons: [
        icon('icon-192', 192, 'any'),
        icon('icon-512', 512, 'any'),
        icon('maskable-512', 512, 'maskable'),
      ],
      shortcuts: [
        { name: lists.search, url: at('/search/') },
        { name: search.installed, url: at('/device/') },
        { name: page.helpNow, url: at('/help/') },
      ],
    },
    null,
    2,
  )}\n`;
}
