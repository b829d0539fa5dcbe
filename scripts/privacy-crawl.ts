/** What `privacy.ts` does in the browser: opens every page, presses every control, looks on. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { PrivacyReport } from '../src/lib/privacy/report.ts';

/** Pages at a time. */
const AT_ONCE = 3;
/** Time for what a press sets going, in milliseconds. */
const SETTLE = 300;
const WORDS = ['wine', 'zygomatic fish oil'];
/** Takes everything away, so it is pressed last. */
const ERASE = '[data-device="erase"]';

export interface Crawled {
  /** Where the site is served, with a slash at its end. */
  url: string;
  /** Its pages, from its root: ``, `posts/omega-3/`, `404.html`. */
  paths: string[];
  /** What the worker keeps from the first visit on, of the same form. */
  shell: string[];
  /** Whether the worker brings the whole search index by itself. */
  bringsIndex: boolean;
}

type Seen = Omit<PrivacyReport, 'on' | 'browser'>;

/** Crawls a site. Requests to others are not in what comes back: whoever refuses them counts them. */
export async function crawl(browser: Browser, site: Crawled): Promise<Seen> {
  const seen: Seen = {
    pages: 0,
    controls: 0,
    requests: { 'this site': 0 },
    unasked: [],
    cookies: [],
    storedOnArrival: [],
    sameOnArrival: true,
    storage: [],
    leftByErasing: [],
    violations: [],
    queries: { words: WORDS, same: true },
  };
  const arrivals = new Set<string>();
  const waiting = site.paths.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const path of waiting) arrivals.add(await visit(path));
    }),
  );
  seen.sameOnArrival = arrivals.size === 1;
  const asked = new Set<string>();
  for (const words of WORDS) asked.add(await requestsFor(words));
  seen.queries.same = asked.size === 1;
  for (const list of [
    seen.unasked,
    seen.cookies,
    seen.storedOnArrival,
    seen.storage,
    seen.leftByErasing,
    seen.violations,
  ]) {
    list.splice(0, list.length, ...[...new Set(list)].sort());
  }
  return seen;

  /** Returns all that was stored before anything was pressed, as one text. */
  async function visit(path: string): Promise<string> {
    const context = await browser.newContext({ acceptDownloads: true });
    const page = await watched(context);
    const fetched: string[] = [];
    context.on('request', (request) => fetched.push(request.url().slice(site.url.length)));
    await page.goto(site.url + path, { waitUntil: 'networkidle' });
    // An old address leads on.
    await page.waitForLoadState('networkidle');
    if (site.bringsIndex) await wholeIndexKept(page);
    seen.pages++;
    const here = page.url().slice(site.url.length);
    const known = new Set([path, here, ...site.shell]);
    seen.unasked.push(...fetched.filter((one) => site.paths.includes(one) && !known.has(one)));
    const { names, cached } = await stored(page);
    seen.storedOnArrival.push(...names);

    // Added up here: several pages are open at once, and `+=` would lose what others count meanwhile.
    let controls = await pressAll(page);
    await page.waitForTimeout(SETTLE);
    controls += await takeListOver(page);
    seen.storage.push(...(await stored(page)).names);
    if (await page.locator(ERASE).isVisible()) {
      await page.locator(ERASE).click();
      await page.locator('[data-device="erased"]', { hasText: /\w/ }).waitFor();
      controls++;
      seen.leftByErasing.push(...(await stored(page)).names);
    }
    controls += await sendOff(page, site.url + here);
    seen.controls += controls;
    seen.cookies.push(...(await context.storageState()).cookies.map(({ name }) => name));
    await context.close();
    return [...names, ...cached].join('\n');
  }

  async function watched(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    context.on('request', (request) => {
      if (request.url().startsWith(site.url)) seen.requests['this site']!++;
    });
    // What the policy refuses to a worker is reported in its console only.
    context.on('serviceworker', (worker) =>
      worker.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) seen.violations.push(message.text());
      }),
    );
    await page.exposeFunction('reportViolation', (text: string) => seen.violations.push(text));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        const { reportViolation } = window as unknown as { reportViolation(text: string): void };
        reportViolation(`${violatedDirective} ${blockedURI} on ${location.pathname}`);
      });
    });
    return page;
  }

  /**
   * What is asked for while these words are looked for, from the search page and from the field in
   * the header, by pausing and by Enter, with a worker and without: method, whole address and body.
   */
  async function requestsFor(words: string): Promise<string> {
    const asked = new Set<string>();
    for (const serviceWorkers of ['allow', 'block'] as const) {
      for (const from of ['search/', '']) {
        const context = await browser.newContext({ serviceWorkers });
        const page = await watched(context);
        let opened = false;
        context.on('request', (request) => {
          const address = request.url().replace(/#.*/, '');
          if (!opened)
            asked.add(`${request.method()} ${address} ${request.postData() ?? ''}`.trim());
        });
        await page.goto(site.url + from, { waitUntil: 'networkidle' });
        if (serviceWorkers === 'allow' && site.bringsIndex) await wholeIndexKept(page);
        const field = page.locator(
          from === '' ? 'search-box input' : 'search-page input[type=search]',
        );
        await field.fill(words);
        if (from === '') await field.press('Enter');
        await page.locator('search-page [role=status]', { hasText: words }).first().waitFor();
        await page.waitForTimeout(SETTLE);
        // Enter opens the first result, which the reader chose: what that page needs is its own.
        page.on('request', (request) => (opened ||= request.isNavigationRequest()));
        if (from !== '') await field.press('Enter');
        await page.waitForTimeout(SETTLE);
        await context.close();
      }
    }
    return [...asked].sort().join('\n');
  }
}

