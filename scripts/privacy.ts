/**
 * `npm run privacy`: opens every page of the built site in Chromium, presses every control, and
 * writes what was asked for, stored and refused to `dist/privacy-report.json` and into the privacy
 * page. Exits with 1 at the first request to anybody else, cookie or breach of the policy, or when
 * what the search fetches depends on what is typed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { htmlFiles } from '../src/integrations/html-files.ts';
import { brokenPromises, withReport, type PrivacyReport } from '../src/lib/privacy/report.ts';
import { findBrowser } from './find-browser.ts';
import { startServer } from './serve.ts';

/** Pages at a time. */
const AT_ONCE = 3;
const WORDS = ['wine', 'zygomatic fish oil'];

const dist = join(process.cwd(), 'dist');
const { executablePath, env, args } = await findBrowser();
const site = await startServer({ root: process.cwd(), port: 0 });
// Whatever does not go to the site goes to this proxy, which writes it down and refuses: requests of
// pages, of workers, and of the browser for them.
const foreign: string[] = [];
const proxy = createServer((request, response) => {
  foreign.push(new URL(request.url!, 'http://unknown.invalid').origin);
  response.writeHead(403).end();
});
proxy.on('connect', (request, socket) => {
  foreign.push(`https://${request.url!.replace(/:443$/, '')}`);
  socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
});
await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
const browser = await chromium.launch({
  executablePath,
  args: [...args, '--proxy-bypass-list=127.0.0.1'],
  env: { ...process.env, ...env } as Record<string, string>,
  proxy: { server: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` },
});

const report: PrivacyReport = {
  on: new Date().toISOString().slice(0, 10),
  browser: `Chromium ${browser.version()}`,
  pages: 0,
  controls: 0,
  requests: { 'this site': 0 },
  cookies: [],
  storage: [],
  violations: [],
  queries: { words: WORDS, same: true },
};
try {
  const paths = htmlFiles(dist).map((file) => file.replace(/(^|\/)index\.html$/, '$1'));
  const waiting = paths.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const path of waiting) await visit(path);
    }),
  );
  const asked = [];
  for (const words of WORDS) asked.push(await requestsFor(words));
  report.queries.same = asked[0] === asked[1];
} finally {
  await browser.close();
  await site.close();
  proxy.close();
}
for (const origin of foreign) report.requests[origin] = (report.requests[origin] ?? 0) + 1;
for (const list of [report.cookies, report.storage, report.violations]) {
  list.splice(0, list.length, ...[...new Set(list)].sort());
}
writeFileSync(join(dist, 'privacy-report.json'), `${JSON.stringify(report, null, 2)}\n`);
const page = join(dist, 'privacy/index.html');
writeFileSync(page, withReport(readFileSync(page, 'utf8'), report));

const broken = brokenPromises(report);
console.log(
  `${report.pages} pages, ${report.controls} controls, ${report.requests['this site']} requests to the site itself, ${foreign.length} to anybody else, ${report.cookies.length} cookies, ${report.violations.length} breaches of the policy; the same requests for any query: ${report.queries.same ? 'yes' : 'no'}.`,
);
if (report.storage.length > 0) console.log(`Stored: ${report.storage.join(', ')}.`);
console.log('Written to dist/privacy-report.json and into the privacy page.');
if (broken.length > 0) {
  console.error(`The promise is broken:\n${broken.map((what) => `- ${what}`).join('\n')}`);
  process.exit(1);
}

async function visit(path: string): Promise<void> {
  const context = await browser.newContext({ acceptDownloads: true });
  const opened = await watched(context);
  await opened.goto(site.url + path, { waitUntil: 'networkidle' });
  report.pages++;
  report.controls += await press(opened);
  await opened.waitForTimeout(300);
  const { cookies } = await context.storageState();
  report.cookies.push(...cookies.map(({ name }) => name));
  report.storage.push(...(await stored(opened)));
  await context.close();
}

async function watched(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  context.on('request', (request) => {
    if (request.url().startsWith(site.url)) report.requests['this site']!++;
  });
  await page.exposeFunction('reportViolation', (text: string) => report.violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const { reportViolation } = window as unknown as { reportViolation(text: string): void };
      reportViolation(`${violatedDirective} ${blockedURI} on ${location.pathname}`);
    });
  });
  return page;
}

/** Presses everything that can be pressed and stays on the page. Returns how many there were. */
async function press(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const pause = () => new Promise((resolve) => setTimeout(resolve, 10));
    const erase = '[data-device="erase"]';
    const pressed = new Set<Element>();
    // What a control brings forth is pressed too; what takes everything away comes last.
    for (let round = 0; round < 3; round++) {
      const all = document.querySelectorAll<HTMLElement>(
        `button:not(${erase}), summary, select, input:not([type=file])`,
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
        } else if (!(control instanceof HTMLButtonElement && control.type === 'submit')) {
          control.click();
        }
        await pause();
      }
    }
    return pressed.size;
  });
}

async function stored(page: Page): Promise<string[]> {
  return page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
    ...(await caches.keys()),
  ]);
}

/** What is asked for while these words are typed and answered, as one text. */
async function requestsFor(words: string): Promise<string> {
  const context = await browser.newContext();
  const opened = await watched(context);
  const asked = new Set<string>();
  context.on('request', (request) => asked.add(new URL(request.url()).pathname));
  await opened.goto(`${site.url}search/`, { waitUntil: 'networkidle' });
  await opened.locator('search-page input[type=search]').fill(words);
  await opened.locator('search-page [role=status]', { hasText: words }).first().waitFor();
  await opened.waitForTimeout(300);
  await context.close();
  return [...asked].sort().join(' ');
}
