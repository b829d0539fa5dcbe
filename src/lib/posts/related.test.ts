import { expect, test } from 'vitest';
import { relatedPosts, type Relatable } from './related.ts';

function post(slug: string, topics: string[], words: string): Relatable {
  const terms: Record<string, number> = {};
  for (const word of words.split(' ')) terms[word] = (terms[word] ?? 0) + 1;
  return { slug, topics, terms, published: '2026-01-01' };
}

const posts = [
  post('alcohol', ['safety'], 'alcohol caffeine drink sedation sedation'),
  post('first-days', ['safety'], 'alcohol rest sleep drink'),
  post('omega-3', ['supplements'], 'fish oil epa atrial'),
  post('potassium', ['supplements'], 'potassium rats gluconate'),
  post('lonely', ['news'], 'nothing shared'),
];

test('shared words and shared topics both relate, most alike first', () => {
  const related = relatedPosts(posts, 3);
  expect(related.get('alcohol')).toEqual(['first-days']);
  expect(related.get('omega-3')).toEqual(['potassium']);
});

test('a post that shares nothing has no related posts', () => {
  expect(relatedPosts(posts, 3).get('lonely')).toEqual([]);
});

test('the order of the files does not change the answer', () => {
  const forwards = relatedPosts(posts, 3);
  const backwards = relatedPosts([...posts].reverse(), 3);
  for (const { slug } of posts) expect(backwards.get(slug)).toEqual(forwards.get(slug));
});

test('among equals the newer post comes first', () => {
  const twins = [
    post('a', ['t'], 'one'),
    { ...post('old', ['t'], 'two'), published: '2025-01-01' },
    { ...post('new', ['t'], 'three'), published: '2026-06-01' },
  ];
  expect(relatedPosts(twins, 2).get('a')).toEqual(['new', 'old']);
});

test('2,000 posts with 30 words each are related in well under two seconds', () => {
  const many = Array.from({ length: 2000 }, (_, i) =>
    post(
      `p${i}`,
      [`t${i % 50}`],
      Array.from({ length: 30 }, (_, k) => `w${(i * 7919 + k * k * 31) % 9000}`).join(' '),
    ),
  );
  const start = performance.now();
  relatedPosts(many, 4);
  expect(performance.now() - start).toBeLessThan(2000);
});
