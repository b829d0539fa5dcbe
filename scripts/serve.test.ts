import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { headersFor } from '../src/lib/site/headers.ts';
import { startServer, type Server } from './serve.ts';

const root = mkdtempSync(join(tmpdir(), 'wellsourced-serve-'));
const home = '<!doctype html><title>Home</title>';
let server: Server;

function put(file: string, text: string): void {
  const path = join(root, 'dist', file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

beforeAll(async () => {
  put('index.html', home);
  put('404.html', 'Not here');
  put('posts/a/index.html', 'A');
  put('search/index.html', 'Search');
  put('feed.xml', '<feed/>');
  put('pagefind/pagefind.en.pf_meta', 'meta');
  put('.well-known/security.txt', 'Contact: mailto:a@b.example');
  put('_headers', '/*');
  put('.secret', 'secret');
  put('manifest.webmanifest', JSON.stringify({ scope: '/sub/' }));
  writeFileSync(join(root, 'outside.txt'), 'secret');
  server = await startServer({ root, port: 0 });
});

afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** Asks for the path as it stands: `fetch` would tidy it up first. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

test('the address has the base that the site was built for', async () => {
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/sub\/$/);
  expect(await (await fetch(server.url)).text()).toBe(home);
});

test.each(['/sub/', '/sub/search/', '/sub/feed.xml', '/sub/nowhere/'])(
  '%s comes with the headers of the table',
  async (path) => {
    const { headers } = await ask(path);
    for (const [name, value] of Object.entries(headersFor(path, '/sub/'))) {
      expect(headers[name.toLowerCase()]).toBe(value);
    }
  },
);

test.each([
  ['/sub/', 'text/html; charset=utf-8'],
  ['/sub/posts/a/', 'text/html; charset=utf-8'],
  ['/sub/feed.xml', 'application/atom+xml; charset=utf-8'],
  ['/sub/manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['/sub/pagefind/pagefind.en.pf_meta', 'application/octet-stream'],
  ['/sub/.well-known/security.txt', 'text/plain; charset=utf-8'],
])('%s has the type %s', async (path, type) => {
  const answer = await ask(path);
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toBe(type);
});

test.each([
  '/sub/nowhere/',
  '/sub/index.html/',
  '/sub/_headers',
  '/sub/.secret',
  '/',
  '/other/',
  '/sub/../outside.txt',
  '/sub/%2e%2e/outside.txt',
  '/sub/..%5coutside.txt',
  '/sub/%',
  '/sub/%00',
])('%s is not there, and says so with the page for that', async (path) => {
  const answer = await ask(path);
  expect(answer.status).toBe(404);
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(answer.body.toString()).toBe('Not here');
});

test.each([
  ['/sub/posts/a', '/sub/posts/a/'],
  ['/sub', '/sub/'],
])('%s leads to %s', async (path, to) => {
  const answer = await ask(path);
  expect(answer.status).toBe(301);
  expect(answer.headers['location']).toBe(to);
});

test('a file that has not changed is not sent again', async () => {
  const { headers } = await ask('/sub/');
  const again = await ask('/sub/', { 'if-none-match': String(headers['etag']) });
  expect(again.status).toBe(304);
  expect(again.body).toHaveLength(0);
});

test('text is compressed as the browser asks', async () => {
  const br = await ask('/sub/', { 'accept-encoding': 'gzip, deflate, br, zstd' });
  expect(br.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(br.body).toString()).toBe(home);
  const gzip = await ask('/sub/', { 'accept-encoding': 'br;q=0, gzip' });
  expect(gunzipSync(gzip.body).toString()).toBe(home);
  const plain = await ask('/sub/', { 'accept-encoding': 'identity' });
  expect(plain.headers).not.toHaveProperty('content-encoding');
  expect(plain.headers['vary']).toBe('Accept-Encoding');
});

test('HEAD sends the headers only, other methods are refused', async () => {
  const head = await ask('/sub/', {}, 'HEAD');
  expect([head.status, head.body.length]).toEqual([200, 0]);
  expect(head.headers['content-length']).toBe(String(home.length));
  expect((await ask('/sub/', {}, 'POST')).status).toBe(405);
});

test('a page that a build has changed is served as it is now', async () => {
  put('posts/a/index.html', 'A, changed');
  expect((await ask('/sub/posts/a/')).body.toString()).toBe('A, changed');
});

test('a port in use and a missing build are told in a sentence', async () => {
  const port = Number(new URL(server.url).port);
  await expect(startServer({ root, port })).rejects.toThrow(
    `Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
  );
  await expect(startServer({ root: join(root, 'dist'), port: 0 })).rejects.toThrow(
    'There is no built site.',
  );
});
