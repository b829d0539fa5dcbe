/**
 * Every address of the site is made here, so that a sub-path (`base`) and the trailing slash are
 * right everywhere. Paths given and returned begin with a slash.
 */

/** Where the site lies: its origin and the path below it. */
export interface Place {
  /** Origin without a trailing slash, e.g. `https://wellsourced.example`. */
  address: string;
  /** `/` or `/sub/`. */
  base: string;
}

/** Puts the base before a root path: `/topics/` under `/sub/` becomes `/sub/topics/`. */
export function withBase(path: string, base: string): string {
  return base + path.replace(/^\/+/, '');
}

/** The absolute address of an href that already carries the base. */
export function absolute(href: string, place: Place): string {
  return place.address + href;
}

/** The addresses of pages, all with the base and a slash at the end. */
export function routes(base: string) {
  const at = (path: string) => withBase(path, base);
  return {
    home: at('/'),
    post: (slug: string) => at(`/posts/${slug}/`),
    topic: (id: string) => at(`/topics/${id}/`),
    person: (id: string) => at(`/people/${id}/`),
    source: (key: string) => at(`/sources/${key}/`),
    series: (id: string) => at(`/series/${id}/`),
    /** Page 1 of a year has no number. */
    year: (year: number, page = 1) => at(`/archive/${year}/${page > 1 ? `${page}/` : ''}`),
    socialImage: (slug: string) => at(`/og/${slug}.png`),
  };
}
