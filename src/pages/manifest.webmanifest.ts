import { webManifest } from '../lib/site/manifest.ts';
import { PALETTE } from '../lib/look/palette.ts';
import { loadLibrary } from '../store/astro/library.ts';

/** A manifest knows one pair of colours: those of the light. */
export const GET = async () => {
  const { site } = await loadLibrary();
  const background = PALETTE.paper.light;
  const theme = site.look.accent?.light ?? background;
  return new Response(webManifest(site, { background, theme }));
};
