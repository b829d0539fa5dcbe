import { KIND_NAMES } from '../lib/search/kind-names.ts';
import type { Card } from '../lib/social-image/card.ts';
import { PALETTE } from '../lib/look/palette.ts';
import { keyOf, loadLibrary } from './library.ts';
import { drawAhead } from './social-images.ts';

/** A social image for each article, and `site` for all other pages. */
export async function socialImagePaths() {
  const { site, posts } = await loadLibrary();
  const look = {
    accent: site.look.accent?.light ?? PALETTE.accent.light,
    mark: site.look.logo === undefined,
  };
  const cards: [slug: string, card: Card][] = [
    [
      'site',
      { title: site.tagline, site: site.name, notes: [new URL(site.address).host], ...look },
    ],
    ...posts.map(({ slug, title, kind, topics }): [string, Card] => [
      slug,
      {
        title,
        site: site.name,
        notes: [KIND_NAMES[kind], ...topics.slice(0, 1).map(({ name }) => name)],
        ...look,
      },
    ]),
  ];
  if (!import.meta.env.DEV) drawAhead(cards.map(([, card]) => card));
  return Promise.all(
    cards.map(async ([slug, card]) => ({
      params: { slug },
      props: { card },
      cacheKey: await keyOf({ card }),
    })),
  );
}
