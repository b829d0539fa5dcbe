import { webManifest } from '../lib/site/manifest.ts';
import { loadLibrary } from '../store/astro/library.ts';
import { PAPER } from '../styles/colours.ts';

/** A manifest knows one pair of colours: those of light paper. */
const COLOURS = { background: PAPER.light, theme: PAPER.light };

export const GET = async () => new Response(webManifest((await loadLibrary()).site, COLOURS));
