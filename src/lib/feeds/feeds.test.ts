import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { postView } from '../posts/view-fixture.ts';
import { atomFeed } from './atom.ts';
import { feedEntry, type Feed } from './entry.ts';
import { jsonFeed } from './json-feed.ts';

const feed: Feed = {
  title: 'Test & co',
  description: 'Tests\u0008 <b>',
  language: 'en',
  home: 'https://test.example/sub/',
  self: 'https://test.example/sub/feed.xml',
  icon: 'https://test.example/sub/icons/icon-192.png',
  rights: 'The editors, CC BY 4.0',
  publisher: { name: 'Test & co', url: 'https://test.example/sub/' },
  entries: [
    feedEntry(
      postView({ updated: '2026-09-01', language: 'de' }),
      '<p>5 &#x3C; 6 & "x"</p>\u000c',
      'https://test.example',
    ),
    feedEntry(postView({ slug: 'b', published: '2026-10-01' }), '<p>B</p>', 'https://test.example'),
  ],
};

interface Node {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Node[];
}

/** A small tree of an XML document. Throws where it is not well formed or misuses namespaces. */
function parse(xml: string): Node {
  const parser = new SaxesParser({ xmlns: true });
  const root: Node = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes, uri }) => {
    expect(uri).toBe('http://www.w3.org/2005/Atom');
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    const node = { name, attributes: Object.fromEntries(values), text: '', children: [] };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => (open.at(-1)!.text += text));
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return root.children[0]!;
}

const all = (node: Node, name: string) => node.children.filter((child) => child.name === name);
const one = (node: Node, name: string) => {
  const found = all(node, name);
  expect(found, name).toHaveLength(1);
  return found[0]!;
};

const MOMENT = /^\d{4}-\d\d-\d\dT00:00:00Z$/;

test('Atom: the feed has what RFC 4287 asks for', () => {
  const root = parse(atomFeed(feed));
  expect(root.name).toBe('feed');
  expect(root.attributes['xml:lang']).toBe('en');
  expect(one(root, 'id').text).toBe(feed.self);
  expect(one(root, 'title').text).toBe('Test & co');
  expect(one(root, 'subtitle').text).toBe('Tests <b>');
  expect(one(root, 'updated').text).toBe('2026-10-01T00:00:00Z');
  expect(
    all(root, 'link').map(({ attributes }) => [attributes['rel'], attributes['href']]),
  ).toEqual([
    ['self', feed.self],
    ['alternate', feed.home],
  ]);
  expect(one(one(root, 'author'), 'name').text).toBe('Test & co');
});

test('Atom: each entry has one id, title, dates, a link and its whole text', () => {
  const entries = all(parse(atomFeed(feed)), 'entry');
  expect(entries).toHaveLength(2);
  for (const entry of entries) {
    for (const name of ['id', 'title', 'summary', 'content']) one(entry, name);
    expect(one(entry, 'published').text).toMatch(MOMENT);
    expect(one(entry, 'updated').text).toMatch(MOMENT);
    expect(one(entry, 'link').attributes['rel']).toBe('alternate');
  }
  const [first] = entries;
  expect(first!.attributes['xml:lang']).toBe('de');
  expect(one(first!, 'title').text).toBe('Omega-3 & low mood <2 g');
  expect(one(first!, 'updated').text).toBe('2026-09-01T00:00:00Z');
  expect(one(first!, 'content').attributes['type']).toBe('html');
  expect(one(first!, 'content').text).toBe('<p>5 &#x3C; 6 & "x"</p>');
  expect(one(first!, 'category').attributes).toEqual({ term: 'supplements', label: 'Supplements' });
  expect(one(one(first!, 'author'), 'uri').text).toBe('https://test.example/sub/people/editors/');
});

test('Atom: an empty feed is valid, and the same on every day', () => {
  const root = parse(atomFeed({ ...feed, entries: [] }));
  expect(one(root, 'updated').text).toBe('1970-01-01T00:00:00Z');
});

test('JSON Feed: what version 1.1 asks for', () => {
  const parsed = JSON.parse(jsonFeed(feed));
  expect(parsed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Test & co',
    home_page_url: feed.home,
    feed_url: feed.self,
    authors: [{ name: 'Test & co', url: feed.home }],
  });
  expect(parsed.items).toHaveLength(2);
  expect(parsed.items[0]).toMatchObject({
    id: 'https://test.example/sub/posts/omega-3/',
    url: 'https://test.example/sub/posts/omega-3/',
    content_html: '<p>5 &#x3C; 6 & "x"</p>\u000c',
    date_published: '2026-08-17T00:00:00Z',
    date_modified: '2026-09-01T00:00:00Z',
    tags: ['Supplements'],
    language: 'de',
  });
});
