import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import {
  caddyfile,
  headersFile,
  logrotateFile,
  nginxMaps,
  nginxServer,
  redirectsFile,
  type HostSite,
} from '../lib/site/host-files.ts';
import { redirectIn, type Redirect } from '../lib/site/redirects.ts';

/** How much of a page is read to learn whether it only leads on. In bytes. */
const HEAD = 1024;

/**
 * Tells hosts which headers and redirects the site needs: `_headers` and `_redirects` inside the
 * built site, where Netlify and Cloudflare look for them, and the files for nginx and Caddy in
 * `dist-config/`, outside of it, since nobody should be able to fetch those. Comes after whatever
 * removes pages.
 */
export function headers(): AstroIntegration {
  let dist = '';
  let output = '';
  let base = '/';
  return {
    name: 'wellsourced:headers',
    hooks: {
      'astro:config:done': ({ config }) => {
        dist = fileURLToPath(config.outDir);
        output = fileURLToPath(new URL('dist-config/', config.root));
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': async () => {
        const site: HostSite = { base, redirects: redirects(dist, base) };
        await mkdir(output, { recursive: true });
        await Promise.all([
          writeFile(join(dist, '_headers'), headersFile(site)),
          writeFile(join(dist, '_redirects'), redirectsFile(site)),
          writeFile(join(output, 'nginx-http.conf'), nginxMaps(site)),
          writeFile(join(output, 'nginx-server.conf'), nginxServer(site)),
          writeFile(join(output, 'Caddyfile'), caddyfile(site)),
          writeFile(join(output, 'logrotate'), logrotateFile()),
        ]);
      },
    },
  };
}

/** The pages of posts that only lead on, read from what was built. */
function redirects(dist: string, base: string): Redirect[] {
  const posts = join(dist, 'posts');
  if (!existsSync(posts)) return [];
  return readdirSync(posts, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .flatMap((slug) => {
      const page = join(posts, slug, 'index.html');
      return (existsSync(page) && redirectIn(beginning(page), `${base}posts/${slug}/`)) || [];
    });
}

function beginning(path: string): string {
  const buffer = Buffer.alloc(HEAD);
  const file = openSync(path, 'r');
  try {
    return buffer.toString('utf8', 0, readSync(file, buffer));
  } finally {
    closeSync(file);
  }
}
