import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { staticFiles } from '../../scripts/static-files.ts';
import type { Driver } from './drivers.ts';

/** A copy of the built site on a server that can be ended, started again, and published anew. */
export class Site {
  readonly #folder = mkdtempSync(join(tmpdir(), 'wellsourced-engine-'));
  #server: Server | undefined;
  #port = 0;

  constructor(dist: string) {
    cpSync(dist, this.#folder, { recursive: true });
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/`;
  }

  async start(): Promise<void> {
    this.#server = createServer(staticFiles(this.#folder, '/'));
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
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const ARTICLE = 'posts/ketamine-for-depression/';
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
    'the policy refuses a script in the page',
    async (driver) => {
      await driver.run(
        `const script = document.createElement('script'); try { script.textContent = 'window.broken = 1'; } catch {} document.head.append(script);`,
      );
      equal(await driver.run('return window.broken ?? 0'), 0);
    },
  ],
  [
    'the policy refuses a picture of somebody else',
    async (driver) => {
      const refused = await driver.run(
        `return new Promise((resolve) => {
          document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => resolve(violatedDirective), { once: true });
          document.body.append(Object.assign(new Image(), { src: 'https://127.0.0.2/x.png' }));
          setTimeout(() => resolve('nothing'), 3000);
        })`,
      );
      equal(refused, 'img-src');
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
      await search(driver, site, 'can I drink wine after ketamine');
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
      await search(driver, site, 'ketmine');
      includes(await text(driver, '[data-search=notes]'), 'Showing results for ketamine');
    },
  ],
  [
    'an everyday word finds ours',
    async (driver, site) => {
      await search(driver, site, 'spravato');
      includes(await text(driver, '[data-search=notes]'), 'Also searched: esketamine');
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
  [
    'a citation opens its card and Escape closes it',
    async (driver, site) => {
      await driver.goto(site.url + ARTICLE);
      const open =
        'return document.querySelector("[popover]:popover-open.card, [popover]:popover-open") !== null';
      await driver.run(
        'document.querySelector(".cite button").scrollIntoView({ block: "center" })',
      );
      await driver.click('.cite button');
      await until(driver, open);
      await driver.escape();
      await until(driver, open.replace('!== null', '=== null'));
    },
  ],
  [
    'the reading settings open and hold',
    async (driver) => {
      await driver.run(
        'document.querySelector("reading-settings button").click(); document.querySelector("input[name=size][value=large]").click()',
      );
      equal(await driver.run('return document.documentElement.dataset.size'), 'large');
      await driver.run(
        'document.querySelector("reading-settings form").reset(); await new Promise((done) => setTimeout(done, 50))',
      );
      equal(await driver.run('return localStorage.length'), 0);
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
      includes(await text(driver, 'h1'), 'Ketamine for depression');
      await looksRight(driver);
    },
  ],
  [
    'without a connection all articles are searched',
    async (driver, site) => {
      await search(driver, site, 'atrial');
      equal(
        await driver.run('return document.querySelectorAll("search-page ol > li").length > 0'),
        true,
      );
    },
  ],
  [
    'without a connection another article is said to be away',
    async (driver, site) => {
      await driver.goto(`${site.url}posts/omega-3/`);
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
