import { xmlElement } from '../text/xml.ts';
import { moment, type Feed, type FeedEntry } from './entry.ts';

/** A feed in Atom 1.0 (RFC 4287), full text. */
export function atomFeed(feed: Feed): string {
  const { title, description, language, home, self, icon, rights, publisher, entries } = feed;
  const days = entries.map(({ published, updated }) => updated ?? published).sort();
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    xmlElement('id', {}, self),
    xmlElement('title', {}, title),
    xmlElement('subtitle', {}, description),
    // An empty feed must have a date too, and must not change with the day of the build.
    xmlElement('updated', {}, moment(days.at(-1) ?? '1970-01-01')),
    xmlElement('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    xmlElement('link', { rel: 'alternate', type: 'text/html', href: home }),
    xmlElement('icon', {}, icon),
    xmlElement('rights', {}, rights),
    person(publisher),
    ...entries.map((entry) => entryOf(entry, language)),
    '</feed>\n',
  ].join('\n');
}

function entryOf(entry: FeedEntry, feedLanguage: string): string {
  const { url, title, summary, language, published, updated, authors, topics, html } = entry;
  const other = language === feedLanguage ? '' : ` xml:lang="${language}"`;
  return [
    `<entry${other}>`,
    xmlElement('id', {}, url),
    xmlElement('title', {}, title),
    xmlElement('link', { rel: 'alternate', type: 'text/html', href: url }),
    xmlElement('published', {}, moment(published)),
    xmlElement('updated', {}, moment(updated ?? published)),
    ...authors.map(person),
    ...topics.map(({ id, name }) => xmlElement('category', { term: id, label: name })),
    xmlElement('summary', {}, summary),
    xmlElement('content', { type: 'html' }, html),
    '</entry>',
  ].join('\n');
}

function person({ name, url }: { name: string; url: string }): string {
  return `<author>${xmlElement('name', {}, name)}${xmlElement('uri', {}, url)}</author>`;
}
