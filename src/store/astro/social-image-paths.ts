import { interfaceOf } from '../../lib/interface/interface.ts';
import { PALETTE } from '../../lib/look/palette.ts';
import type { Card } from '../../lib/social-image/card.ts';
import { keyOf, loadLibrary } from './library.ts';
import { drawAhead } from '../drawing/social-images.ts';

/** A social image for each article, and `site` for all other pages. */
export async function socialImagePaths() {
  const { site, posts } = await loadLibrary();
  const { kinds } = interfaceOf(site.language).words;
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
        notes: [kinds[kind], ...topics.slice(0, 1).map(({ name }) => name)],
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
