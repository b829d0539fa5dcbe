import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';

/** Share of the questions whose first answer must be among the first three results. */
const SHARE = 0.95;

const questions = parse(
  readFileSync(join(import.meta.dirname, '../search/questions.yaml'), 'utf8'),
) as { ask: string; find: string[] }[];

test('questions of readers find their answer among the first three results', async ({ page }) => {
  test.setTimeout(120_000);
  expect(questions.length).toBeGreaterThanOrEqual(60);
  const missed: string[] = [];
  await page.goto('search/');
  const field = page.getByRole('searchbox', { name: 'What are you looking for?' });
  for (const { ask, find } of questions) {
    await field.fill(ask);
    await expect(page.locator('search-page').getByRole('status')).toContainText(`“${ask}”`);
    const links = await page
      .locator('search-page ol > li > h2 > a')
      .evaluateAll((all) => all.slice(0, 3).map((link) => link.getAttribute('href')!));
    const slugs = links.map((href) => /posts\/([^/]+)\//.exec(href)?.[1]);
    if (!find.some((slug) => slugs.includes(slug)))
      missed.push(`${ask}: ${slugs.join(', ')} instead of ${find.join(' or ')}`);
  }
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(questions.length * (1 - SHARE));
  if (missed.length > 0) console.log(`Missed:\n${missed.join('\n')}`);
});
