import { feedResponse } from '../../../store/astro/feeds.ts';
import { topicFeedPaths } from '../../../store/astro/paths.ts';

/** The newest articles of a topic in full text, as Atom and JSON Feed. */
export const getStaticPaths = topicFeedPaths;
export const GET = feedResponse;
