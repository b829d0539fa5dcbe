import { withBase } from '../address/urls.ts';

/**
 * What the site sends with each file: one source for the server of `npm start`, the files for hosts
 * (`host-files.ts`) and the `<meta>` element in every page.
 *
 * A pattern is a path without the base: `/feed.xml` itself, `/_astro/*` and all below it, or
 * `/topics/:topic/feed.xml` with any one segment in the place of `:topic`. Other forms are left out
 * on purpose: Netlify reads nothing after an asterisk. Patterns that set the same header never
 * overlap, since Netlify takes the last of them and Cloudflare joins them all.
 */
export interface Rule {
  patterns: string[];
  value: string;
}

/** Ours only, nothing inline, and no string becomes script or markup without a named policy. */
const POLICY = [
  ['default-src', "'none'"],
  ['script-src', "'self'"],
  ['style-src', "'self'"],
  ['img-src', "'self'"],
  ['font-src', "'self'"],
  ['connect-src', "'self'"],
  ['manifest-src', "'self'"],
  ['worker-src', "'self'"],
  ['base-uri', "'none'"],
  ['form-action', "'self'"],
  ['frame-ancestors', "'none'"],
  ['require-trusted-types-for', "'script'"],
  // Only the service worker's address is made into one (client/service-worker.ts).
  ['trusted-types', 'wellsourced'],
] as const;

/** Browser features that no page uses, switched off. Copying a citation is the only one in use. */
const FEATURES_OFF = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'sync-xhr',
  'usb',
  'xr-spatial-tracking',
];

/** Headers that go with every file, whatever its path. */
export const COMMON: Readonly<Record<string, string>> = {
  'Content-Security-Policy': write(POLICY),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': [
    ...FEATURES_OFF.map((name) => `${name}=()`),
    'clipboard-write=(self)',
  ].join(', '),
  // One year. Without includeSubDomains: what else lives under the domain is not ours to decide.
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Frame-Options': 'DENY',
};

const FOREVER = 'public, max-age=31536000, immutable';
const FIVE_MINUTES = 'public, max-age=300';
const ONE_DAY = 'public, max-age=86400';

/** Pages and all else without a rule: a browser may keep them, and asks before it uses them. */
export const DEFAULT_CACHE = 'public, max-age=0, must-revalidate';

export const CACHE: Rule[] = [
  {
    // Their names hold a hash of what is in them.
    value: FOREVER,
    patterns: [
      '/_astro/*',
      '/images/*',
      '/look/*',
      '/pagefind/index/*',
      '/pagefind/fragment/*',
      '/pagefind/filter/*',
      '/pagefind/added/*',
      '/packs/parts/*',
    ],
  },
  {
    value: FIVE_MINUTES,
    patterns: [
      '/feed.xml',
      '/feed.json',
      '/topics/:topic/feed.xml',
      '/topics/:topic/feed.json',
      '/sitemap.xml',
      '/robots.txt',
      '/opensearch.xml',
      '/manifest.webmanifest',
      '/.well-known/*',
    ],
  },
  { value: ONE_DAY, patterns: ['/og/*', '/icons/*', '/fonts/*', '/favicon.svg'] },
];

/** References as files, without the end of the name. */
const BIBLIOGRAPHIES = ['/posts/:post/cite', '/posts/:post/sources', '/sources'];

/** Types that hosts do not know or get wrong. */
export const TYPES: Rule[] = [
  {
    value: 'application/atom+xml; charset=utf-8',
    patterns: ['/feed.xml', '/topics/:topic/feed.xml'],
  },
  {
    value: 'application/feed+json; charset=utf-8',
    patterns: ['/feed.json', '/topics/:topic/feed.json'],
  },
  {
    value: 'application/opensearchdescription+xml; charset=utf-8',
    patterns: ['/opensearch.xml'],
  },
  { value: 'application/manifest+json; charset=utf-8', patterns: ['/manifest.webmanifest'] },
  { value: 'text/plain; charset=utf-8', patterns: ['/.well-known/security.txt'] },
  {
    value: 'application/x-bibtex; charset=utf-8',
    patterns: BIBLIOGRAPHIES.map((name) => `${name}.bib`),
  },
  {
    value: 'application/x-research-info-systems; charset=utf-8',
    patterns: BIBLIOGRAPHIES.map((name) => `${name}.ris`),
  },
  {
    value: 'application/vnd.citationstyles.csl+json; charset=utf-8',
    patterns: BIBLIOGRAPHIES.map((name) => `${name}.json`),
  },
];

/**
 * The same policy for a `<meta http-equiv="Content-Security-Policy">` in every page, for hosts that
 * send no headers. Without `frame-ancestors`, which means nothing there and would be reported in
 * the console of each page.
 */
export const META_POLICY = write(POLICY.filter(([directive]) => directive !== 'frame-ancestors'));

/**
 * The headers of the file at `path` (base included, as in a request, without query). A content type
 * is among them only where hosts need to be configured. A path outside the base gets what a page gets.
 */
export function headersFor(path: string, base: string): Record<string, string> {
  const type = valueFor(TYPES, path, base);
  return {
    ...COMMON,
    'Cache-Control': valueFor(CACHE, path, base) ?? DEFAULT_CACHE,
    ...(type !== undefined && { 'Content-Type': type }),
  };
}

/** True when `pattern` (without base) holds for `path` (with base). */
export function matches(pattern: string, path: string, base: string): boolean {
  return new RegExp(patternSource(pattern, base)).test(path);
}

/** A pattern as the source of a regular expression, in the syntax that nginx shares. */
export function patternSource(pattern: string, base: string): string {
  const open = pattern.endsWith('/*');
  const source = withBase(open ? pattern.slice(0, -1) : pattern, base)
    .replace(/[.+?^${}()|[\]\\*]/g, '\\$&')
    .replace(/:[a-z]+/g, '[^/]+');
  return `^${source}${open ? '' : '$'}`;
}

function valueFor(rules: Rule[], path: string, base: string): string | undefined {
  return rules.find(({ patterns }) => patterns.some((pattern) => matches(pattern, path, base)))
    ?.value;
}

function write(policy: readonly (readonly [string, string])[]): string {
  return policy.map(([directive, value]) => `${directive} ${value}`).join('; ');
}
