import type { APIRoute } from 'astro';
import { referenceFile, type ReferenceForm } from '../../../lib/cite/files.ts';
import type { PostView } from '../../../lib/posts/views.ts';
import { postSourcesPaths } from '../../../store/astro/paths.ts';

/** The sources of an article as a file for citation managers. */
export const getStaticPaths = postSourcesPaths;

export const GET: APIRoute<{ post: PostView; form: ReferenceForm }> = ({ props }) =>
  new Response(referenceFile(props.post.sources, props.form));
