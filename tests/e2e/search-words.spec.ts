import { expect, test, type Page } from '@playwright/test';

/** What readers type is seldom what an article says: slips, everyday words, words of distress. */

const field = (page: Page) => page.getByRole('searchbox', { name: 'What are you looking for?' });
const box = (page: Page) => page.locator('search-page');
const titles = (page: Page) => page.locator('search-page ol > li > h2 > a');
const status = (page: Page) => box(page).getByRole('status');

async function search(page: Page, words: string) {
  await page.goto('search/');
  await field(page).fill(words);
  await expect(status(page)).toContainText(`“${words}”`);
}

test('a word that no page has is told, with what was looked for and the way back', async ({
  page,
}) => {
  await search(page, 'tablts alchohol');
  await expect(box(page)).toContainText('No page has tablts. Showing results for tablets.');
  await expect(box(page)).toContainText('No page has alchohol. Showing results for alcohol.');
  await expect(titles(page).first()).toContainText(/alcohol/i);

  await page.getByRole('button', { name: 'Search for “tablts” as typed' }).click();
  await expect(field(page)).toHaveValue('"tablts" alchohol');
  await expect(field(page)).toBeFocused();
  await expect(box(page)).not.toContainText('Showing results for tablets');
  await expect(box(page)).toContainText('No page has “tablts”.');
});

test('an everyday word finds what articles call otherwise, and says so', async ({ page }) => {
  await search(page, 'ferrocheck');
  await expect(box(page)).toContainText('Also searched: ferritin.');
  await expect(titles(page).first()).toHaveAttribute('href', /#ferritin/);
});

test('a question for a word is answered with what it means', async ({ page }) => {
  await search(page, 'what is the ISI');
  await expect(box(page)).toContainText('Insomnia Severity Index (ISI): A questionnaire');
  await field(page).fill('does the insomnia severity index calm down');
  await expect(status(page)).toContainText('calm down');
  await expect(box(page)).not.toContainText('A questionnaire about');
});

test('a slip in the first letter is put right too', async ({ page }) => {
  await search(page, 'onsomnia and lcohol');
  await expect(box(page)).toContainText('No page has onsomnia. Showing results for insomnia.');
  await expect(box(page)).toContainText('No page has lcohol. Showing results for alcohol.');
});

test('what a passage answers opens at its section, and no passage is shown twice', async ({
  page,
}) => {
  await search(page, 'what a blinded study of naps in thirty healthy men measured');
  const first = page.locator('search-page ol > li').first();
  await expect(first.locator('h2 a')).toHaveAttribute('href', /how-sleep-training-may-work\/#/);
  const passages = await first.locator('.search-result__excerpt').allInnerTexts();
  expect(new Set(passages).size).toBe(passages.length);
  expect(passages[0]).not.toContain(await first.locator('h2').innerText());
});

test('whoever asks about suicide sees first where help is, also without a connection', async ({
  page,
  context,
}) => {
  await page.goto('search/');
  const help = box(page).getByRole('region', { name: 'You can talk to somebody now' });
  await expect(help).toBeHidden();
  await context.setOffline(true);
  await field(page).fill('I want to die');
  await expect(help).toBeVisible();
  await expect(help.getByRole('link').first()).toBeVisible();
  await context.setOffline(false);
  await field(page).fill('salt');
  await expect(help).toBeHidden();
});

test('results come by date when the reader says so, and the address keeps it', async ({ page }) => {
  await search(page, 'sleep');
  const best = await titles(page).allInnerTexts();
  await page.getByLabel('Order', { exact: true }).selectOption('date');
  await expect(page).toHaveURL(/[#&]sort=date$/);
  await expect.poll(() => titles(page).allInnerTexts()).not.toEqual(best);
  const years = await page
    .locator('.search-result__facts')
    .evaluateAll((all) => all.map((one) => Number(/\d{4}$/.exec(one.textContent!)![0])));
  expect(years).toEqual(years.toSorted((a, b) => b - a));
  const newest = await titles(page).allInnerTexts();
  await page.reload();
  await expect.poll(() => titles(page).allInnerTexts()).toEqual(newest);
});

test('words in quotation marks must stand together; a word with a minus must not stand there', async ({
  page,
}) => {
  const count = async () => Number(/^\d+/.exec(await status(page).innerText())?.[0] ?? 0);
  await search(page, 'blood pressure');
  const loose = await count();
  await search(page, '"blood pressure"');
  const together = await count();
  expect(together).toBeGreaterThan(0);
  expect(together).toBeLessThan(loose);
  await search(page, 'sleep');
  const all = await count();
  await search(page, 'sleep -alcohol');
  expect(await count()).toBeLessThan(all);
  expect(await count()).toBeGreaterThan(0);
});

test('a question is answered by the section that has its words', async ({ page }) => {
  await search(page, 'can I have a glass of wine with a sleeping tablet');
  await expect(box(page)).toContainText('Also searched: alcohol.');
  const first = titles(page).first();
  await expect(first).toContainText(/alcohol/i);
  const result = page.locator('search-page ol > li').first();
  await expect(result.locator('mark').first()).toBeVisible();
});

test('a part of the index that does not arrive is told as that, not as nothing found', async ({
  page,
}) => {
  await page.route('**/packs/parts/*', (route) => route.abort());
  await page.goto('search/');
  await field(page).fill('insomnia');
  await expect(status(page)).toContainText('could not be loaded');
  await expect(box(page)).not.toContainText('Nothing found');
  await page.unroute('**/packs/parts/*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(titles(page).first()).toBeVisible();
});
