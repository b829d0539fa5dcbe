import type { SiteView } from '../posts/views.ts';
import { absolute, withBase } from '../address/urls.ts';

/**
 * `/.well-known/security.txt` (RFC 9116): where to report a hole. `expires` is the ISO day from
 * which the file is not to be trusted any more, which the standard demands and wants to be less
 * than a year ahead. It comes from `content/site.yaml`: a person confirms the address now and then,
 * and the file does not change with the day of the build.
 */
export function securityTxt(site: SiteView, expires: string): string {
  return [
    `Contact: mailto:${site.email}`,
    `Expires: ${expires}T00:00:00.000Z`,
    `Preferred-Languages: ${site.language}`,
    `Canonical: ${absolute(withBase('/.well-known/security.txt', site.base), site)}`,
    '',
  ].join('\n');
}