/** Waits until the worker has brought the whole index. Throws when it does not come. */
async function wholeIndexKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    for (let tries = 0; tries < 400; tries++) {
      const name = (await caches.keys()).find((one) => one.endsWith(' packs'));
      const keys = name === undefined ? [] : await (await caches.open(name)).keys();
      if (keys.some(({ url }) => url.endsWith('/table'))) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('The search index did not come by itself.');
  });
}

/** What this origin has stored, and the addresses in its caches. */
async function stored(page: Page): Promise<{ names: string[]; cached: string[] }> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const cached = await Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    );
    return {
      names: [
        ...Object.keys(localStorage),
        ...Object.keys(sessionStorage),
        ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
        ...names,
      ].sort(),
      cached: cached.flat().sort(),
    };
  });
}

/** Presses everything that stays on the page. Returns how many there were. */
async function pressAll(page: Page): Promise<number> {
  return page.evaluate(
    async ([erase, settle]) => {
      const pause = (time = 10) => new Promise((resolve) => setTimeout(resolve, time));
      const pressed = new Set<Element>();
      // What a control brings forth is pressed too.
      for (let round = 0; round < 3; round++) {
        const all = document.querySelectorAll<HTMLElement>(
          `button:not(${erase}, [type=submit]), summary, select, input:not([type=file], [type=submit])`,
        );
        for (const control of all) {
          if (pressed.has(control)) continue;
          pressed.add(control);
          if (control instanceof HTMLSelectElement) {
            control.selectedIndex = control.options.length - 1;
            control.dispatchEvent(new Event('change', { bubbles: true }));
          } else if (control instanceof HTMLInputElement && /text|search/.test(control.type)) {
            control.value = 'sleep';
            control.dispatchEvent(new Event('input', { bubbles: true }));
          } else control.click();
          await pause();
        }
        await pause(settle);
      }
      return pressed.size;
    },
    [ERASE, SETTLE] as const,
  );
}

/** Gives a list of articles to a field for files, if there is one. */
async function takeListOver(page: Page): Promise<number> {
  const field = page.locator('input[type=file]');
  if ((await field.count()) === 0) return 0;
  await field.setInputFiles({
    name: 'kept-articles.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"articles":[]}'),
  });
  await page.waitForTimeout(SETTLE);
  return 1;
}

/** Sends each form off and takes the way out, which lead away, so each from a page opened afresh. */
async function sendOff(page: Page, url: string): Promise<number> {
  const forms = await page.locator('form').count();
  let sent = 0;
  for (let at = 0; at < forms; at++) {
    await page.goto(url, { waitUntil: 'load' });
    const form = page.locator('form').nth(at);
    if ((await form.count()) === 0) continue;
    await form.evaluate((one: HTMLFormElement) => one.requestSubmit());
    sent++;
    // It may lead to another page, in its own time.
    await page.waitForTimeout(SETTLE);
    await page.waitForLoadState('load');
  }
  const exit = page.locator('exit-page a');
  await page.goto(url, { waitUntil: 'load' });
  if ((await exit.count()) === 0) return sent;
  const away = (await exit.getAttribute('href'))!;
  await page.route(away, (route) => route.fulfill({ body: 'away' }));
  await exit.click();
  await page.waitForURL(away);
  return sent + 1;
}
