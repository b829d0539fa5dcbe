import type { APIRoute } from 'astro';
import { lookFiles } from '../../store/astro/library.ts';
import { lookPaths } from '../../store/astro/paths.ts';

/** The owner's style sheet, fonts and logos (`look` in `content/site.yaml`). */
export const getStaticPaths = lookPaths;

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
};

export const GET: APIRoute<{ file: string; form: string }> = async ({ props: { file, form } }) =>
  new Response(new Uint8Array((await lookFiles()).get(file)!), {
    headers: { 'Content-Type': TYPES[form]! },
  });
