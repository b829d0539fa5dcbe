import type { APIRoute } from 'astro';
import type { Card } from '../../lib/social-image/card.ts';
import { socialImagePaths } from '../../store/astro/social-image-paths.ts';
import { socialImage } from '../../store/drawing/social-images.ts';

/** The picture that other sites show when somebody links to an article, or to the site. */
export const getStaticPaths = socialImagePaths;

export const GET: APIRoute<{ card: Card }> = async ({ props }) =>
  new Response(new Uint8Array(await socialImage(props.card)));
