import type { FoundPage } from './engine.ts';
import { excerptSegments, type Segment } from './excerpt.ts';

/** More than these would hide the next result. */
const MOST_SECTIONS = 3;

/** A result as the page shows it. */
export interface ResultView {
  href: string;
  title: string;
  excerpt: Segment[];
  /** Values of the page, e.g. `guide` and `2026`; empty where it has none. */
  kind: string;
  year: string;
  sections: { href: string; title: string; excerpt: Segment[] }[];
}

/**
 * One result: the page, and the sections that have most to do with the query, at most three, in
 * the order of the page. The part before the first heading is the page itself and not listed again.
 */
export function resultView(page: FoundPage): ResultView {
  const best = page.sections
    .filter(({ href, title }) => href.includes('#') && title.trim() !== '')
    .map((section, order) => ({ section, order }))
    .sort((a, b) => b.section.score - a.section.score || a.order - b.order)
    .slice(0, MOST_SECTIONS)
    .sort((a, b) => a.order - b.order);
  return {
    href: page.href,
    title: page.title,
    excerpt: excerptSegments(page.excerpt),
    kind: page.filters.kind?.[0] ?? '',
    year: page.filters.year?.[0] ?? '',
    sections: best.map(({ section }) => ({
      href: section.href,
      title: section.title,
      excerpt: excerptSegments(section.excerpt),
    })),
  };
}
