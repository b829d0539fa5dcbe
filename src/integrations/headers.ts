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
import { redirectsOf } from '../lib/posts/published.ts';
import { lastRead, readContent } from '../store/reading/read.ts';
import { today } from '../store/reading/today.ts';

/**
 * Tells hosts which headers and redirects the site needs: `_headers` and `_redirects` inside the
 * built site, where Netlify and Cloudflare look for them, and the files for nginx and Caddy in
 * `dist-config/`, outside of it, since nobody should be able to fetch those. Comes after whatever
 * removes pages.
 */
export function headers(): AstroIntegration {
  let dist = '';
  let root = '';
  let output = '';
  let base = '/';
  return {
    name: 'wellsourced:headers',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        dist = fileURLToPath(config.outDir);
        output = fileURLToPath(new URL('dist-config/', config.root));
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': async () => {
        const { posts } = (lastRead(root) ?? readContent(root)).records;
        const site: HostSite = { base, redirects: redirectsOf(posts, base, today()) };
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
