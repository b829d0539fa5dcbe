import { expect, test } from 'vitest';
import { brokenPromises, withReport, type PrivacyReport } from './report.ts';

const clean: PrivacyReport = {
  on: '2026-11-23',
  browser: 'Chromium 153',
  pages: 40,
  controls: 300,
  requests: { 'this site': 500 },
  unasked: [],
  cookies: [],
  storedOnArrival: ['wellsourced / shell', 'wellsourced /sub/ packs'],
  sameOnArrival: true,
  storage: ['reading', 'wellsourced / kept'],
  leftByErasing: [],
  violations: [],
  queries: { words: ['wine', 'sleep'], same: true },
};
const page =
  '<h1>Privacy</h1><div id="ws-privacy-report" class="prose"><p>old</p></div><p>after</p>';

test('a clean report breaks no promise', () => {
  expect(brokenPromises(clean)).toEqual([]);
});

test.each([
  [{ requests: { 'this site': 1, 'https://x.example': 2 } }, '2 requests to https://x.example'],
  [{ unasked: ['posts/omega-3/'] }, 'fetched though nobody opened it: posts/omega-3/'],
  [{ cookies: ['id'] }, 'a cookie: id'],
  [{ storedOnArrival: ['wellsourced / kept'] }, 'stored unasked: wellsourced / kept'],
  [{ sameOnArrival: false }, 'what is stored depends on what was read'],
  [{ storage: ['last-read'] }, 'stored under a name nobody knows: last-read'],
  [{ leftByErasing: ['reading'] }, 'not erased: reading'],
  [{ violations: ['img-src data:'] }, 'against the policy: img-src data:'],
  [{ queries: { words: ['a', 'b'], same: false } }, 'what is fetched depends on what is typed'],
])('%j is told', (change, sentence) => {
  expect(brokenPromises({ ...clean, ...change })).toEqual([sentence]);
});

test('the table takes the place of an older one, and of nothing else', () => {
  const html = withReport(page, clean);
  expect(html).toMatch(/^<h1>Privacy<\/h1>.*<\/div><p>after<\/p>$/s);
  expect(html).toContain('<th scope="row">Requests to anybody else</th><td>0</td>');
  expect(html).not.toContain('old');
  expect(withReport(html, undefined)).toContain('was not measured');
});

test('what comes from outside is text', () => {
  const html = withReport(page, { ...clean, violations: ['<img src=x>$1'] });
  expect(html).toContain('&lt;img src=x&gt;$1');
});
