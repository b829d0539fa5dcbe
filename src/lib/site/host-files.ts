import { CACHE, COMMON, DEFAULT_CACHE, patternSource, TYPES, type Rule } from './headers.ts';
import type { Redirect } from '../posts/published.ts';
import { withBase } from '../address/urls.ts';

/** What the files for hosts are made from. */
export interface HostSite {
  /** `/` or `/sub/`. */
  base: string;
  redirects: Redirect[];
}

/** Where the logs go: not beside the server's own, which Debian keeps for two weeks. */
const LOGS = '/var/log/wellsourced';

/** What Caddy would write of a reader. */
const PERSONAL = [
  'request>remote_ip',
  'request>remote_port',
  'request>client_ip',
  'request>host',
  'request>headers',
  'request>tls',
  'resp_headers',
  'user_id',
];

/**
 * For `/etc/logrotate.d/`: the logs of nginx and of Caddy are kept for two days. Their content is
 * copied and cut, so that neither server has to be signalled, and empty days end old ones too.
 */
export function logrotateFile(): string {
  return `# Put this into /etc/logrotate.d/ as wellsourced. The folder has to be there:
#   nginx: install -d -o www-data ${LOGS}
#   Caddy: install -d -o caddy ${LOGS}
${LOGS}/*.log {
    su root root
    daily
    rotate 1
    missingok
    ifempty
    copytruncate
}
`;
}

/**
 * `_headers`, which Netlify and Cloudflare read. Both send `max-age=0, must-revalidate` by
 * themselves where no rule sets a cache time.
 */
export function headersFile({ base }: HostSite): string {
  const blocks: [pattern: string, headers: Record<string, string>][] = [['/*', { ...COMMON }]];
  for (const [name, rules] of [
    ['Cache-Control', CACHE],
    ['Content-Type', TYPES],
  ] as const) {
    for (const { patterns, value } of rules) {
      for (const pattern of patterns) blocks.push([pattern, { [name]: value }]);
    }
  }
  return blocks
    .map(([pattern, headers]) => {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
      return `${withBase(pattern, base)}\n${lines.join('')}`;
    })
    .join('\n');
}

/**
 * `_redirects`, for the same hosts. Without Netlify's `301!`, which Cloudflare does not know: where
 * a page lies at the old address, Netlify serves that page, and it leads on as well.
 */
export function redirectsFile({ redirects }: HostSite): string {
  return redirects.map(({ from, to }) => `${from} ${to} 301\n`).join('');
}

/** What nginx needs in its `http` block: which value goes with which path. */
export function nginxMaps({ base }: HostSite): string {
  const map = (name: string, fallback: string, rules: Rule[]) =>
    [
      `map $uri $${name} {`,
      `    default "${fallback}";`,
      ...rules.flatMap(({ patterns, value }) =>
        patterns.map((pattern) => `    "~${patternSource(pattern, base)}" "${value}";`),
      ),
      '}',
    ].join('\n');
  return `# Include this in the http block of nginx.
# A line of the log says when, what and how it went: no address, no browser, no page before.
log_format wellsourced '$time_iso8601 $status $request_method $uri';
${map('wellsourced_cache', DEFAULT_CACHE, CACHE)}
`;
}

/**
 * What nginx needs in the `server` block, beside `listen`, `server_name` and `root`. All headers
 * stand at the level of the server: an `add_header` inside a location would switch these off.
 */
export function nginxServer({ base, redirects }: HostSite): string {
  const at = (path: string) => withBase(path, base);
  return `# Include this in the server block of nginx, below listen, server_name and root.
${Object.entries({ ...COMMON, 'Cache-Control': '$wellsourced_cache' })
  .map(([name, value]) => `add_header ${name} "${value}" always;`)
  .join('\n')}

access_log ${LOGS}/nginx.log wellsourced;
# Errors can name the address of a reader, so only those are kept that stop the server.
error_log ${LOGS}/nginx-error.log crit;

index index.html;
charset utf-8;
charset_types text/css text/xml text/plain application/javascript application/json image/svg+xml;
gzip on;
gzip_vary on;
gzip_types text/css text/xml text/plain application/javascript application/json application/atom+xml image/svg+xml;
absolute_redirect off;
error_page 404 ${at('/404.html')};
location ~ /\\.(?!well-known/) { return 404; }
location ~ /_(headers|redirects)$ { return 404; }
${TYPES.flatMap(({ patterns, value }) =>
  patterns.map(
    (pattern) =>
      `location ~ ${patternSource(pattern, base)} { types { } default_type "${value}"; }\n`,
  ),
).join(
  '',
)}${redirects.map(({ from, to }) => `location = ${from} { return 301 ${to}; }\n`).join('')}`;
}

/**
 * A snippet for a Caddyfile: `import` the file at its top, then write `import wellsourced` into the
 * block of the site, below its `root`. A header with `?` gives way to one that a path has set; each
 * stands alone, since Caddy treats several in one block as one.
 */
export function caddyfile({ base, redirects }: HostSite): string {
  const at = (path: string) => withBase(path, base);
  const ruled = (name: string, header: string, rules: Rule[]) =>
    rules.flatMap(({ patterns, value }, index) => [
      `\t@wellsourced_${name}${index} path ${patterns
        .map((pattern) => at(pattern).replace(/:[a-z]+/g, '*'))
        .join(' ')}`,
      `\theader @wellsourced_${name}${index} ${header} "${value}"`,
    ]);
  return `${[
    '(wellsourced_common) {',
    ...Object.entries(COMMON).map(([name, value]) => `\theader ${name} "${value}"`),
    `\theader ?Cache-Control "${DEFAULT_CACHE}"`,
    '}',
    '',
    '(wellsourced) {',
    // A line says when, what and how it went, and nothing of the reader. Caddy itself drops old
    // lines by their number only, logrotate by their age.
    '\tlog {',
    `\t\toutput file ${LOGS}/caddy.log {`,
    '\t\t\troll_disabled',
    '\t\t}',
    '\t\tformat filter {',
    '\t\t\twrap json',
    '\t\t\tfields {',
    ...PERSONAL.map((field) => `\t\t\t\t${field} delete`),
    '\t\t\t\trequest>uri regexp "\\?.*" ""',
    '\t\t\t}',
    '\t\t}',
    '\t}',
    '\timport wellsourced_common',
    ...ruled('cache', 'Cache-Control', CACHE),
    ...ruled('type', 'Content-Type', TYPES),
    ...redirects.map(({ from, to }) => `\tredir ${from} ${to} 301`),
    '\tencode gzip',
    '\tfile_server {',
    '\t\thide _headers _redirects',
    '\t}',
    '\thandle_errors {',
    // An error starts without any header.
    '\t\timport wellsourced_common',
    `\t\trewrite * ${at('/404.html')}`,
    '\t\tfile_server',
    '\t}',
    '}',
  ].join('\n')}\n`;
}
