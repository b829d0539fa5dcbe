import { xmlText } from '../text/xml.ts';

/** What a crawl of the built site with every control pressed has seen. */
export interface PrivacyReport {
  /** Day of the crawl. */
  on: string;
  browser: string;
  pages: number;
  controls: number;
  /** Requests by origin; the site's own is called `this site`. */
  requests: Record<string, number>;
  cookies: string[];
  /** What was stored after every control was pressed, by name. */
  storage: string[];
  violations: string[];
  /** Two queries, and whether the same was fetched for both. */
  queries: { words: string[]; same: boolean };
}

/** What breaks the promise, in sentences; nothing when it is kept. */
export function brokenPromises(report: PrivacyReport): string[] {
  const foreign = Object.entries(report.requests).filter(([origin]) => origin !== 'this site');
  return [
    ...foreign.map(([origin, count]) => `${count} requests to ${origin}`),
    ...report.cookies.map((name) => `a cookie: ${name}`),
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
  const rows: [string, string][] = [
    ['Pages opened', String(report.pages)],
    ['Controls pressed', String(report.controls)],
    ['Requests to this site', String(own)],
    ['Requests to anybody else', sum === 0 ? '0' : `${sum}: ${list(Object.keys(foreign))}`],
    ['Cookies', list(report.cookies)],
    ['Stored after everything was pressed', list(report.storage)],
    ['Breaches of the policy', list(report.violations)],
    [
      `Fetched for “${report.queries.words[0]}” and for “${report.queries.words[1]}”`,
      report.queries.same ? 'the same' : 'not the same',
    ],
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
