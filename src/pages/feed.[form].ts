import { feedResponse } from '../store/astro/feeds.ts';
import { siteFeedPaths } from '../store/astro/paths.ts';

/** The newest articles of the site in full text, as Atom and JSON Feed. */
export const getStaticPaths = siteFeedPaths;
export const GET = feedResponse;
