import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type OutgoingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sirv from 'sirv';
import { staticFiles } from '../../scripts/static-files.ts';
import type { Driver } from './drivers.ts';

/** A copy of the built site on a server that can be ended, started again, and published anew. */
export class Site {
  readonly #folder = mkdtempSync(join(tmpdir(), 'wellsourced-engine-'));
  #server: Server | undefined;
  #port = 0;
  #bare: Server | undefined;
  #barePort = 0;

  constructor(dist: string) {
    cpSync(dist, this.#folder, { recursive: true });
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/`;
  }

  /** The same on a host that sends no headers of ours. */
  get bareUrl(): string {
    return `http://127.0.0.1:${this.#barePort}/`;
  }

  async start(): Promise<void> {
    if (!this.#bare) {
      const bare = sirv(this.#folder, { dev: true });
      this.#bare = createServer((request, response) => bare(request, response));
      await new Promise<void>((resolve) => this.#bare!.listen(0, '127.0.0.1', resolve));
      this.#barePort = (this.#bare.address() as AddressInfo).port;
    }
    const files = staticFiles(this.#folder, '/');
    this.#server = createServer((request, response) => {
      // What opens without a connection must not come from the browser's own store.
      const writeHead = response.writeHead.bind(response);
      response.writeHead = ((status: number, headers: OutgoingHttpHeaders) =>
        writeHead(status, { ...headers, 'Cache-Control': 'no-store' })) as typeof writeHead;
      files(request, response);
    });
    await new Promise<void>((resolve) => this.#server!.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async end(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    await new Promise<void>((resolve) => {
      if (!server) return resolve();
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }

  /** As after an edit: the home page and the worker that names it are other ones. */
  publish(): void {
    const home = join(this.#folder, 'index.html');
    writeFileSync(home, readFileSync(home, 'utf8').replace('</h1>', ' (new)</h1>'));
    const worker = join(this.#folder, 'worker.js');
    const code = readFileSync(worker, 'utf8');
    writeFileSync(worker, code.replace(/"files":\{"":"\w+"/, '"files":{"":"0123456789ab"'));
  }

  remove(): void {
    this.#bare?.close();
    this.#bare?.closeAllConnections();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const ARTICLE = 'posts/sleep-training-for-insomnia/';
const FIELD = 'search-page input[type=search]';

/** What readers rely on, in the order in which they would meet it. Each throws what is wrong. */
export const checks: [what: string, check: (driver: Driver, site: Site) => Promise<void>][] = [
  [
    'the home page is shown with its styles and its typeface',
    async (driver, site) => {
      await driver.goto(site.url);
      await looksRight(driver);
    },
  ],
  [
    'the policy refuses scripts, styles and pictures that are not the site’s',
    async (driver) => refuses(driver, 'script-src', 'style-src', 'img-src', 'connect-src'),
  ],
  [
    'Trusted Types refuse text as markup and as script',
    async (driver) => refuses(driver, 'require-trusted-types-for', 'threw-4', 'threw-5'),
  ],
  [
    'a host that sends no headers serves the same policy',
    async (driver, site) => {
      await driver.goto(site.bareUrl);
      await looksRight(driver);
      await refuses(driver, 'script-src', 'style-src', 'img-src', 'connect-src');
      await refuses(driver, 'require-trusted-types-for', 'threw-4', 'threw-5');
      await driver.goto(site.url);
    },
  ],
  [
    'the worker starts',
    async (driver) => {
      await until(
        driver,
        'return (await navigator.serviceWorker.getRegistration())?.active?.state === "activated"',
      );
    },
  ],
  [
    'home, search, help and what they need are kept',
    async (driver) => {
      const kept = await driver.run<string>(
        `const name = (await caches.keys()).find((one) => one.endsWith('shell'));
         return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname).join(' ')`,
      );
      for (const path of ['/', '/search/', '/help/', '/offline/', '/device/', '/fonts/serif.woff2'])
        if (!` ${kept} `.includes(` ${path} `)) throw new Error(`${path} is not among ${kept}`);
    },
  ],
  [
    'the whole search index comes by itself',
    async (driver) => {
      await until(
        driver,
        `const name = (await caches.keys()).find((one) => one.endsWith('packs'));
         return name !== undefined && (await (await caches.open(name)).keys()).some(({ url }) => url.endsWith('/table'))`,
      );
    },
  ],
  [
    'a question is answered',
    async (driver, site) => {
      await search(driver, site, 'can I drink wine with a sleeping tablet');
      equal(
        await driver.run(
          'return /Alcohol/.test(document.querySelector("search-page ol h2").textContent)',
        ),
        true,
      );
    },
  ],
  [
    'a slip is told, with the way back',
    async (driver, site) => {
      await search(driver, site, 'insomna');
      includes(await text(driver, '[data-search=notes]'), 'Showing results for insomnia');
    },
  ],
  [
    'an everyday word finds ours',
    async (driver, site) => {
      await search(driver, site, 'ferrocheck');
      includes(await text(driver, '[data-search=notes]'), 'Also searched: ferritin');
    },
  ],
  [
    'words of distress show the help lines at once',
    async (driver, site) => {
      await driver.goto(`${site.url}search/`);
      await driver.type(FIELD, 'I want to die');
      await until(
        driver,
        'return document.querySelector("search-page .help-box").checkVisibility()',
      );
    },
  ],
  [
    'filters have counts that follow the query',
    async (driver, site) => {
      await search(driver, site, 'alcohol');
      await until(
        driver,
        'return /\\(\\d+\\)$/.test(document.querySelector("select[name=kind]").options[1].text)',
      );
    },
  ],
  ...[
    ['a citation opens its card', '.cite button'],
    ['a note opens beside its mark', '.note-ref:not(.cite) button'],
    ['a term says what it stands for', '.term-button'],
  ].map(([what, button]): (typeof checks)[number] => [
    `${what} and Escape closes it`,
    async (driver, site) => {
      await driver.goto(site.url + ARTICLE);
      const isOpen = `const target = document.querySelector('${button}').getAttribute('popovertarget');
         return document.getElementById(target).matches(':popover-open')`;
      await driver.run(`document.querySelector('${button}').scrollIntoView({ block: 'center' })`);
      await driver.click(button!);
      await until(driver, isOpen);
      await driver.escape();
      await until(driver, isOpen.replace('return ', 'return !'));
    },
  ]),
  [
    'the reading settings open, hold, and are kept nowhere when they are taken back',
    async (driver) => {
      await driver.run('scrollTo(0, 0)');
      await driver.click('.reading-settings__button');
      await until(driver, 'return document.getElementById("ws-reading").matches(":popover-open")');
      await driver.click('label:has(> input[name=size][value=large])');
      await until(driver, 'return document.documentElement.dataset.size === "large"');
      await driver.click('.reading-settings__buttons button[type=reset]');
      await until(driver, 'return localStorage.length === 0');
      await driver.escape();
    },
  ],
  [
    'an article is kept',
    async (driver, site) => {
      await driver.goto(site.url + ARTICLE);
      await until(driver, 'return document.querySelector("keep-articles").checkVisibility()');
      await driver.run(
        'document.querySelector("keep-articles button").scrollIntoView({ block: "center" })',
      );
      await driver.click('keep-articles button');
      await until(
        driver,
        'return document.querySelector("keep-articles button").getAttribute("aria-pressed") === "true"',
      );
    },
  ],
  [
    'without a connection the home page opens and looks right',
    async (driver, site) => {
      await site.end();
      await driver.goto(site.url);
      await looksRight(driver);
    },
  ],
  [
    'without a connection the help page opens',
    async (driver, site) => {
      await driver.goto(`${site.url}help/`);
      includes(await text(driver, 'main'), '988');
    },
  ],
  [
    'without a connection the kept article opens and looks right',
    async (driver, site) => {
      await driver.goto(site.url + ARTICLE);
      includes(await text(driver, 'h1'), 'Sleep training for insomnia');
      await looksRight(driver);
      await driver.run('document.querySelector(".prose img").scrollIntoView()');
      await until(driver, 'return document.querySelector(".prose img").naturalWidth > 0');
    },
  ],
  [
    'without a connection all articles are searched',
    async (driver, site) => {
      await search(driver, site, 'constipation');
      equal(
        await driver.run('return document.querySelectorAll("search-page ol > li").length > 0'),
        true,
      );
    },
  ],
  [
    'without a connection another article is said to be away',
    async (driver, site) => {
      await driver.goto(`${site.url}posts/iron-and-tiredness/`);
      equal(await text(driver, 'h1'), 'You are offline');
    },
  ],
  [
    'a new version is told and waits until it is asked for',
    async (driver, site) => {
      site.publish();
      await site.start();
      await driver.goto(`${site.url}help/`);
      await driver.run('await (await navigator.serviceWorker.ready).update()');
      await until(driver, 'return document.querySelector(".update button") !== null');
      await driver.click('.update button');
      await until(
        driver,
        'return document.querySelector(".update") === null && document.readyState === "complete"',
      );
      await site.end();
      await driver.goto(site.url);
      includes(await text(driver, 'h1'), '(new)');
      await site.start();
    },
  ],
  [
    'one button erases everything',
    async (driver, site) => {
      await driver.goto(`${site.url}device/`);
      await until(driver, 'return document.querySelector("[data-device=erase]").checkVisibility()');
      await driver.click('[data-device=erase]');
      await until(
        driver,
        'return /Removed/.test(document.querySelector("[data-device=erased]").textContent)',
      );
      equal(
        await driver.run(
          'return (await caches.keys()).length + localStorage.length + (await navigator.serviceWorker.getRegistrations()).length',
        ),
        0,
      );
    },
  ],
];

async function search(driver: Driver, site: Site, words: string): Promise<void> {
  await driver.goto(`${site.url}search/`);
  await driver.type(FIELD, words);
  await until(
    driver,
    `return document.querySelector('search-page [role=status]').textContent.includes('for “${words}”')`,
  );
}

/** Tries what the policy forbids, and wants to be told of the breach of each of these directives. */
async function refuses(driver: Driver, ...directives: string[]): Promise<void> {
  const told = await driver.run<string>(
    `const told = [];
     document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => told.push(violatedDirective));
     const attempts = [
       () => import('data:text/javascript,window.broken=1'),
       () => document.head.append(Object.assign(document.createElement('style'), { textContent: 'h1 { color: red }' })),
       () => document.body.append(Object.assign(new Image(), { src: 'https://127.0.0.2/x.png' })),
       () => fetch('https://127.0.0.2/'),
       () => { document.createElement('p').innerHTML = '<img src=x onerror="window.broken=1">'; },
       () => { const one = document.createElement('script'); try { one.textContent = 'window.broken=1'; } finally { document.head.append(one); } },
     ];
     for (const [at, attempt] of attempts.entries()) {
       try { await attempt(); } catch (error) { if (at > 3 && error instanceof TypeError) told.push('threw-' + at); }
     }
     await new Promise((resolve) => setTimeout(resolve, 300));
     return [window.broken ? 'BROKEN' : '', ...told].join(' ')`,
  );
  if (told.includes('BROKEN')) throw new Error('a script ran that was not the site’s');
  for (const directive of directives) includes(told, directive);
}

async function looksRight(driver: Driver): Promise<void> {
  await until(
    driver,
    `await document.fonts.ready;
     const rules = [...document.styleSheets].reduce((sum, sheet) => sum + sheet.cssRules.length, 0);
     return rules > 100 && [...document.fonts].some(({ status }) => status === 'loaded')`,
  );
}

const text = (driver: Driver, selector: string) =>
  driver.run<string>(`return document.querySelector('${selector}').textContent.trim()`);

/** Asks until it is so, for ten seconds at most. */
async function until(driver: Driver, body: string): Promise<void> {
  let last: unknown;
  for (let tries = 0; tries < 50; tries++) {
    try {
      last = await driver.run(body);
      if (last === true) return;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`It never came to: ${body.trim()} (${String(last)})`);
}

function equal(found: unknown, expected: unknown): void {
  if (found !== expected) throw new Error(`found ${String(found)}, expected ${String(expected)}`);
}

function includes(found: string, part: string): void {
  if (!found.includes(part)) throw new Error(`no "${part}" in "${found.slice(0, 200)}"`);
}
