import { expect, test } from 'vitest';
import { headersFor, matches, META_POLICY } from './headers.ts';
import { headersFile, redirectsFile, type HostSite } from './host-files.ts';

const site = (base: string): HostSite => ({
  base,
  redirects: [{ from: `${base}posts/old/`, to: `${base}posts/new/` }],
});

test('the policy allows our own files only, in scripts and styles alike, on every page', () => {
  const policy = headersFor('/search/', '/')['Content-Security-Policy']!;
  expect(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';")).toBe(true);
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types wellsourced");
  expect(policy).not.toMatch(/unsafe|https?:|data:|blob:|\*/);
  expect(headersFor('/posts/a/', '/')['Content-Security-Policy']).toBe(policy);
});

test('the meta element says the same but for what browsers ignore there', () => {
  const policy = headersFor('/', '/')['Content-Security-Policy']!;
  expect(META_POLICY).toBe(policy.replace("frame-ancestors 'none'; ", ''));
});

test.each([
  ['/_astro/site.B1x2.css', /immutable/],
  ['/images/omega-3/fish.0a1b2c3d-800.avif', /immutable/],
  ['/pagefind/fragment/en_1234.pf_fragment', /immutable/],
  ['/packs/parts/0123456789abcdef.pack', /immutable/],
  ['/packs/table.json', /max-age=0/],
  ['/worker.js', /max-age=0/],
  ['/pagefind/wellsourced.json', /max-age=0/],
  ['/pagefind/pagefind-entry.json', /max-age=0/],
  ['/posts/omega-3/', /max-age=0/],
  ['/404.html', /max-age=0/],
  ['/feed.xml', /max-age=300$/],
  ['/topics/caffeine/feed.json', /max-age=300$/],
  ['/topics/caffeine/', /max-age=0/],
  ['/topics/a/b/feed.json', /max-age=0/],
  ['/og/omega-3.png', /max-age=86400$/],
])('%s is kept as long as its name allows', (path, expected) => {
  expect(headersFor(path, '/')['Cache-Control']).toMatch(expected);
});

test('files whose type hosts do not know carry it', () => {
  expect(headersFor('/feed.xml', '/')['Content-Type']).toBe('application/atom+xml; charset=utf-8');
  expect(headersFor('/sub/posts/a/cite.ris', '/sub/')['Content-Type']).toContain('x-research-info');
  expect(headersFor('/posts/a/', '/')).not.toHaveProperty('Content-Type');
});

test('a full stop in a pattern is a full stop', () => {
  expect(matches('/feed.xml', '/feedyxml', '/')).toBe(false);
});

/** Reads `_headers` as hosts do: Cloudflare joins the values of all matching rules. */
function cloudflare(file: string, path: string): Record<string, string> {
  const sent: Record<string, string> = {};
  let applies = false;
  for (const line of file.split('\n')) {
    if (line.startsWith('/')) applies = matches(line.trim(), path, '/');
    else if (applies && line.trim() !== '') {
      const [, name, value] = /^ {2}([\w-]+): (.*)$/.exec(line)!;
      sent[name!] = name! in sent ? `${sent[name!]}, ${value}` : value!;
    }
  }
  return sent;
}

test.each(['/', '/sub/'])('_headers under %s sends what the table says', (base) => {
  const file = headersFile(site(base));
  const pages = ['', '404.html', 'posts/a/', 'about/', 'search/', 'topics/a/'];
  const files = [
    '_astro/a.css',
    'feed.xml',
    'topics/a/feed.json',
    'posts/a/cite.bib',
    'sources.ris',
    'og/a.png',
  ];
  for (const path of [...pages, ...files].map((name) => base + name)) {
    const expected = headersFor(path, base);
    const sent = cloudflare(file, path);
    // Both hosts send the default by themselves.
    sent['Cache-Control'] ??= 'public, max-age=0, must-revalidate';
    expect(sent, path).toEqual(expected);
  }
});

test('the files for hosts keep to the limits of Cloudflare', () => {
  const file = headersFile(site('/'));
  expect(file.split('\n').filter((line) => line.startsWith('/')).length).toBeLessThanOrEqual(100);
  for (const line of file.split('\n')) expect(line.length).toBeLessThanOrEqual(2000);
});

test('no pattern of _headers has an asterisk in the middle, where Netlify stops reading', () => {
  for (const line of headersFile(site('/')).split('\n')) {
    if (line.startsWith('/')) expect(line).toMatch(/^[^*]*\*?$/);
  }
});

test('_redirects leads old addresses on for good', () => {
  expect(redirectsFile(site('/sub/'))).toBe('/sub/posts/old/ /sub/posts/new/ 301\n');
});
