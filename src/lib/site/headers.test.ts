import { expect, test } from 'vitest';
import { headersFor, matches, metaPolicy, securityPolicy } from './headers.ts';
import { headersFile, redirectsFile, type HostSite } from './host-files.ts';

const WASM = "script-src 'self' 'wasm-unsafe-eval'";
const STRICT = "script-src 'self';";

const site = (base: string): HostSite => ({
  base,
  sections: ['about', 'posts', 'search', 'topics'],
  redirects: [{ from: `${base}posts/old/`, to: `${base}posts/new/` }],
});

test('the policy allows our own files only, in scripts and styles alike', () => {
  const policy = securityPolicy({ wasm: false });
  expect(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';")).toBe(true);
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types default");
  expect(policy).not.toMatch(/unsafe|https?:|data:|blob:|\*/);
});

test.each([
  ['/', '/search/', WASM],
  ['/', '/search/index.html', WASM],
  ['/', '/pagefind/pagefind-worker.js', WASM],
  ['/', '/', STRICT],
  ['/', '/search', STRICT],
  ['/', '/posts/search/', STRICT],
  ['/', '/posts/pagefind/', STRICT],
  ['/', '/nowhere/search/', STRICT],
  ['/sub/', '/sub/search/', WASM],
  ['/sub/', '/search/', STRICT],
  ['/sub/', '/sub/', STRICT],
])('under %s the page %s gets %s', (base, path, expected) => {
  expect(headersFor(path, base)['Content-Security-Policy']).toContain(expected);
  expect(metaPolicy(path, base)).toContain(expected);
});

test('the meta element says the same but for what browsers ignore there', () => {
  expect(metaPolicy('/', '/')).toBe(
    securityPolicy({ wasm: false }).replace("frame-ancestors 'none'; ", ''),
  );
});

test.each([
  ['/_astro/site.B1x2.css', /immutable/],
  ['/images/omega-3/fish.0a1b2c3d-800.avif', /immutable/],
  ['/pagefind/fragment/en_1234.pf_fragment', /immutable/],
  ['/pagefind/pagefind.js', /max-age=0/],
  ['/pagefind/pagefind-entry.json', /max-age=0/],
  ['/posts/omega-3/', /max-age=0/],
  ['/404.html', /max-age=0/],
  ['/feed.xml', /max-age=300$/],
  ['/topics/ketamine/feed.json', /max-age=300$/],
  ['/topics/ketamine/', /max-age=0/],
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
  const files = ['_astro/a.css', 'feed.xml', 'topics/a/feed.json', 'posts/a/cite.bib', 'og/a.png'];
  for (const path of [...pages, ...files].map((name) => base + name)) {
    const expected = headersFor(path, base);
    const sent = cloudflare(file, path);
    // Both hosts send the default by themselves, and what is no page needs no policy.
    sent['Cache-Control'] ??= 'public, max-age=0, must-revalidate';
    if (files.includes(path.slice(base.length))) {
      sent['Content-Security-Policy'] ??= expected['Content-Security-Policy']!;
    }
    expect(sent, path).toEqual(expected);
  }
});

test('the files for hosts keep to the limits of Cloudflare', () => {
  const file = headersFile({
    ...site('/'),
    sections: Array.from({ length: 30 }, (_, n) => `s${n}`),
  });
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
