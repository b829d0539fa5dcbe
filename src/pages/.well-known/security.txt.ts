import { securityTxt } from '../../lib/site/security-txt.ts';
import { loadLibrary } from '../../store/astro/library.ts';

/** There is no file as long as `content/site.yaml` names no `securityExpires`. */
export const GET = async () => {
  const { site, securityExpires } = await loadLibrary();
  return new Response(securityExpires ? securityTxt(site, securityExpires) : null);
};
