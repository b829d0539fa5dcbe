import { xmlText } from '../text/xml.ts';

/** What a crawl of the built site with every control pressed has seen. */
export interface PrivacyReport {
  /** Day of the crawl. */
  on: string;
  browser: string;
  pages: number;
  /** Controls that were pressed, filled, chosen or sent off. */
  controls: number;
  /** Requests by origin; the site's own is called `this site`. */
  requests: Record<string, number>;
  /** Pages that were fetched although nobody opened them, beside those that the worker keeps. */
  unasked: string[];
  cookies: string[];
  /** What was stored when a page had been opened and nothing pressed, by name. */
  storedOnArrival: string[];
  /** Whether that was the same on every page, so that it does not say what was read. */
  sameOnArrival: boolean;
  /** What was stored after every control was pressed, by name. */
  storage: string[];
  /** What the button that erases everything left. */
  leftByErasing: string[];
  violations: string[];
  /** Two queries, and whether the same was fetched for both. */
  queries: { words: string[]; same: boolean };
}

/** Caches that every visit fills, and what there may be when a reader has asked for it. */
const ON_ARRIVAL = /^wellsourced \S+ (?:shell|packs)$/;
const WHEN_ASKED = /^(?:wellsourced \S+ (?:shell|packs|kept)|reading|keep-recent)$/;

/** What breaks the promise, in sentences; nothing when it is kept. */
export function brokenPromises(report: PrivacyReport): string[] {
  const foreign = Object.entries(report.requests).filter(([origin]) => origin !== 'this site');
  const beside = (names: string[], allowed: RegExp) => names.filter((name) => !allowed.test(name));
  return [
    ...foreign.map(([origin, count]) => `${count} requests to ${origin}`),
    ...report.unasked.map((path) => `fetched though nobody opened it: ${path}`),
    ...report.cookies.map((name) => `a cookie: ${name}`),
    ...beside(report.storedOnArrival, ON_ARRIVAL).map((name) => `stored unasked: ${name}`),
    ...(report.sameOnArrival ? [] : ['what is stored depends on what was read']),
    ...beside(report.storage, WHEN_ASKED).map(
      (name) => `stored under a name nobody knows: ${name}`,
    ),
    ...report.leftByErasing.map((name) => `not erased: ${name}`),
    ...report.violations.map((what) => `against the policy: ${what}`),
    ...(report.queries.same ? [] : ['what is fetched depends on what is typed']),
  ];
}

const PLACE = /(<div id="ws-privacy-report"[^>]*>)[\s\S]*?(<\/div>)/;

/** The page with the report in its place, or with the sentence that there is none. */
export function withReport(page: string, report: PrivacyReport | undefined): string {
  const text = report ? reportHtml(report) : '<p>This build of the site was not measured.</p>';
  return page.replace(PLACE, (_, open: string, close: string) => open + text + close);
}

function reportHtml(report: PrivacyReport): string {
  const { 'this site': own = 0, ...foreign } = report.requests;
  const sum = Object.values(foreign).reduce((all, count) => all + count, 0);
  const list = (all: string[]) => (all.length === 0 ? 'none' : all.join(', '));
  const [one, other] = report.queries.words;
  const rows: [string, string][] = [
    ['Pages opened', String(report.pages)],
    ['Controls pressed', String(report.controls)],
    ['Requests to this site', String(own)],
    ['Requests to anybody else', sum === 0 ? '0' : `${sum}: ${list(Object.keys(foreign))}`],
    ['Pages fetched that nobody opened', list(report.unasked)],
    ['Cookies', list(report.cookies)],
    ['Stored when a page is opened', list(report.storedOnArrival)],
    ['The same on every page', report.sameOnArrival ? 'yes' : 'no'],
    ['Stored after everything was pressed', list(report.storage)],
    ['Left by “Erase everything”', list(report.leftByErasing)],
    ['Breaches of the policy', list(report.violations)],
    [`Fetched for “${one}” and for “${other}”`, report.queries.same ? 'the same' : 'not the same'],
  ];
  return (
    `<p>Measured on <time datetime="${report.on}">${report.on}</time> with ${xmlText(report.browser)}, on this very build: every page was opened and every control on it pressed.</p>` +
    `<table><tbody>${rows
      .map(
        ([name, value]) =>
          `<tr><th scope="row">${xmlText(name)}</th><td>${xmlText(value)}</td></tr>`,
      )
      .join('')}</tbody></table>`
  );
}
