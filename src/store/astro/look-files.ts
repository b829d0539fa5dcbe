import type { APIRoute } from 'astro';
import { keyOf, lookFiles } from './library.ts';

const TYPES = {
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
};

/**
 * The files of the owner's look with one ending. Their names hold a digest of what is in them. Each
 * ending has a page of its own: in `npm run dev` Astro asks for a slash at the end of all others.
 */
export async function lookPaths(ending: keyof typeof TYPES) {
  const files = [...(await lookFiles()).keys()].filter((file) => file.endsWith(`.${ending}`));
  return Promise.all(
    files.map(async (file) => ({
      params: { name: file.slice(0, -ending.length - 1) },
      props: { file, type: TYPES[ending] },
      cacheKey: await keyOf({ file }),
    })),
  );
}

/** Answers with one of them. */
export const lookFile: APIRoute<{ file: string; type: string }> = async ({ props }) =>
  new Response(new Uint8Array((await lookFiles()).get(props.file)!), {
    headers: { 'Content-Type': props.type },
  });
