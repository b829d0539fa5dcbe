import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Page } from '@playwright/test';
import { dist } from '../publication.ts';

/** Addresses of every page of the built site, relative to its root: ``, `posts/about-tea/`, `404.html`. */
export const everyPage: string[] = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html') && !file.startsWith('pagefind'))
  .map((file) =>
    file
      .split(sep)
      .join('/')
      .replace(/(^|\/)index\.html$/, '$1'),
  )
  .sort();

/** One page of each type, for the checks that are too slow for all. */
export const pageTypes: Record<string, string> = {
  home: '',
  article: 'posts/sleep-training-for-insomnia/',
  'article with a table': 'posts/iron-and-tiredness/',
  archive: 'archive/',
  'archive of a year': 'archive/2026/',
  topics: 'topics/',
  topic: 'topics/sleep/',
  series: 'series/',
  'one series': 'series/understanding-sleep/',
  people: 'people/',
  person: 'people/editors/',
  search: 'search/',
  about: 'about/',
  'how we check': 'how-we-check/',
  'rules of the check': 'how-we-check/rules/',
  sources: 'sources/',
  source: 'sources/harrow2023/',
  corrections: 'corrections/',
  privacy: 'privacy/',
  disclaimer: 'disclaimer/',
  help: 'help/',
  offline: 'offline/',
  'on this device': 'device/',
  'not found': '404.html',
  'old address': 'posts/how-much-iron-is-in-it/',
};

/** Path of a file of the built site. */
export const built = (file: string) => join(dist, file);

export interface Watch {
  /** Addresses asked for at another origin. */
  foreign: string[];
  /** CSP and Trusted Types violations, as `directive: what`. */
  violations: string[];
  /** Errors in the console and uncaught exceptions. */
  errors: string[];
  /** Every address asked for. */
  requests: string[];
}

/** Records what a page asks for and what the browser refuses, from now on. */
export async function watch(page: Page, baseURL: string): Promise<Watch> {
  const seen: Watch = { foreign: [], violations: [], errors: [], requests: [] };
  page.on('request', (request) => {
    seen.requests.push(request.url());
    if (new URL(request.url()).origin !== new URL(baseURL).origin) seen.foreign.push(request.url());
  });
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') seen.errors.push(message.text());
  });
  await page.exposeFunction('reportViolation', (text: string) => seen.violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as { reportViolation(text: string): void }).reportViolation;
      report(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
    });
  });
  return seen;
}

/** How far the page can be moved sideways, in CSS pixels. 0 is right. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });
}
