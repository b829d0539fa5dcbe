import type { SiteView } from '../posts/views.ts';
import { xmlElement } from '../text/xml.ts';
import { absolute, withBase } from '../address/urls.ts';

/**
 * The description by which browsers offer the site's search in their address bar (OpenSearch 1.1).
 *
 * The words go into the fragment, `/search/#q=…`: the template syntax of the standard allows a
 * parameter there (`ttemplate` ends in `[ "#" tfragment ]`), and a fragment is never sent to a
 * server. So what a reader looks for stays on the device, as on the search page itself.
 */
export function openSearch({ name, description, language, address, base }: SiteView): string {
  const at = (path: string) => absolute(withBase(path, base), { address, base });
  return `<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
${[
  // The standard allows 16 characters here and 48 below, and 1,024 in the description.
  xmlElement('ShortName', {}, cut(name, 16)),
  xmlElement('LongName', {}, cut(name, 48)),
  xmlElement('Description', {}, cut(description, 1024)),
  xmlElement('Language', {}, language),
  xmlElement('InputEncoding', {}, 'UTF-8'),
  xmlElement(
    'Image',
    { width: '192', height: '192', type: 'image/png' },
    at('/icons/icon-192.png'),
  ),
  xmlElement('Url', { type: 'text/html', template: `${at('/search/')}#q={searchTerms}` }),
  xmlElement('Url', {
    type: 'application/opensearchdescription+xml',
    rel: 'self',
    template: at('/opensearch.xml'),
  }),
].join('\n')}
</OpenSearchDescription>
`;
}

function cut(text: string, length: number): string {
  return [...text].slice(0, length).join('').trim();
}
