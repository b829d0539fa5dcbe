/**
 * `npm run preview`: serves the last build on 127.0.0.1, with the headers that hosts send. `PORT`
 * sets the port (4321).
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { staticFiles } from './static-files.ts';
import { commandLine } from './command-line.ts';

export interface Server {
  /** Address of the home page, with the base and a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves `dist/` below `root` until closed. Port 0 takes any free port. Rejects with a sentence
 * for people when nothing is built or the port is taken.
 */
export async function startServer({ root, port }: { root: string; port: number }): Promise<Server> {
  const dist = join(root, 'dist');
  if (!existsSync(join(dist, 'index.html'))) {
    throw new Error('There is no built site. Run `npm run build` first.');
  }
  const base = baseOf(dist);
  const server = createServer(staticFiles(dist, base));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`;
      reject(error.code === 'EADDRINUSE' ? new Error(taken) : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Serves until stopped and prints the address, or says in one sentence why not and exits with 1. */
export async function serveAndPrint(root: string): Promise<void> {
  const port = Number(process.env['PORT'] ?? 4321);
  try {
    if (!Number.isInteger(port) || port < 0 || port > 65535) {
      throw new Error(`PORT is "${process.env['PORT']}"; it must be a number up to 65535.`);
    }
    const { url } = await startServer({ root, port });
    console.log(`Open ${url}  (Ctrl-C stops)`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

/** The folder that the site was built for stands in its manifest. */
function baseOf(dist: string): string {
  const manifest = join(dist, 'manifest.webmanifest');
  if (!existsSync(manifest)) return '/';
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { scope: string }).scope;
}

if (import.meta.main) {
  commandLine('Usage: npm run preview   (PORT=8080 takes another port)', {});
  await serveAndPrint(process.cwd());
}
