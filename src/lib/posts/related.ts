import { heaviest, nearest, type Features } from '../text/likeness.ts';

/** What is compared to find related posts. */
export interface Relatable {
  slug: string;
  published: string;
  topics: string[];
  terms: Record<string, number>;
}

/**
 * A shared topic counts as much as this cosine similarity of words. Topics are chosen by a person
 * and few, words are many and noisy: two posts that share a topic but hardly a word still belong
 * together, and two that share many words win over a shared topic alone.
 */
const TOPIC_WEIGHT = 0.15;

/**
 * Words by which a post is compared: its heaviest. Those tell what it is about; the hundreds of
 * lighter ones hardly move the likeness, but cost most of the time at thousands of posts.
 */
const HEAVIEST = 60;

/**
 * The posts most like each post, best first, at most `count` for each.
 *
 * Likeness is the cosine of the posts' words, each weighted by tf-idf ((1 + ln n) · ln(N / df),
 * Salton and Buckley 1988), plus `TOPIC_WEIGHT` for every topic both have. Only the `HEAVIEST`
 * words of a post count, and none that stands in more than half of the posts: it tells nothing
 * apart. Ties go to the newer post, then to the slug, so that the answer never depends on the order
 * of files. Posts that share nothing are not related.
 */
export function relatedPosts(posts: Relatable[], count: number): Map<string, string[]> {
  const frequencies = documentFrequencies(posts);
  const features = posts.map((post) => weigh(post, frequencies, posts.length));
  const neighbours = nearest(features, count, (a, b) => newerFirst(posts[a]!, posts[b]!));
  return new Map(
    posts.map(({ slug }, at) => [slug, neighbours[at]!.map(({ number }) => posts[number]!.slug)]),
  );
}

function newerFirst(a: Relatable, b: Relatable): number {
  if (a.published !== b.published) return a.published < b.published ? 1 : -1;
  return a.slug < b.slug ? -1 : 1;
}

function documentFrequencies(posts: Relatable[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const post of posts) {
    for (const term of Object.keys(post.terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

/** Words at length 1, and each topic as a feature whose square is the topic's weight. */
function weigh(post: Relatable, df: Map<string, number>, total: number): Features<string> {
  const words = Object.entries(post.terms)
    .filter(([term]) => df.get(term)! <= total / 2)
    .map(([term, n]): [string, number] => [
      `word:${term}`,
      (1 + Math.log(n)) * Math.log(total / df.get(term)!),
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map([
    ...heaviest(words, HEAVIEST),
    ...post.topics.map((topic): [string, number] => [`topic:${topic}`, Math.sqrt(TOPIC_WEIGHT)]),
  ]);
}
