import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { findBrowser } from '../scripts/find-browser.ts';
import { startServer } from '../scripts/serve.ts';
import { checkContent } from '../src/store/reading/check.ts';
import { today } from '../src/store/reading/today.ts';

/**
 * The demonstration in `content/` and the site that `npm run build` makes of it. Delete this file and
 * `demonstration.questions.yaml` together with the demonstration: no other test knows of it.
 */

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

/** Articles of the demonstration, and a word that stands in the title of each. */
const ARTICLES = {
  'ketamine-for-depression': 'Ketamine for depression',
  'alcohol-and-ketamine': 'Alcohol',
  magnesium: 'Magnesium',
  'omega-3': 'Omega-3',
};

test('it checks without an error', async () => {
  const { diagnostics } = await checkContent(root, { today: today() });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test.each(Object.entries(ARTICLES))('%s is built, with its sources', (slug, title) => {
  const html = readFileSync(join(dist, 'posts', slug, 'index.html'), 'utf8');
  expect(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)![1]).toContain(title);
  expect(html.match(/class="[^"]*\bsource-card\b/g)!.length).toBeGreaterThan(2);
  expect(html.match(/href="https:\/\/doi\.org\/10\./g)!.length).toBeGreaterThan(1);
  expect(existsSync(join(dist, `posts/${slug}/sources.bib`))).toBe(true);
});

/** Share of the questions whose first answer must be among the first three results. */
const SHARE = 0.95;

test('questions of readers find their answer among the first three results', async () => {
  const questions = parse(
    readFileSync(join(import.meta.dirname, 'demonstration.questions.yaml'), 'utf8'),
  ) as { ask: string; find: string[] }[];
  expect(questions.length).toBeGreaterThanOrEqual(60);
  const server = await startServer({ root, port: 0 });
  const { executablePath, args, env } = await findBrowser();
  const browser = await chromium.launch({
    executablePath,
    args,
    env: { ...process.env, ...env } as Record<string, string>,
  });
  const missed: string[] = [];
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}search/`);
    const panel = page.locator('search-page');
    for (const { ask, find } of questions) {
      await panel.locator('input[type=search]').fill(ask);
      await panel.locator('[role=status]', { hasText: `“${ask}”` }).waitFor();
      const links = await panel
        .locator('ol > li > h2 > a')
        .evaluateAll((all) => all.slice(0, 3).map((link) => link.getAttribute('href')!));
      const slugs = links.map((href) => /posts\/([^/]+)\//.exec(href)?.[1]);
      if (!find.some((slug) => slugs.includes(slug)))
        missed.push(`${ask}: ${slugs.join(', ')} instead of ${find.join(' or ')}`);
    }
  } finally {
    await browser.close();
    await server.close();
  }
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(questions.length * (1 - SHARE));
});
