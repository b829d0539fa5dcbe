import { FORMS } from '../../lib/cite/files.ts';
import type { PostSummary, PostView } from '../../lib/posts/views.ts';
import { keyOf, loadLibrary } from './library.ts';

/**
 * The pages of each kind: their address, what they show, and the key under which Astro may use a
 * page of the last build again. Props and key are made from one view, so a page cannot show what
 * its key does not hold.
 */

/** Articles, and pages that lead from their old addresses to the new ones. */
export async function postPaths() {
  const { site, posts, redirects } = await loadLibrary();
  return Promise.all([
    ...posts.map(async (post) => ({
      params: { slug: post.slug },
      props: { site, post, redirect: undefined },
      cacheKey: await keyOf({ post }, [post]),
    })),
    ...redirects.map(async (redirect) => ({
      params: { slug: redirect.slug },
      props: { site, post: undefined, redirect },
      cacheKey: await keyOf({ redirect }),
    })),
  ]);
}

/** The references of each article, as files. */
export async function citePaths() {
  const { site, posts } = await loadLibrary();
  const paths = posts.map(async (post) => {
    const cacheKey = await keyOf({ post });
    return FORMS.map((form) => ({
      params: { slug: post.slug, form },
      props: { site, post, form },
      cacheKey,
    }));
  });
  return (await Promise.all(paths)).flat();
}

/** The references of what each article cites, as files. */
export async function postSourcesPaths() {
  const { posts } = await loadLibrary();
  const paths = posts
    .filter(({ sources }) => sources.length > 0)
    .map(async (post) => {
      const cacheKey = await keyOf({ sources: post.sources });
      return FORMS.map((form) => ({
        params: { slug: post.slug, form },
        props: { post, form },
        cacheKey,
      }));
    });
  return (await Promise.all(paths)).flat();
}

/** Years of the archive, `postsPerPage` articles a page; the first page of a year has no number. */
export async function yearPaths() {
  const { site, years, postsPerPage } = await loadLibrary();
  const others = years.map(({ year, href }) => ({ year, href }));
  return Promise.all(
    years.flatMap(({ year, href, posts }) => {
      const pages = inPages(posts, postsPerPage);
      const addresses = pages.map((_, index) => (index === 0 ? href : `${href}${index + 1}/`));
      return pages.map(async (shown, index) => {
        const view = {
          year,
          years: others,
          posts: shown,
          count: posts.length,
          page: index + 1,
          pages: addresses,
        };
        return {
          params: { year: String(year), page: index === 0 ? undefined : String(index + 1) },
          props: { site, view },
          cacheKey: await keyOf(view),
        };
      });
    }),
  );
}

export async function topicPaths() {
  const { site, topics } = await loadLibrary();
  return Promise.all(
    topics.map(async (topic) => ({
      params: { topic: topic.id },
      props: { site, topic },
      cacheKey: await keyOf({ topic }),
    })),
  );
}

export async function sourcePaths() {
  const { site, sources } = await loadLibrary();
  return Promise.all(
    sources.map(async (source) => ({
      params: { source: source.key },
      props: { site, source },
      cacheKey: await keyOf({ source }),
    })),
  );
}

export async function seriesPaths() {
  const { site, series } = await loadLibrary();
  return Promise.all(
    series.map(async (one) => ({
      params: { series: one.id },
      props: { site, series: one },
      cacheKey: await keyOf({ series: one }),
    })),
  );
}

export async function personPaths() {
  const { site, people } = await loadLibrary();
  return Promise.all(
    people.map(async (person) => ({
      params: { person: person.id },
      props: { site, person },
      cacheKey: await keyOf({ person }),
    })),
  );
}

/** Articles in a feed: the newest, in full text. */
const FEED_LENGTH = 20;

/** Forms of a feed, and the ends of their addresses. */
const FEED_FORMS = ['xml', 'json'] as const;

/** The feed of the whole site. */
export async function siteFeedPaths() {
  const { site, posts } = await loadLibrary();
  return feedPaths(posts, {}, { site, title: site.name, path: '' });
}

/** A feed for each topic. */
export async function topicFeedPaths() {
  const { site, posts, topics } = await loadLibrary();
  const paths = await Promise.all(
    topics.map(({ id, name }) =>
      feedPaths(
        posts.filter((post) => post.topics.some((topic) => topic.id === id)),
        { topic: id },
        { site, title: `${site.name}: ${name}`, path: `topics/${id}/` },
      ),
    ),
  );
  return paths.flat();
}

async function feedPaths<
  Params extends Record<string, string>,
  Feed extends { title: string; path: string },
>(posts: PostView[], params: Params, feed: Feed) {
  const newest = posts.slice(0, FEED_LENGTH);
  return Promise.all(
    FEED_FORMS.map(async (form) => ({
      params: { ...params, form },
      props: { ...feed, posts: newest, form },
      cacheKey: await keyOf({ title: feed.title, path: feed.path, form, posts: newest }, newest),
    })),
  );
}

function inPages(posts: PostSummary[], size: number): PostSummary[][] {
  return Array.from({ length: Math.ceil(posts.length / size) }, (_, page) =>
    posts.slice(page * size, (page + 1) * size),
  );
}
