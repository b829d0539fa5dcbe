import type { APIRoute } from 'astro';
import { atomFeed } from '../../lib/feeds/atom.ts';
import { feedEntry, type Feed } from '../../lib/feeds/entry.ts';
import { feedHtml } from '../../lib/feeds/html.ts';
import { jsonFeed } from '../../lib/feeds/json-feed.ts';
import type { PostView, SiteView } from '../../lib/posts/views.ts';
import { absolute, withBase } from '../../lib/address/urls.ts';
import { interfaceFor } from '../../lib/interface/interface.ts';
import { renderPost } from './library.ts';

/** What `siteFeedPaths` and `topicFeedPaths` give to a feed. */
interface FeedProps {
  site: SiteView;
  title: string;
  /** Of the page that the feed belongs to, without base: `` or `topics/sleep/`. */
  path: string;
  posts: PostView[];
  form: 'xml' | 'json';
}

/** A feed in the form that its address asks for. */
export const feedResponse: APIRoute<FeedProps> = async ({ props }) => {
  const { site, title, path, posts, form } = props;
  const at = (place: string) => absolute(withBase(place, site.base), site);
  const entries = posts.map(async (post) => {
    const { hast } = await renderPost(post.slug);
    return feedEntry(
      post,
      feedHtml(hast, post, at('/help/'), interfaceFor(post.language, site.language)),
      site.address,
    );
  });
  const feed: Feed = {
    title,
    description: site.description,
    language: site.language,
    home: at(path),
    self: at(`${path}feed.${form}`),
    icon: at('/icons/icon-192.png'),
    rights: `${site.copyright}, ${site.licence.name}: ${site.licence.url}`,
    publisher: { name: site.name, url: at('/') },
    entries: await Promise.all(entries),
  };
  return new Response(form === 'xml' ? atomFeed(feed) : jsonFeed(feed));
};
