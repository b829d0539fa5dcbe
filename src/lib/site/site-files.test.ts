import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { siteView } from '../posts/view-fixture.ts';
import { fromFragment } from '../search/address.ts';
import { webManifest } from './manifest.ts';
import { openSearch } from './opensearch.ts';
import { robots } from './robots.ts';
import { securityTxt } from './security-txt.ts';
import { sitemap } from './sitemap.ts';

/** Elements of an XML document with their attributes and text. Throws where it is not well formed. */
function elements(
  xml: string,
): { name: string; attributes: Record<string, string>; text: string }[] {
  const parser = new SaxesParser({ xmlns: false });
  const found: { name: string; attributes: Record<string, string>; text: string }[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => found.push({ name, attributes, text: '' }));
  parser.on('text', (text) => {
    if (found.length > 0) found.at(-1)!.text += text.trim();
  });
  parser.write(xml).close();
  return found;
}

test('the sitemap lists pages, with the day of change where it is known', () => {
  const found = elements(
    sitemap([
      { url: 'https://test.example/sub/' },
      { url: 'https://test.example/sub/posts/a/?b&c', changed: '2026-09-01' },
    ]),
  );
  expect(found.map(({ name, text }) => [name, text])).toEqual([
    ['urlset', ''],
    ['url', ''],
    ['loc', 'https://test.example/sub/'],
    ['url', ''],
    ['loc', 'https://test.example/sub/posts/a/?b&c'],
    ['lastmod', '2026-09-01'],
  ]);
});

test('robots.txt names the sitemap', () => {
  expect(robots('https://test.example/sitemap.xml')).toContain(
    '\nSitemap: https://test.example/sitemap.xml\n',
  );
});

test('OpenSearch puts the words where the search page reads them, and never into a query', () => {
  const urls = elements(openSearch(siteView)).filter(({ name }) => name === 'Url');
  const template = urls[0]!.attributes['template']!;
  expect(template).not.toContain('?');
  const filled = new URL(template.replace('{searchTerms}', encodeURIComponent('alcohol & sleep')));
  expect(filled.origin + filled.pathname).toBe('https://test.example/sub/search/');
  expect(fromFragment(filled.hash).words).toBe('alcohol & sleep');
});

test('OpenSearch keeps to the lengths of the standard', () => {
  const long = { ...siteView, name: 'A very long name of a publication on health' };
  const name = elements(openSearch(long)).find(({ name }) => name === 'ShortName')!;
  expect(name.text.length).toBeLessThanOrEqual(16);
});

test('everything in the manifest lies below the base', () => {
  const manifest = JSON.parse(webManifest(siteView, { background: '#ffffff', theme: '#123456' }));
  expect(manifest).toMatchObject({
    id: '/sub/',
    start_url: '/sub/',
    scope: '/sub/',
    name: 'Test & co',
    theme_color: '#123456',
  });
  for (const { src, sizes, purpose } of manifest.icons) {
    expect(src).toMatch(/^\/sub\/icons\/[\w-]+\.png$/);
    expect(sizes).toMatch(/^(192x192|512x512)$/);
    expect(['any', 'maskable']).toContain(purpose);
  }
  for (const { url } of manifest.shortcuts) expect(url).toMatch(/^\/sub\/\w+\/$/);
});

test('security.txt has a contact and a day on which it ends', () => {
  expect(securityTxt(siteView, '2027-10-01')).toBe(`Contact: mailto:editors@test.example
Expires: 2027-10-01T00:00:00.000Z
Preferred-Languages: en
Canonical: https://test.example/sub/.well-known/security.txt
`);
});
