/**
 * `npm run privacy`: opens every page of the built site in Chromium, presses every control, and
 * writes what was asked for, stored and refused to `dist/privacy-report.json` and into the privacy
 * page. Exits with 1 when a promise is broken (`brokenPromises` in `src/lib/privacy/report.ts`).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { htmlFiles } from '../src/integrations/html-files.ts';
import { brokenPromises, withReport, type PrivacyReport } from '../src/lib/privacy/report.ts';
import { PACKS_WITHOUT_ASKING } from '../src/lib/offline/names.ts';
import type { Shell } from '../src/worker/shell.ts';
import { findBrowser } from './find-browser.ts';
import { crawl } from './privacy-crawl.ts';
import { startServer } from './serve.ts';
import { commandLine } from './command-line.ts';

commandLine('Usage: npm run privacy   (after npm run build)', {});

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

let report: PrivacyReport;
try {
  const [, shell] = /^self\.shell=(\{.*?\});/.exec(readFileSync(join(dist, 'worker.js'), 'utf8'))!;
  const { files, packs } = JSON.parse(shell!) as Shell;
  report = {
    on: new Date().toISOString().slice(0, 10),
    browser: `Chromium ${browser.version()}`,
    ...(await crawl(browser, {
      url: site.url,
      paths: htmlFiles(dist).map((file) => file.replace(/(^|\/)index\.html$/, '$1')),
      shell: Object.keys(files),
      bringsIndex: packs <= PACKS_WITHOUT_ASKING,
    })),
  };
} finally {
  await browser.close();
  await site.close();
  proxy.close();
}
for (const origin of foreign) report.requests[origin] = (report.requests[origin] ?? 0) + 1;
writeFileSync(join(dist, 'privacy-report.json'), `${JSON.stringify(report, null, 2)}\n`);
const page = join(dist, 'privacy/index.html');
writeFileSync(page, withReport(readFileSync(page, 'utf8'), report));

const broken = brokenPromises(report);
const { pages, controls, requests, cookies, violations, queries } = report;
const answers = (yes: boolean) => (yes ? 'yes' : 'no');
console.log(`${pages} pages, ${controls} controls
${requests['this site']} requests to the site itself, ${foreign.length} to anybody else
${cookies.length} cookies, ${violations.length} breaches of the policy
stored when a page is opened: ${report.storedOnArrival.join(', ') || 'nothing'}; the same on every page: ${answers(report.sameOnArrival)}
stored after everything was pressed: ${report.storage.join(', ') || 'nothing'}; left by erasing: ${report.leftByErasing.join(', ') || 'nothing'}
the same requests for any query: ${answers(queries.same)}
Written to dist/privacy-report.json and into the privacy page.`);
if (broken.length > 0) {
  console.error(`The promise is broken:\n${broken.map((what) => `- ${what}`).join('\n')}`);
  process.exit(1);
}
