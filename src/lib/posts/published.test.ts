import { expect, test } from 'vitest';
import { redirectsOf } from './published.ts';
import type { PostRecord } from './records.ts';

const post = (slug: string, more: Partial<PostRecord>) =>
  ({ slug, published: '2026-05-01', ...more }) as PostRecord;

test('old addresses lead to what readers can open, and to nothing else', () => {
  const posts = [
    post('new', { slugHistory: ['old', 'older'] }),
    post('draft', { slugHistory: ['was-draft'], draft: true }),
    post('later', { slugHistory: ['was-later'], published: '2026-05-03' }),
    post('plain', {}),
  ];
  expect(redirectsOf(posts, '/sub/', '2026-05-02')).toEqual([
    { from: '/sub/posts/old/', to: '/sub/posts/new/' },
    { from: '/sub/posts/older/', to: '/sub/posts/new/' },
  ]);
});
