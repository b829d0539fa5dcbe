import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { headersFor } from '../src/lib/site/headers.ts';
import { isCompressible, mediaType } from '../src/lib/site/media-types.ts';

interface Kept {
  changed: number;
  body: Buffer;
  etag: string;
  /** The body as compressed so far, by encoding. */
  encoded: Map<string, Buffer>;
}

/** Below the highest, which takes a second for a long feed. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/**
 * Answers requests with the files of a built site at `dist` that lies under `base`, as a good host
 * would: with the headers of `headers.ts`, compressed, with entity tags, the 404 page for what is
 * not there, and a redirect where the slash at the end is missing.
 */
export function staticFiles(dist: string, base: string) {
  const known = new Map<string, Kept>();

  /** The file's bytes, read again when it has changed (a build while the server runs). */
  const load = (file: string): Kept => {
    const changed = statSync(file).mtimeMs;
    const kept = known.get(file);
    if (kept?.changed === changed) return kept;
    const body = readFileSync(file);
    const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`;
    const sent = { changed, body, etag, encoded: new Map<string, Buffer>() };
    known.set(file, sent);
    return sent;
  };

  return (request: IncomingMessage, response: ServerResponse) => {
    const path = pathOf(request.url ?? '/');
    const headers = headersFor(path ?? '/', base);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { ...headers, Allow: 'GET, HEAD' }).end();
      return;
    }
    const found = path === undefined ? undefined : locate(dist, base, path);
    if (found && 'moved' in found) {
      response.writeHead(301, { ...headers, Location: found.moved }).end();
      return;
    }
    const file = found?.file ?? join(dist, '404.html');
    if (!existsSync(file)) {
      response.writeHead(404, headers).end();
      return;
    }
    const { body, etag, encoded } = load(file);
    const type = (found && headers['Content-Type']) ?? mediaType(file);
    const all = { ...headers, 'Content-Type': type, ETag: etag, Vary: 'Accept-Encoding' };
    if (found && request.headers['if-none-match']?.includes(etag)) {
      response.writeHead(304, all).end();
      return;
    }
    const encoding = isCompressible(type) ? encodingFor(request) : undefined;
    let bytes = encoding === undefined ? body : encoded.get(encoding);
    if (!bytes) {
      bytes = encoding === 'br' ? brotliCompressSync(body, BROTLI) : gzipSync(body);
      encoded.set(encoding!, bytes);
    }
    response.writeHead(found ? 200 : 404, {
      ...all,
      'Content-Length': bytes.length,
      ...(encoding && { 'Content-Encoding': encoding }),
    });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  };
}

/** The decoded path of a request, `undefined` when it is malformed or climbs out of its folder. */
function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ''));
    return /(^|[/\\])\.\.([/\\]|$)|\0/.test(path) ? undefined : path;
  } catch {
    return undefined;
  }
}

/** The file at a path of the site, or where its folder is. Hosts hide the same files. */
function locate(
  dist: string,
  base: string,
  path: string,
): { file: string } | { moved: string } | undefined {
  if (path === base.slice(0, -1)) return { moved: base };
  if (!path.startsWith(base)) return undefined;
  const name = path.slice(base.length);
  if (/(^|\/)(\.(?!well-known\/)|_headers$|_redirects$)/.test(name)) return undefined;
  const target = join(dist, name);
  const isFolder = existsSync(target) && statSync(target).isDirectory();
  if (isFolder && existsSync(join(target, 'index.html'))) {
    // A second slash before the name would make it another site's address.
    if (!path.endsWith('/')) return { moved: encodeURI(`${path}/`.replace(/^\/+/, '/')) };
    return { file: join(target, 'index.html') };
  }
  return !isFolder && existsSync(target) && !path.endsWith('/') ? { file: target } : undefined;
}

function encodingFor(request: IncomingMessage): 'br' | 'gzip' | undefined {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted)) return 'br';
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted) ? 'gzip' : undefined;
}
