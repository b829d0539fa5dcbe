import type { APIRoute } from 'astro';
import { postRecord } from '../../../lib/posts/cite-post.ts';
import { referenceFile, type ReferenceForm } from '../../../lib/cite/files.ts';
import type { PostView, SiteView } from '../../../lib/posts/views.ts';
import { citePaths } from '../../../store/astro/paths.ts';

/** The reference of an article as a file for citation managers. */
export const getStaticPaths = citePaths;

interface Props extends Record<string, unknown> {
  site: SiteView;
  post: PostView;
  form: ReferenceForm;
}

export const GET: APIRoute<Props> = ({ props: { site, post, form } }) =>
  new Response(referenceFile([postRecord(post, site.name)], form));
