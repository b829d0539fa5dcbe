import type { PostView } from '../posts/views.ts';

/** A feed: the data that Atom and JSON Feed share. All addresses are absolute. */
export interface Feed {
  title: string;
  description: string;
  language: string;
  /** The page that the feed belongs to. */
  home: string;
  /** The feed itself. */
  self: string;
  icon: string;
  /** Who holds the rights, and under which terms others may use the texts. */
  rights: string;
  publisher: { name: string; url: string };
  /** Newest first. */
  entries: FeedEntry[];
}

export interface FeedEntry {
  url: string;
  title: string;
  summary: string;
  language: string;
  /** ISO days. */
  published: string;
  updated?: string;
  authors: { name: string; url: string }[];
  topics: { id: string; name: string }[];
  image: string;
  /** The whole text, as `feedHtml` makes it. */
  html: string;
}

/** The entry of a post, with its text as `feedHtml` gives it. `address` is the site's origin. */
export function feedEntry(post: PostView, html: string, address: string): FeedEntry {
  return {
    url: post.canonical,
    title: post.title,
    summary: post.description,
    language: post.language,
    published: post.published,
    ...(post.updated && { updated: post.updated }),
    authors: post.authors.map(({ name, href }) => ({ name, url: address + href })),
    topics: post.topics.map(({ id, name }) => ({ id, name })),
    image: post.socialImage,
    html,
  };
}

/** An ISO day as a moment: its beginning in UTC. */
export function moment(day: string): string {
  return `${day}T00:00:00Z`;
}
