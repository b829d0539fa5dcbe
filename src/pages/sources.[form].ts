import type { APIRoute } from 'astro';
import { FORMS, referenceFile, type ReferenceForm } from '../lib/cite/files.ts';
import { sourceRecord } from '../lib/evidence/source-words.ts';
import { loadLibrary } from '../store/astro/library.ts';

/** All sources as a file for citation managers. */
export const getStaticPaths = () => FORMS.map((form) => ({ params: { form }, props: { form } }));

export const GET: APIRoute<{ form: ReferenceForm }> = async ({ props: { form } }) => {
  const { sources } = await loadLibrary();
  return new Response(
    referenceFile(
      sources.map(({ source }) => sourceRecord(source)),
      form,
    ),
  );
};
