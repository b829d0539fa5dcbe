import { expect, test, type Page } from '@playwright/test';

const ARTICLE = 'posts/sleep-training-for-insomnia/';

const markers = (page: Page) =>
  page.locator('article').getByRole('button', { name: /^Source \d+: / });
const card = (page: Page) => page.locator('.source-card:popover-open');

test('a citation is a marker with a name, and its card tells what the study was', async ({
  page,
}) => {
  await page.goto(ARTICLE);
  const marker = page.getByRole('button', { name: 'Source 1: Harrow 2023', exact: true }).first();
  await marker.click();
  await expect(card(page)).toBeVisible();
  await expect(card(page)).toContainText(/Randomised trial/i);
  await expect(card(page)).toContainText('402 people');
  await expect(card(page)).toContainText('58.3%');
  await expect(card(page)).toContainText('44.1%');
  await expect(card(page)).toContainText(/Certainty: low/);
  await expect(card(page)).toContainText(/We read its abstract/);
  await expect(card(page).getByRole('link', { name: /doi/ })).toHaveAttribute(
    'href',
    'https://doi.org/10.5555/plain.harrow2023',
  );
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a card opens by click and by Enter, and closes with Escape', async ({ page }) => {
    await page.goto(ARTICLE);
    const marker = markers(page).first();
    await marker.click();
    await expect(card(page)).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(card(page)).toHaveCount(0);
    await marker.focus();
    await page.keyboard.press('Enter');
    await expect(card(page)).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(card(page)).toHaveCount(0);
    await expect(marker).toBeFocused();
  });
});

test.describe('by touch, without script', () => {
  test.use({ javaScriptEnabled: false, hasTouch: true, viewport: { width: 320, height: 568 } });

  test('a card opens, stays inside a screen of 320 px, and gives way to the next', async ({
    page,
  }) => {
    await page.goto(ARTICLE);
    const all = await markers(page).all();
    expect(all.length).toBeGreaterThan(15);
    for (const marker of all.slice(0, 12)) {
      await marker.scrollIntoViewIfNeeded();
      await marker.tap();
      await expect(card(page)).toHaveCount(1);
      const box = (await card(page).boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(320);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height).toBeLessThanOrEqual(568);
      await page.keyboard.press('Escape');
    }
  });
});

test('a screen reader is told the source by name, and the card as a note', async ({ page }) => {
  await page.goto(ARTICLE);
  await markers(page).first().click();
  const tree = await page.locator('article').ariaSnapshot();
  expect(tree).toMatch(/button "Source 1: Harrow 2023"/);
  expect(tree).toMatch(/note "Source 1: Harrow 2023"/);
  // Not a bare number behind a figure.
  expect(tree).not.toMatch(/button "\[?\d+\]?"/);
});

test('Tab goes from an open card into its links', async ({ page }) => {
  await page.goto(ARTICLE);
  const marker = markers(page).first();
  await marker.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const isInside = await card(page).evaluate((open) => open.contains(document.activeElement));
  expect(isInside).toBe(true);
});

test('the list has each source once, and its links lead back to every place', async ({ page }) => {
  await page.goto(ARTICLE);
  const items = page.locator('.references > ol > li');
  const names = await items.allInnerTexts();
  expect(new Set(names).size).toBe(names.length);
  for (const item of (await items.all()).slice(0, 4)) {
    for (const back of await item.getByRole('link', { name: /^Back to the text/ }).all()) {
      const target = (await back.getAttribute('href'))!;
      await back.click();
      await expect(page.locator(target)).toBeInViewport();
    }
  }
});

test('print has the list of sources and the numbers, and no cards', async ({ page }) => {
  await page.goto(ARTICLE);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.references')).toBeVisible();
  await expect(page.locator('.source-card').first()).toBeHidden();
  await expect(page.locator('.cite').first()).toContainText('[1]');
});

test('the line above the text says what was checked, and what that means', async ({ page }) => {
  await page.goto(ARTICLE);
  const line = page.getByText(/\d+ figures checked against \d+ sources/);
  await expect(line).toBeVisible();
  expect(await line.innerText()).not.toMatch(/verified/i);
  await line.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How we check');
});

test('a corrected source says so in its card and in the list', async ({ page }) => {
  await page.goto('posts/iron-and-tiredness/');
  await page.getByRole('button', { name: 'Source 1: Moss 2019', exact: true }).first().click();
  await expect(card(page)).toContainText('A correction was published');
  await expect(page.locator('.references > ol > li').first()).toContainText(
    'A correction was published',
  );
});

test('all sources are found by kind and by words, and lead to what leans on them', async ({
  page,
}) => {
  await page.goto('sources/');
  await page.getByLabel('Words in a title, a name or a kind').fill('constipation');
  const shown = page.locator('.source-list > li:visible');
  await expect(shown).toHaveCount(1);
  await shown.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lorne 2022');
  await page.getByRole('link', { name: 'In its section' }).first().click();
  await expect(page).toHaveURL(/posts\/[a-z0-9-]+\/#/);
});

test('a topic says what speaks for and what against', async ({ page }) => {
  await page.goto('topics/sleep/');
  const question = page.locator('details', { hasText: 'Does sleep training relieve insomnia?' });
  await question.locator('summary').click();
  await expect(question).toContainText('Pellow 2024');
  await expect(question).toContainText('Harrow 2023');
});

test('sources can be taken along as files', async ({ page, request }) => {
  await page.goto(ARTICLE);
  for (const [name, start] of [
    ['BibTeX', /^@article/],
    ['RIS', /^TY {2}- JOUR/],
    ['CSL-JSON', /^\[/],
  ] as const) {
    const list = page.getByRole('list', { name: 'Its sources as a file' });
    const href = (await list.getByRole('link', { name }).getAttribute('href'))!;
    const text = await (await request.get(href)).text();
    expect(text).toMatch(start);
    expect(text).toContain('Sleep training or tablets');
  }
  for (const form of ['bib', 'ris', 'json']) {
    const text = await (await request.get(`sources.${form}`)).text();
    expect(text).toContain('Sleep training or tablets');
    expect(text).toMatch(/blood pressure/i);
  }
});
