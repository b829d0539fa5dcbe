import type { Fragment } from './index-format.ts';
import type { SearchIndex } from './plan.ts';

/** What the engine asks of an index beside what the planner does. */
export interface PageIndex extends SearchIndex {
  /** The values of a facet, each with its pages. */
  facet(name: string): Promise<Map<string, Set<number>>>;
  /** All pages, the newest first. */
  newest(): number[];
  fragment(page: number): Promise<Fragment>;
}
