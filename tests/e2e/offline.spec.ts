import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import type { PackTable } from '../../src/lib/packs/table.ts';
import { Deploys, Host, type Edit } from './deploys.ts';

/**
 * Reading and searching without a connection, on builds that follow each other. "Without" is always
 * three things at once, since any one alone hides faults: the browser is offline, the server is
 * ended, and what the browser keeps over HTTP is cleared.
 */

/** Has a picture; is kept. */
const KEPT = { path: 'posts/sleep-training-for-insomnia/', title: /what the trials found/ };
/** Stands only in articles, not in the shell; `constipation` in some that is not kept. */
const WORDS = { kept: 'actigraph', away: 'constipation' };

const css = (colour: string) => async (edit: Edit) =>
  edit('src/styles/base.css', (text) => `${text}\n.never-used { color: ${colour}; }\n`);

const versions = {
  first: async () => {},
  second: css('red'),
  third: css('blue'),
  edited: async (edit: Edit) =>
    edit('content/posts/iron-and-tiredness/index.md', (text) => `${text}\nOne sentence more.\n`),
};

test.describe.configure({ mode: 'serial' });
test.use({ serviceWorkers: 'allow' });

for (const base of ['/', '/sub/']) {
  test.describe(`under ${base}`, () => {
    const deploys = new Deploys(base);
    let host: Host;

    test.beforeAll(async () => {
      test.setTimeout(180_000);
      await deploys.build(versions);
    });
    test.afterAll(() => deploys.remove());
    test.beforeEach(async () => {
      host = new Host(deploys, 'first');
      await host.start();
    });
    test.afterEach(() => host.end());

    test('home, help, a kept article and the search work without a connection, and after two deploys', async ({
      page,
      context,
    }) => {
      test.setTimeout(60_000);
      await firstVisit(page, host);
      await page.goto(host.url + KEPT.path);
      await page.getByRole('button', { name: 'Keep for offline' }).click();
      await expect(page.getByText('Kept on this device.')).toBeVisible();
      await works();

      for (const version of ['second', 'third']) {
        await goOnline(context, host);
        host.publish(version);
        await page.goto(host.url);
        await update(page);
        await takeOver(page);
        await expect(page.getByRole('button', { name: 'Show them' })).toHaveCount(0);
        await hasPacks(page);
        await works();
      }

      async function works() {
        await goOffline(page, context, host);
        await page.goto(host.url);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await looksRight(page);
        await page.goto(`${host.url}help/`);
        await expect(page.getByRole('link', { name: '988' }).first()).toBeVisible();

        await page.goto(host.url + KEPT.path);
        await expect(page.getByRole('heading', { level: 1 })).toContainText(KEPT.title);
        await looksRight(page);
        const picture = page.locator('article img').first();
        await picture.scrollIntoViewIfNeeded();
        await expect
          .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
          .toBeGreaterThan(0);

        await page.goto(`${host.url}posts/iron-and-tiredness/`);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are offline');

        await search(page, host, WORDS.away);
        const away = page.locator('search-page ol > li').first();
        await expect(away).toContainText('Needs a connection');
        await expect(away.getByRole('link')).toHaveCount(0);
        await search(page, host, WORDS.kept);
        const found = page.locator('search-page ol > li').filter({ hasText: KEPT.title });
        await expect(found).not.toContainText(/needs a connection/i, { useInnerText: true });
        await found.getByRole('link').first().click();
        await expect(page.getByRole('heading', { level: 1 })).toContainText(KEPT.title);
      }
    });

    if (base !== '/') return;

    test('an update after one changed article fetches only what changed', async ({ page }) => {
      host.publish('third');
      await firstVisit(page, host);
      host.publish('edited');
      host.log = [];
      await update(page);
      await takeOver(page);
      const next = tableOf(deploys.builds['edited']!);
      await expect.poll(() => keptParts(page)).toEqual(next.parts.map(({ file }) => file));
      const before = namesIn(tableOf(deploys.builds['third']!));
      const index = host.log.filter(({ path }) => /^(?:pagefind|packs\/parts)\//.test(path));
      expect(index.filter(({ path }) => before.has(path))).toEqual([]);
      const changed = next.parts.flatMap(({ files }) =>
        files.filter(([path]) => !before.has(`pagefind/${path}`)),
      );
      const bytes = changed.reduce((sum, [, size]) => sum + size, 0);
      expect(index.reduce((sum, one) => sum + one.bytes, 0)).toBe(bytes);
      // Of the rest: the worker, the table, and pages that show the article's facts. No style, font
      // or script came again.
      const others = host.log.filter((one) => !index.includes(one)).map(({ path }) => path);
      expect(others.filter((path) => /\.(?:css|woff2|js|svg|png)$/.test(path))).toEqual([
        'worker.js',
      ]);
      console.log(
        `Update after one edit: ${host.log.length} requests, ${host.log.reduce((sum, one) => sum + one.bytes, 0)} bytes.`,
      );
    });

    test('another tab goes on searching and reading while the site is taken over', async ({
      page,
      context,
    }) => {
      await firstVisit(page, host);
      await search(page, host, WORDS.kept);
      const other = await context.newPage();
      await other.goto(host.url);
      host.publish('third');
      await update(other);
      const over = takeOver(other);
      // In the middle of it the first tab searches.
      await field(page).fill('alcohol');
      await expect(status(page)).toContainText('for “alcohol”');
      await over;
      await hasPacks(other);
      await host.end();
      for (const words of ['ferritin', WORDS.away, 'sedation']) {
        await field(page).fill(words);
        await expect(status(page)).toContainText(`for “${words}”`);
      }
    });

    test('a kept article that was corrected is kept as it is now once it is read again', async ({
      page,
      context,
    }) => {
      host.publish('third');
      await firstVisit(page, host);
      await page.goto(`${host.url}posts/iron-and-tiredness/`);
      await page.getByRole('button', { name: 'Keep for offline' }).click();
      await expect(page.getByText('Kept on this device.')).toBeVisible();
      host.publish('edited');
      await page.reload();
      await expect(page.getByText('One sentence more.')).toBeVisible();
      const copy = () =>
        page.evaluate(async (path) => {
          const name = (await caches.keys()).find((one) => one.endsWith(' kept'))!;
          return (await (await caches.open(name)).match(path))!.text();
        }, `${base}posts/iron-and-tiredness/`);
      await expect.poll(copy).toContain('One sentence more.');
      await goOffline(page, context, host);
      await page.reload();
      await expect(page.getByText('One sentence more.')).toBeVisible();
      await looksRight(page);
    });

    test('a result is no dead link either when only the server is gone', async ({ page }) => {
      await firstVisit(page, host);
      await host.end();
      await search(page, host, WORDS.away);
      const away = page.locator('search-page ol > li').first();
      await expect(away).toContainText('Needs a connection');
      await expect(away.getByRole('link')).toHaveCount(0);
    });

    test('the index of a newer version is left to the worker that waits', async ({ page }) => {
      await firstVisit(page, host);
      const before = await keptParts(page);
      host.publish('edited');
      await update(page);
      // As in a new life of the old worker.
      const session = await page.context().newCDPSession(page);
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await page.goto(`${host.url}help/`);
      await page.waitForTimeout(1000);
      expect(await keptParts(page)).toEqual(before);
    });

    test('what was erased with another tab open comes again with the next page', async ({
      page,
      context,
    }) => {
      await firstVisit(page, host);
      const other = await context.newPage();
      await other.goto(`${host.url}posts/iron-and-tiredness/`);
      await page.goto(`${host.url}device/`);
      await page.getByRole('button', { name: 'Erase everything on this device' }).click();
      await expect(page.getByText('Removed:')).toBeVisible();
      await expect(page.getByText('The search works without a connection. It takes')).toHaveCount(
        0,
      );
      await page.goto(host.url);
      await hasPacks(page);
      await other.close();
      await goOffline(page, context, host);
      await page.goto(`${host.url}help/`);
      await expect(page.getByRole('link', { name: '988' }).first()).toBeVisible();
    });

    test('a new version can wait: the page stays as it is', async ({ page }) => {
      await firstVisit(page, host);
      host.publish('second');
      await update(page);
      await page.getByRole('button', { name: 'Later' }).click();
      await expect(page.getByRole('button', { name: 'Show them' })).toHaveCount(0);
      await page.goto(`${host.url}help/`);
      await expect(page.getByRole('button', { name: 'Show them' })).toBeVisible();
    });

    test('without room the reader is told, and what was kept stays', async ({ page, context }) => {
      await firstVisit(page, host);
      await page.goto(host.url + KEPT.path);
      await page.getByRole('button', { name: 'Keep for offline' }).click();
      await expect(page.getByText('Kept on this device.')).toBeVisible();
      const session = await context.newCDPSession(page);
      const { usage } = await session.send('Storage.getUsageAndQuota', { origin: origin(host) });
      await session.send('Storage.overrideQuotaForOrigin', {
        origin: origin(host),
        quotaSize: usage + 2000,
      });
      await page.goto(`${host.url}posts/iron-and-tiredness/`);
      await page.getByRole('button', { name: 'Keep for offline' }).click();
      await expect(page.getByText('There is no room left on this device.')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Keep for offline' })).toHaveAttribute(
        'aria-pressed',
        'false',
      );
      await page.goto(`${host.url}device/`);
      const list = page.locator('device-panel li');
      await expect(list).toHaveCount(1);
      await expect(list).toContainText(KEPT.title);
      await goOffline(page, context, host);
      await page.goto(host.url + KEPT.path);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(KEPT.title);
    });

    test('a search index that came in part goes on where it was', async ({ page }) => {
      const { parts } = tableOf(deploys.builds['first']!);
      host.broken = new RegExp(parts.at(-1)!.file);
      await page.goto(host.url);
      await page.evaluate(() => navigator.serviceWorker.ready);
      await expect.poll(async () => (await keptFiles(page)).length).toBe(parts.length - 1);
      expect(await keptParts(page)).toBeUndefined();
      host.broken = undefined;
      host.log = [];
      await page.goto(`${host.url}help/`);
      await hasPacks(page);
      expect(host.log.filter(({ path }) => path.startsWith('packs/parts/'))).toHaveLength(1);
    });

    test('what is asked for does not depend on what is typed', async ({ browser }) => {
      for (const serviceWorkers of ['allow', 'block'] as const) {
        const asked: string[][] = [];
        for (const words of ['alcohol', 'zygomatic iron salt']) {
          const context = await browser.newContext({ serviceWorkers });
          const page = await context.newPage();
          host.log = [];
          await page.goto(`${host.url}search/`);
          if (serviceWorkers === 'allow') await hasPacks(page);
          await field(page).fill(words);
          await expect(status(page)).toContainText(`“${words}”`);
          await page.waitForTimeout(300);
          asked.push([...new Set(host.log.map(({ path }) => path))].sort());
          await context.close();
        }
        expect(asked[0]).toEqual(asked[1]);
      }
    });

    test('nothing says what was read unless the reader asked for it', async ({ page, context }) => {
      await firstVisit(page, host);
      await page.goto(host.url + KEPT.path);
      await page.waitForTimeout(300);
      expect(await everythingKept(page)).not.toContain('sleep-training-for-insomnia');

      await page.goto(`${host.url}device/`);
      await page.getByLabel('Also keep the last 20 articles that I read').check();
      await page.goto(`${host.url}posts/iron-and-tiredness/`);
      await expect.poll(() => everythingKept(page)).toContain('iron-and-tiredness');
      await goOffline(page, context, host);
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Iron for tiredness');
      await page.goto(`${host.url}device/`);
      await page.getByLabel('Also keep the last 20 articles that I read').uncheck();
      await expect(page.getByText('No article is kept.')).toBeVisible();
      expect(await everythingKept(page)).not.toContain('iron-and-tiredness');
    });

    test('a whole topic is kept, saved as a list, erased, and taken over again', async ({
      page,
      context,
    }) => {
      await firstVisit(page, host);
      await page.goto(`${host.url}topics/iron/`);
      await page.getByRole('button', { name: /^Keep all \d articles for offline/ }).click();
      await expect(page.getByText('Kept on this device.')).toBeVisible();
      await page.goto(`${host.url}device/`);
      const items = page.locator('device-panel li');
      await expect(items.first()).toBeVisible();
      const kept = await items.locator('a').allInnerTexts();
      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save the list as a file' }).click();
      const file = await (await downloading).path();

      await page.getByRole('button', { name: `Take off: ${kept[0]}` }).click();
      await expect(items).toHaveCount(kept.length - 1);

      await page.getByRole('button', { name: 'Erase everything on this device' }).click();
      const told = page.getByText(/^Removed: /);
      await expect(told).toContainText(`${kept.length - 1} article`);
      await expect(told).toContainText('the search index');
      await expect(told).toContainText('the worker');
      await expect(told).toBeFocused();
      const left = await page.evaluate(async () => ({
        caches: await caches.keys(),
        storage: localStorage.length + sessionStorage.length,
        workers: (await navigator.serviceWorker.getRegistrations()).length,
      }));
      expect(left).toEqual({ caches: [], storage: 0, workers: 0 });

      await page.getByLabel('Take over a list from a file').setInputFiles(file);
      await expect(items).toHaveCount(kept.length);
      expect((await context.cookies()).length).toBe(0);
    });

    test('the search that was taken off stays off until it is asked for', async ({ page }) => {
      await firstVisit(page, host);
      await page.goto(`${host.url}device/`);
      await page.getByRole('button', { name: 'Take the search off' }).click();
      await expect(page.getByText('It does not come again by itself.')).toBeVisible();
      await page.goto(`${host.url}help/`);
      await page.waitForTimeout(500);
      expect(await keptFiles(page)).toEqual([]);
      await page.goto(`${host.url}device/`);
      await page.getByRole('button', { name: 'Keep the whole search here' }).click();
      await expect(page.getByText('The search is on this device.')).toBeVisible();
      await hasPacks(page);
    });
  });
}

const field = (page: Page) => page.getByRole('searchbox', { name: 'What are you looking for?' });
const status = (page: Page) => page.locator('search-page').getByRole('status').first();
const origin = (host: Host) => new URL(host.url).origin;

async function firstVisit(page: Page, host: Host) {
  await page.goto(host.url);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await hasPacks(page);
}

/** Looks for a new worker, as a browser does by itself when a page is opened. */
async function update(page: Page) {
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect(page.getByRole('button', { name: 'Show them' })).toBeVisible();
}

/** What the reader does at the notice; ends when the new version is there. */
async function takeOver(page: Page) {
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Show them' }).click();
  await loaded;
}

async function goOffline(page: Page, context: BrowserContext, host: Host) {
  await host.end();
  const session = await context.newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await session.detach();
  await context.setOffline(true);
}

async function goOnline(context: BrowserContext, host: Host) {
  await host.start();
  await context.setOffline(false);
}

async function search(page: Page, host: Host, words: string) {
  await page.goto(`${host.url}search/`);
  await field(page).fill(words);
  await expect(status(page)).toContainText(`for “${words}”`);
}

/** The page has its styles and its typeface. */
async function looksRight(page: Page) {
  const { rules, fonts } = await page.evaluate(async () => {
    await document.fonts.ready;
    return {
      rules: [...document.styleSheets].reduce((sum, sheet) => sum + sheet.cssRules.length, 0),
      fonts: [...document.fonts].filter(({ status }) => status === 'loaded').length,
    };
  });
  expect(rules).toBeGreaterThan(100);
  expect(fonts).toBeGreaterThan(0);
}

const tableOf = (dist: string) =>
  JSON.parse(readFileSync(join(dist, 'packs/table.json'), 'utf8')) as PackTable;

/** Paths on the host of everything that a table names. */
const namesIn = ({ parts }: PackTable) =>
  new Set(
    parts.flatMap(({ file, files }) => [
      `packs/parts/${file}`,
      ...files.map(([path]) => `pagefind/${path}`),
    ]),
  );

/** Names of the parts that the device has a whole table of. */
async function keptParts(page: Page): Promise<string[] | undefined> {
  return page.evaluate(async () => {
    const name = (await caches.keys()).find((one) => one.endsWith(' packs'));
    const cache = name && (await caches.open(name));
    const key = cache && (await cache.keys()).find(({ url }) => url.endsWith('/table'));
    if (!cache || !key) return undefined;
    const table = (await (await cache.match(key))!.json()) as { parts: { file: string }[] };
    return table.parts.map(({ file }) => file);
  });
}

async function hasPacks(page: Page) {
  await expect.poll(() => keptParts(page), { timeout: 10_000 }).toBeDefined();
}

async function keptFiles(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const name = (await caches.keys()).find((one) => one.endsWith(' packs'));
    if (!name) return [];
    const urls = (await (await caches.open(name)).keys()).map(({ url }) => url);
    return urls.filter((url) => url.endsWith('.pack'));
  });
}

/** Every address in the caches, and everything in the storage, as one text. */
async function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const urls: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) urls.push(url);
    }
    return JSON.stringify([urls, { ...localStorage }, { ...sessionStorage }]);
  });
}
