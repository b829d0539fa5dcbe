import { readFileSync } from 'node:fs';
import { expect, test, type Page, type Route } from '@playwright/test';
import { built, watch } from './site.ts';

/** Stands in the text of articles, in no title and no description. */
const BODY_ONLY = 'actigraph';
/** Stands in several articles, under several topics. */
const COMMON = 'alcohol';

const field = (page: Page) => page.getByRole('searchbox', { name: 'What are you looking for?' });
const titles = (page: Page) => page.locator('search-page ol > li > h2 > a');
const status = (page: Page) => page.locator('search-page > [role=status]');

/** As on a large site, or where data is to be saved: the index is fetched as the words need it. */
const inPieces = (page: Page) =>
  page.route('**/packs/table.json', (route) => route.fulfill({ status: 404 }));

async function search(page: Page, words: string) {
  await page.goto('search/');
  await field(page).fill(words);
  await expect(status(page)).toContainText(`for “${words}”`);
}

test('finds an article by a word that stands only in its body, and opens it', async ({ page }) => {
  await search(page, BODY_ONLY);
  const first = titles(page).first();
  await expect(first).toBeVisible();
  await expect(first).not.toContainText(new RegExp(BODY_ONLY, 'i'));
  const item = page.locator('search-page ol > li').first();
  await expect(item.locator('mark').first()).toContainText(new RegExp(BODY_ONLY, 'i'));
  const title = await first.innerText();
  await first.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page.locator('article')).toContainText(new RegExp(BODY_ONLY, 'i'));
});

