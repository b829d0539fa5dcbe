import { moment, type Feed } from './entry.ts';

/** A feed in JSON Feed 1.1 (jsonfeed.org), full text. */
export function jsonFeed(feed: Feed): string {
  const { title, description, language, home, self, icon, publisher, entries } = feed;
  return `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title,
      description,
      language,
      home_page_url: home,
      feed_url: self,
      icon,
      authors: [publisher],
      items: entries.map((entry) => ({
        id: entry.url,
        url: entry.url,
        title: entry.title,
        summary: entry.summary,
        content_html: entry.html,
        image: entry.image,
        language: entry.language,
        date_published: moment(entry.published),
        date_modified: moment(entry.updated ?? entry.published),
        authors: entry.authors,
        tags: entry.topics.map(({ name }) => name),
      })),
    },
    null,
    1,
  )}\n`;
}
