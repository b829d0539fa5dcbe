import { feedResponse } from '../../../store/feeds.ts';
import { topicFeedPaths } from '../../../store/paths.ts';

/** The newest articles of a topic in full text, as Atom and JSON Feed. */
export const getStaticPaths = topicFeedPaths;
export const GET = feedResponse;
