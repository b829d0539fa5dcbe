import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { staticFiles } from '../../scripts/static-files.ts';
import { build, scratchPublication } from '../publication.ts';

/** Builds of one project that follow each other, as they would be published. */
export class Deploys {
  /** Folders of the builds. */
  readonly builds: Record<string, string> = {};
  readonly base: string;
  #remove: (() => Promise<void>)[] = [];

  constructor(base: string) {
    this.base = base;
  }

  /** Builds once for each edit, which changes the project's files and leaves them changed. */
  async build(edits: Record<string, (file: Edit) => Promise<void>>): Promise<void> {
    const project = await scratchPublication();
    this.#remove.push(project.remove);
    const edit: Edit = async (path, change) => {
      const file = join(project.root, path);
      await writeFile(file, change(await readFile(file, 'utf8')));
    };
    for (const [name, change] of Object.entries(edits)) {
      await change(edit);
      await build(project.root, { BASE_PATH: this.base });
      const folder = await mkdtemp(join(tmpdir(), 'wellsourced-deploy-'));
      this.#remove.push(() => rm(folder, { recursive: true, force: true }));
      await cp(join(project.root, 'dist'), folder, { recursive: true });
      this.builds[name] = folder;
    }
  }

  async remove(): Promise<void> {
    for (const remove of this.#remove) await remove();
  }
}

export type Edit = (path: string, change: (text: string) => string) => Promise<void>;

/** A host: one build at a time, a log of what was sent, and it can be ended and started again. */
export class Host {
  readonly #deploys: Deploys;
  #handle: ReturnType<typeof staticFiles>;
  #server: Server | undefined;
  #port = 0;
  /** Paths below the base that were sent with a body, and the bytes of each. */
  log: { path: string; bytes: number }[] = [];
  /** Paths that are not sent. */
  broken: RegExp | undefined;

  constructor(deploys: Deploys, build: string) {
    this.#deploys = deploys;
    this.#handle = this.#files(build);
  }

  #files(build: string) {
    return staticFiles(this.#deploys.builds[build]!, this.#deploys.base);
  }

  /** Publishes another build. */
  publish(build: string): void {
    this.#handle = this.#files(build);
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}${this.#deploys.base}`;
  }

  async start(): Promise<void> {
    this.#server = createServer((request, response) => {
      const path = decodeURIComponent(request.url!.slice(this.#deploys.base.length));
      if (this.broken?.test(path)) {
        response.writeHead(503).end();
        return;
      }
      const end = response.end.bind(response);
      response.end = ((body?: Buffer) => {
        if (response.statusCode === 200) this.log.push({ path, bytes: body?.length ?? 0 });
        return end(body);
      }) as typeof response.end;
      this.#handle(request, response);
    });
    await new Promise<void>((resolve) => this.#server!.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Ends the process's server, connections and all. */
  async end(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }
}
