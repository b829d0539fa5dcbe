import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { debianLibraries, debianTool } from '../scripts/debian-tool.ts';
import { headersFor } from '../src/lib/site/headers.ts';
import { dist, distConfig } from './publication.ts';

/** The generated configurations in the servers that they are for, on the built site. */

const config = (name: string) => readFileSync(join(distConfig, name), 'utf8');

const first = (folder: string) => `${folder}/${readdirSync(join(dist, folder)).sort()[0]!}`;
const paths = [
  '',
  'posts/iron-and-tiredness/',
  'search/',
  'worker.js',
  'packs/table.json',
  first('packs/parts'),
  first('pagefind/index'),
  first('_astro'),
  'feed.xml',
  'feed.json',
  'topics/sleep/feed.xml',
  'sources.bib',
  'posts/iron-and-tiredness/cite.ris',
  'manifest.webmanifest',
  '.well-known/security.txt',
  'fonts/serif.woff2',
  'og/site.png',
];

interface Started {
  url: string;
  logs: string;
  end(): void;
}

const servers: Record<string, { tool: () => string | undefined; start: Start }> = {
  nginx: { tool: () => debianTool('nginx'), start: startNginx },
  Caddy: { tool: () => debianTool('caddy'), start: startCaddy },
};
type Start = (program: string, folder: string, port: number) => ChildProcess;

for (const [name, { tool, start }] of Object.entries(servers)) {
  const program = tool();
  if (!program && !process.env['CI']) {
    test.skip(`${name} is not here and could not be fetched: its configuration was not tried`);
    continue;
  }
  describe(name, () => {
    let server: Started;

    beforeAll(async () => {
      if (!program) throw new Error(`${name} is needed in CI and could not be fetched.`);
      const folder = mkdtempSync(join(tmpdir(), 'wellsourced-host-'));
      const logs = join(folder, 'log');
      mkdirSync(join(logs, 'wellsourced'), { recursive: true });
      const port = await freePort();
      const child = start(program, folder, port);
      let said = '';
      child.stderr?.on('data', (text) => (said += text));
      const url = `http://127.0.0.1:${port}/`;
      await up(url, () => said);
      const end = () => {
        child.kill();
        rmSync(folder, { recursive: true, force: true });
      };
      server = { url, logs, end };
    }, 60_000);
    afterAll(() => server?.end());

    test.each(paths)('sends with /%s what the table says', async (path) => {
      const response = await fetch(server.url + path);
      expect(response.status).toBe(200);
      const sent = Object.fromEntries(
        Object.entries(headersFor(`/${path}`, '/')).map(([header]) => [
          header,
          response.headers.get(header)?.replace('charset=UTF-8', 'charset=utf-8'),
        ]),
      );
      expect(sent).toEqual(headersFor(`/${path}`, '/'));
    });

    test('answers what is not there with our page, and its policy', async () => {
      const response = await fetch(`${server.url}posts/none/`);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('<h1');
      expect(response.headers.get('content-security-policy')).toBe(
        headersFor('/x/', '/')['Content-Security-Policy'],
      );
      for (const hidden of ['_headers', '_redirects']) {
        expect((await fetch(server.url + hidden)).status).toBe(404);
      }
    });

    test('leads from an old address to the new one', async () => {
      const response = await fetch(`${server.url}posts/how-much-iron-is-in-it/`, {
        redirect: 'manual',
      });
      expect(response.status).toBe(301);
      expect(response.headers.get('location')).toContain('/posts/iron-tablets-and-salts/');
    });

    test('writes no address, no browser and no query into its log', async () => {
      await fetch(`${server.url}help/?q=secret-word`, {
        headers: { 'User-Agent': 'a-very-own-browser', Referer: 'https://before.example/' },
      });
      const read = () =>
        ['nginx', 'caddy']
          .map((one) => join(server.logs, `wellsourced/${one}.log`))
          .filter((file) => existsSync(file))
          .map((file) => readFileSync(file, 'utf8'))
          .join('');
      await expect.poll(read, { timeout: 5000 }).toContain('/help/');
      expect(read()).not.toMatch(/127\.0\.0\.1|a-very-own-browser|before\.example/);
      expect(read()).not.toContain('secret-word');
    });
  });
}

const logrotate = debianTool('logrotate', 'logrotate', ['libpopt0']);
test.skipIf(!logrotate && !process.env['CI'])(
  'the logs of both servers are gone after two days, beside the rules that Debian brings',
  () => {
    if (!logrotate) throw new Error('logrotate is needed in CI and could not be fetched.');
    const folder = mkdtempSync(join(tmpdir(), 'wellsourced-logs-'));
    try {
      const logs = join(folder, 'wellsourced');
      for (const one of [logs, join(folder, 'nginx')]) mkdirSync(one);
      // As Debian's package of nginx has it.
      const theirs = `${folder}/nginx/*.log {\n daily\n rotate 14\n missingok\n}\n`;
      const rules = join(folder, 'rules');
      writeFileSync(rules, theirs + config('logrotate').replaceAll('/var/log', folder), {
        mode: 0o644,
      });
      for (const one of ['nginx', 'caddy']) writeFileSync(join(logs, `${one}.log`), 'first day\n');
      const aDay = () =>
        execFileSync(logrotate, ['-f', '-s', join(folder, 'state'), rules], {
          stdio: 'pipe',
          env: { ...process.env, LD_LIBRARY_PATH: debianLibraries('logrotate') },
        });
      const kept = () =>
        readdirSync(logs)
          .map((file) => readFileSync(join(logs, file), 'utf8'))
          .join('');
      aDay();
      expect(kept()).toContain('first day');
      aDay();
      expect(kept()).not.toContain('first day');
      expect(readdirSync(logs).sort()).toEqual([
        'caddy.log',
        'caddy.log.1',
        'nginx.log',
        'nginx.log.1',
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

function startNginx(program: string, folder: string, port: number): ChildProcess {
  const file = join(folder, 'nginx.conf');
  const moved = (text: string) => text.replaceAll('/var/log', join(folder, 'log'));
  writeFileSync(
    file,
    `daemon off; master_process off; pid ${folder}/pid; error_log stderr;
events {}
http {
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ')}
  types { text/html html; text/css css; application/javascript js; application/json json; image/png png; font/woff2 woff2; }
  access_log off;
  ${moved(config('nginx-http.conf'))}
  server { listen 127.0.0.1:${port}; root ${dist}; ${moved(config('nginx-server.conf'))} }
}`,
  );
  return spawn(program, ['-p', folder, '-e', 'stderr', '-c', file]);
}

function startCaddy(program: string, folder: string, port: number): ChildProcess {
  const file = join(folder, 'Caddyfile');
  const moved = config('Caddyfile').replaceAll('/var/log', join(folder, 'log'));
  writeFileSync(
    file,
    `{\n\tadmin off\n\tauto_https off\n}\n${moved}\nhttp://127.0.0.1:${port} {\n\troot * ${dist}\n\timport wellsourced\n}\n`,
  );
  return spawn(program, ['run', '--adapter', 'caddyfile', '--config', file], {
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
}

async function up(url: string, said: () => string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      await fetch(url);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`The server did not start:\n${said()}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
