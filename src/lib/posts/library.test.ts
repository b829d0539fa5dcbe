import { expect, test } from 'vitest';
import { buildLibrary, type LibraryInput } from './library.ts';
import type { PostRecord } from './records.ts';

function post(slug: string, more: Partial<PostRecord> = {}): PostRecord {
  return {
    slug,
    digest: slug,
    title: `Title of ${slug}`,
    description: 'What was found.',
    authors: ['editors'],
    published: '2026-03-01',
    topics: ['caffeine'],
    kind: 'evidence',
    evidence: 'sourced',
    disclosure: 'None.',
    words: 1190,
    terms: { caffeine: 3 },
    cites: [],
    checked: { figures: 0, designs: [], opinions: 0 },
    leans: [],
    ...more,
  };
}

function input(posts: PostRecord[], more: Partial<LibraryInput> = {}): LibraryInput {
  return {
    posts,
    people: [
      { id: 'editors', name: 'The editors', kind: 'organisation', role: 'Editors', bio: '…' },
    ],
    comments: [],
    sources: [],
    look: { preload: [] },
    today: '2026-06-01',
    unpublished: false,
    site: {
      name: 'Test',
      tagline: 't',
      description: 'd',
      address: 'https://test.example',
      base: '/sub/',
      language: 'en',
      email: 'e@test.example',
      licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      copyright: 'The editors',
      postsPerPage: 20,
      topics: [
        { id: 'caffeine', name: 'Caffeine', description: 'k' },
        { id: 'safety', name: 'Safety', description: 's' },
      ],
      series: [{ id: 'start', name: 'Start here', description: 's' }],
      questions: [],
      crisis: [],
      emergency: [],
      exitTo: 'https://example.org/weather',
      navigation: [{ name: 'About', to: '/about/' }],
      footer: [{ name: 'Privacy', to: '/privacy/' }],
    },
    ...more,
  };
}

test('drafts and posts of the future are not in a published site, and are in a preview', () => {
  const posts = [
    post('now'),
    post('draft', { draft: true }),
    post('later', { published: '2026-06-02' }),
  ];
  expect(buildLibrary(input(posts)).posts.map(({ slug }) => slug)).toEqual(['now']);
  const preview = buildLibrary(input(posts, { unpublished: true }));
  expect(preview.posts.map(({ slug, draft, scheduled }) => [slug, draft, scheduled])).toEqual([
    ['later', false, true],
    ['draft', true, false],
    ['now', false, false],
  ]);
});

test('a post is published on its day, not the day after', () => {
  expect(buildLibrary(input([post('today', { published: '2026-06-01' })])).posts).toHaveLength(1);
});

test('posts stand newest first, whatever the order of the files', () => {
  const posts = [post('a'), post('b', { published: '2026-05-01' }), post('c')];
  expect(buildLibrary(input(posts)).posts.map(({ slug }) => slug)).toEqual(['b', 'a', 'c']);
  expect(buildLibrary(input(posts.reverse())).posts.map(({ slug }) => slug)).toEqual([
    'b',
    'a',
    'c',
  ]);
});

test('every address carries the base, and canonical addresses are absolute', () => {
  const [view] = buildLibrary(input([post('omega-3')])).posts;
  expect(view).toMatchObject({
    href: '/sub/posts/omega-3/',
    canonical: 'https://test.example/sub/posts/omega-3/',
    topics: [{ name: 'Caffeine', href: '/sub/topics/caffeine/' }],
    minutes: 5,
  });
});

test('a series lists its published parts in order and marks the one being read', () => {
  const posts = [
    post('second', { series: { name: 'start', part: 2 } }),
    post('first', { series: { name: 'start', part: 1 } }),
    post('hidden', { series: { name: 'start', part: 3 }, draft: true }),
  ];
  const second = buildLibrary(input(posts)).posts.find(({ slug }) => slug === 'second')!;
  expect(second.series?.parts.map(({ title, current }) => [title, current])).toEqual([
    ['Title of first', false],
    ['Title of second', true],
  ]);
});

test('a topic without posts is still listed, with its count', () => {
  const { topics } = buildLibrary(input([post('a')]));
  expect(topics.map(({ id, count }) => [id, count])).toEqual([
    ['caffeine', 1],
    ['safety', 0],
  ]);
});

test('comments stand with their post, oldest first, cut into paragraphs of plain text', () => {
  const comments = [
    { id: 'two', post: 'a', name: 'B', month: '2026-05', text: 'One.\n\nTwo <b>.' },
    { id: 'one', post: 'a', name: 'A', month: '2026-04', text: 'Earlier.' },
    { id: 'x', post: 'other', name: 'A', month: '2026-04', text: 'Elsewhere.' },
  ];
  const [view] = buildLibrary(input([post('a')], { comments })).posts;
  expect(view!.comments.map(({ paragraphs }) => paragraphs)).toEqual([
    ['Earlier.'],
    ['One.', 'Two <b>.'],
  ]);
});

test('old addresses lead to the post', () => {
  expect(buildLibrary(input([post('new', { slugHistory: ['old'] })])).redirects).toEqual([
    { slug: 'old', to: '/sub/posts/new/', title: 'Title of new' },
  ]);
});

test('an author who is not there is named, with the command that tells the line', () => {
  expect(() => buildLibrary(input([post('a', { authors: ['nobody'] })]))).toThrow(
    /"nobody".*npm run check/,
  );
});