test('breaks no policy, asks nobody else, sends no word that was typed', async ({
  page,
  baseURL,
  context,
}) => {
  const seen = await watch(page, baseURL!);
  await search(page, COMMON);
  await page
    .getByLabel('Topic', { exact: true })
    .selectOption({ index: await enabledOption(page, 'Topic') });
  await expect(status(page)).toContainText('result');
  expect(seen.violations).toEqual([]);
  expect(seen.foreign).toEqual([]);
  expect(seen.errors).toEqual([]);
  expect(seen.requests.filter((address) => address.includes(COMMON))).toEqual([]);
  expect(new URL(page.url()).search).toBe('');
  expect(new URL(page.url()).hash).toMatch(new RegExp(`^#q=${COMMON}&topic=`));
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test('the number beside a filter is what choosing it brings, and the address keeps it', async ({
  page,
}) => {
  await search(page, COMMON);
  for (const label of ['Topic', 'Kind', 'Evidence', 'Year']) {
    const select = page.getByLabel(label, { exact: true });
    await select.selectOption({ index: await enabledOption(page, label) });
    const chosen = await select.evaluate((one: HTMLSelectElement) => one.selectedOptions[0]!.text);
    const count = Number(/\((\d+)\)$/.exec(chosen)![1]);
    await expect(status(page)).toHaveText(
      `${count} result${count === 1 ? '' : 's'} for “${COMMON}”.`,
    );
    await expect(titles(page)).toHaveCount(Math.min(count, 10));
  }
  const before = await status(page).innerText();
  const found = await titles(page).allInnerTexts();
  await page.reload();
  await expect(status(page)).toHaveText(before);
  await expect(field(page)).toHaveValue(COMMON);
  expect(await titles(page).allInnerTexts()).toEqual(found);
  await page.getByRole('button', { name: 'Take the filters off' }).click();
  await expect(page).toHaveURL(/search\/#q=\w+$/);
  await expect(field(page)).toBeFocused();
});

test('filters alone list their articles, newest first', async ({ page }) => {
  await page.goto('search/');
  await page.getByLabel('Kind', { exact: true }).selectOption('guide');
  await expect(status(page)).toHaveText(/^\d+ results?\.$/);
  await expect(titles(page).first()).toBeVisible();
});

/** The first option of a filter that can be chosen, "all" apart. */
function enabledOption(page: Page, label: string): Promise<number> {
  return page
    .getByLabel(label, { exact: true })
    .evaluate((select: HTMLSelectElement) =>
      [...select.options].findIndex(({ value, disabled }) => value !== '' && !disabled),
    );
}

test('works by keyboard: / , words, Enter, arrows, Escape, Enter', async ({ page }) => {
  await page.goto('');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search the articles' })).toBeFocused();
  await page.keyboard.type(COMMON);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/search/#q=${COMMON}$`));
  await expect(titles(page).nth(1)).toBeVisible();

  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(titles(page).nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(titles(page).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveValue('');
  await expect(titles(page)).toHaveCount(0);

  // Enter does not wait for the pause, and goes to the first result; once more opens it.
  await page.keyboard.type(COMMON);
  await page.keyboard.press('Enter');
  await expect(titles(page).first()).toBeFocused();
  const title = await titles(page).first().innerText();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

test('from the field of another page the arrow keys go on to the results', async ({ page }) => {
  await page.goto('about/');
  await page.keyboard.press('/');
  await page.keyboard.type(COMMON);
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText(`for “${COMMON}”`);
  await page.keyboard.press('ArrowDown');
  await expect(titles(page).first()).toBeFocused();
});

test('going back to the search finds it as it was', async ({ page }) => {
  await search(page, COMMON);
  const count = await titles(page).count();
  await titles(page).first().click();
  await expect(page.locator('article')).toBeVisible();
  await page.goBack();
  await expect(field(page)).toHaveValue(COMMON);
  await expect(titles(page)).toHaveCount(count);
});

test('sections lead to their headings, at most three a result', async ({ page }) => {
  await search(page, COMMON);
  await expect(titles(page).first()).toBeVisible();
  const sections = page.locator('search-page ol > li ul > li > a');
  expect(await sections.count()).toBeGreaterThan(0);
  for (const item of await page.locator('search-page ol > li').all()) {
    expect(await item.locator('ul > li').count()).toBeLessThanOrEqual(3);
  }
  const heading = await sections.first().innerText();
  await sections.first().click();
  expect(new URL(page.url()).hash).not.toBe('');
  await expect(page.locator(':target')).toContainText(heading);
});

test('nothing found says so and what to try', async ({ page }) => {
  await page.goto('search/');
  await field(page).fill('qqzzxx yyvvww');
  await expect(status(page)).toHaveText('Nothing found for “qqzzxx yyvvww”.');
  await expect(page.getByText('Check the spelling')).toBeVisible();
  await expect(page.locator('main').getByRole('heading', { name: 'Topics' })).toBeVisible();
});

test('an emptied field is the beginning again, with the counts of the whole site', async ({
  page,
}) => {
  const options = () => page.getByLabel('Topic', { exact: true }).locator('option').allInnerTexts();
  await page.goto('search/');
  await field(page).focus();
  await expect.poll(async () => (await options())[1]).toMatch(/ \(\d+\)$/);
  const whole = await options();
  await field(page).fill(BODY_ONLY);
  await expect(titles(page).first()).toBeVisible();
  expect(await options()).not.toEqual(whole);
  await field(page).fill('');
  await expect(titles(page)).toHaveCount(0);
  await expect.poll(options).toEqual(whole);
  expect(new URL(page.url()).hash).toBe('');
});

test('a page that was open while the site was published anew searches on', async ({ page }) => {
  await inPieces(page);
  await search(page, BODY_ONLY);
  // What its index consisted of is gone.
  const gone = (route: Route) => route.fulfill({ status: 404 });
  await page.route('**/pagefind/fragment/*', gone);
  await field(page).fill(COMMON);
  await expect(status(page)).toContainText('could not be loaded');
  await page.unroute('**/pagefind/fragment/*', gone);
  const again = page.waitForRequest('**/pagefind/pagefind-entry.json*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await again;
  await expect(status(page)).toContainText(`for “${COMMON}”`);
});

test('only the last words are answered', async ({ page }) => {
  await inPieces(page);
  await page.goto('search/');
  await page.route('**/pagefind/fragment/*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await route.continue();
  });
  await field(page).fill(COMMON);
  await page.waitForTimeout(250);
  await field(page).fill(BODY_ONLY);
  await expect(status(page)).toContainText(BODY_ONLY);
  await page.waitForTimeout(600);
  await expect(status(page)).toContainText(BODY_ONLY);
});

for (const [what, address] of Object.entries({
  pack: '**/packs/parts/*',
  'list of its parts': '**/pagefind/wellsourced.json*',
  entry: '**/pagefind/pagefind-entry.json*',
  description: '**/pagefind/*.pf_meta',
  'graph of pages': '**/pagefind/added/*',
  'part of the index': '**/pagefind/index/*',
  'list of a facet': '**/pagefind/filter/*',
  'text of a result': '**/pagefind/fragment/*',
})) {
  for (const [how, fail] of Object.entries({
    'is missing on the server': { status: 503 },
    'does not arrive': undefined,
  })) {
    test(`when the ${what} ${how}, that is said, and trying again helps`, async ({ page }) => {
      if (what !== 'pack') await inPieces(page);
      await page.route(address, (route) => (fail ? route.fulfill(fail) : route.abort()));
      await page.goto('search/');
      await field(page).fill(COMMON);
      await expect(status(page)).toContainText('could not be loaded');
      await page.unroute(address);
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(status(page)).toContainText(`for “${COMMON}”`);
      await expect(titles(page).first()).toBeVisible();
    });
  }
}

test('a result is text: what looks like markup in the address does nothing', async ({
  page,
  baseURL,
}) => {
  const seen = await watch(page, baseURL!);
  const words = '<img src=x onerror=alert(1)>';
  await page.goto(`search/#${new URLSearchParams({ q: words })}`);
  await expect(status(page)).toContainText(words);
  expect(await page.locator('search-page img').count()).toBe(0);
  expect(seen.violations).toEqual([]);
});

test('a large index is not fetched unasked: the page says what its pieces give away', async ({
  page,
}) => {
  const table = JSON.parse(readFileSync(built('packs/table.json'), 'utf8')) as object;
  const parts = [{ file: 'large.pack', files: [['index/large.pf_index', 7_000_000]] }];
  await page.route('**/packs/table.json', (route) => route.fulfill({ json: { ...table, parts } }));
  await search(page, COMMON);
  const note = page.getByRole('complementary', { name: 'What your words give away' });
  await expect(note).toContainText('could guess how your words begin');
  await expect(note).toContainText('7.0 MB');
  await expect(note.getByRole('button', { name: 'Keep the whole search here' })).toBeVisible();
  await expect(titles(page).first()).toBeVisible();
});
