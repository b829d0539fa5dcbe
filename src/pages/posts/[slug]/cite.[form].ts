import type { APIRoute } from 'astro';
import { toBibtex } from '../../../lib/cite/bibtex.ts';
import { toCslJson } from '../../../lib/cite/csl.ts';
import { postRecord } from '../../../lib/cite/post.ts';
import { toRis } from '../../../lib/cite/ris.ts';
import type { PostView, SiteView } from '../../../lib/posts/views.ts';
import { citePaths } from '../../../store/paths.ts';

/** The reference of an article as a file for citation managers. */
export const getStaticPaths = citePaths;

export const GET: APIRoute<{ site: SiteView; post: PostView; form: string }> = ({ props }) => {
  const record = postRecord(props.post, props.site.name);
  if (props.form === 'bib') return new Response(toBibtex(record));
  return new Response(props.form === 'ris' ? toRis(record) : toCslJson([record]));
};
