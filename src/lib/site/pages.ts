/** A page that every publication has, whatever it writes about. */
export interface FixedPage {
  /** Its address below the site's folder, such as `/help/`. */
  path: string;
  /** Whether search engines should know it: not what only serves. */
  listed: boolean;
  /** Whether each device keeps it from the first visit on. */
  kept: boolean;
  /** Whether its text is the owner's, a file of `content/pages`. */
  written: boolean;
}

const page = (path: string, is: Partial<Omit<FixedPage, 'path'>> = {}): FixedPage => ({
  path,
  listed: true,
  kept: false,
  written: false,
  ...is,
});

/** The one list of such pages: the sitemap, the worker, and the check of links read it. */
export const FIXED_PAGES: readonly FixedPage[] = [
  page('/', { kept: true }),
  page('/archive/'),
  page('/topics/'),
  page('/series/'),
  page('/sources/'),
  page('/corrections/'),
  page('/people/'),
  page('/help/', { kept: true }),
  page('/about/', { written: true }),
  page('/how-we-check/', { written: true }),
  page('/how-we-check/rules/'),
  page('/privacy/', { written: true }),
  page('/disclaimer/', { written: true }),
  page('/search/', { listed: false, kept: true }),
  page('/offline/', { listed: false, kept: true }),
  page('/device/', { listed: false, kept: true }),
];

/** Names in `content/pages` of the pages that must be there. */
export const WRITTEN_PAGES: readonly string[] = FIXED_PAGES.filter(({ written }) => written).map(
  ({ path }) => path.slice(1, -1),
);
