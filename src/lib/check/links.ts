import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { FIXED_PAGES } from '../site/pages.ts';
import { suggestion } from '../text/did-you-mean.ts';
import type { Content, TextFacts } from './content.ts';

/** Where a link leads, as `destinationOf` of the pipeline reads it. */
type Destination =
  | { kind: 'page'; path: string; hash: string }
  | { kind: 'anchor'; hash: string }
  | { kind: 'external' | 'other'; href: string };

/**
 * Dead links and anchors of all texts, and of header and footer. `read` tells where a link in a file leads; `files` are the
 * paths that `public/` serves.
 */
export function checkLinks(
  content: Content,
  read: (href: string, file: string) => Destination,
  files: string[],
  today: string,
): Diagnostic[] {
  const { site, posts, pages, people } = content;
  const ids = new Map<string, TextFacts>();
  const hidden = new Set<string>();
  for (const { slug, facts, post } of posts) {
    ids.set(`/posts/${slug}/`, facts);
    if (post?.draft || (post && post.published > today)) hidden.add(`/posts/${slug}/`);
  }
  for (const { slug, facts } of pages) ids.set(`/${slug}/`, facts);
  const years = new Set(posts.flatMap(({ post }) => (post ? [post.published.slice(0, 4)] : [])));
  const known = new Set([
    // Those that the owner writes are known by their files.
    ...FIXED_PAGES.filter(({ written }) => !written).map(({ path }) => path),
    ...['/feed.xml', '/feed.json'],
    ...files,
    ...ids.keys(),
    ...posts.flatMap(({ post }) => post?.slugHistory?.map((slug) => `/posts/${slug}/`) ?? []),
    ...[...years].map((year) => `/archive/${year}/`),
    ...(site?.data.topics.flatMap(({ id }) =>
      ['', 'feed.xml', 'feed.json'].map((end) => `/topics/${id}/${end}`),
    ) ?? []),
    ...(site?.data.series.map(({ id }) => `/series/${id}/`) ?? []),
    ...people.map(({ data }) => `/people/${data.id}/`),
    ...content.sources.map(({ data }) => `/sources/${data.key}/`),
  ]);

  const places = (['navigation', 'footer'] as const).flatMap((field) =>
    (site?.data[field] ?? []).map(({ to }, index) => ({ to, path: [field, index, 'to'] })),
  );
  const ofSite = places
    .filter(({ to }) => to.startsWith('/') && !known.has(to))
    .map(({ to, path }) =>
      diagnose('link/dead', site!.file, site!.placeOf(path), {
        found: `Nothing is at ${to}.`,
        expected:
          'The address of a page of this site, such as /contact/ for content/pages/contact.md.',
        fix: `${suggestion(to, [...known])}Write the page, or correct the link.`,
      }),
    );

  const ofTexts = [...posts, ...pages].flatMap((text) => {
    const { file, facts } = text;
    const open = !('post' in text) || (text.post && !hidden.has(`/posts/${text.slug}/`));
    return facts.links.flatMap((link) => {
      const to = read(link.href, file);
      if (to.kind === 'anchor') return anchor(facts, to.hash, link.href);
      if (to.kind !== 'page') {
        const local = to.kind === 'other' && !/^[a-z][a-z0-9+.-]*:/i.test(link.href);
        return local ? dead(link.href) : [];
      }
      const path = decodeURI(to.path);
      if (!known.has(path)) return dead(path);
      if (open && hidden.has(path)) {
        return diagnose('link/draft', file, link, {
          found: `${path} is a draft or waits for its day.`,
          expected: 'A link to an article that readers can open.',
          fix: 'Remove the link until that article is published.',
        });
      }
      const target = ids.get(path);
      return to.hash !== '' && target ? anchor(target, to.hash, path + to.hash) : [];

      function dead(shown: string): Diagnostic {
        const slash = known.has(`${shown}/`) ? `${shown}/` : undefined;
        return diagnose('link/dead', file, link, {
          found: `Nothing is at ${shown}.`,
          expected: slash
            ? 'The address of a page, with a slash at its end.'
            : 'The address of a page of this site, such as /posts/iron-and-tea/.',
          fix: slash ? `Write ${slash}.` : `${suggestion(shown, [...known])}Correct the link.`,
        });
      }

      function anchor(target: TextFacts, hash: string, shown: string): Diagnostic[] {
        const id = decodeURIComponent(hash.slice(1));
        if (id === '' || target.ids.includes(id)) return [];
        return [
          diagnose('link/anchor', file, link, {
            found: `There is no section ${shown}.`,
            expected: `One of: ${target.ids.map((known) => `#${known}`).join(', ') || 'no section there has a link'}.`,
            fix: `${suggestion(id, target.ids)}Correct what follows the #.`,
          }),
        ];
      }
    });
  });
  return [...ofSite, ...ofTexts];
}
