import { expect, test } from 'vitest';
import { caddyfile, nginxMaps, nginxServer, type HostSite } from './host-files.ts';

const site: HostSite = {
  base: '/sub/',
  redirects: [{ from: '/sub/posts/old/', to: '/sub/posts/new/' }],
};

test('nginx sets every header at the level of the server', () => {
  const config = nginxServer(site);
  const locations = config.split('\n').filter((line) => line.startsWith('location'));
  expect(locations.join('')).not.toContain('add_header');
  expect(config).toMatch(/add_header Content-Security-Policy "default-src 'none'[^"]*" always;/);
  expect(config).toContain('location = /sub/posts/old/ { return 301 /sub/posts/new/; }');
  expect(config).toContain('error_page 404 /sub/404.html;');
});

test('the maps of nginx take the base and escape full stops', () => {
  const maps = nginxMaps(site);
  expect(maps).toContain(String.raw`"~^/sub/topics/[^/]+/feed\.xml$" "public, max-age=300";`);
});

test('Caddy sets a default only where no path has set the header', () => {
  const config = caddyfile(site);
  expect(config).toMatch(/\theader Content-Security-Policy "default-src 'none'/);
  expect(config).toContain('/sub/topics/*/feed.xml');
  expect(config).toContain('\tredir /sub/posts/old/ /sub/posts/new/ 301\n');
  expect(config.match(/import wellsourced_common/g)).toHaveLength(2);
});
