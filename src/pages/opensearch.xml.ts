import { openSearch } from '../lib/site/opensearch.ts';
import { loadLibrary } from '../store/astro/library.ts';

export const GET = async () => new Response(openSearch((await loadLibrary()).site));
