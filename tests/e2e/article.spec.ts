import { expect, test } from '@playwright/test';

const ARTICLE = 'posts/sleep-training-for-insomnia/';

test('an article says in order what a worried reader needs before the text', async ({ page }) => {
  await page.goto(ARTICLE);
  const text = await page.locator('main').innerText();
  const order = [
    'Evidence', // kind
    await page.locator('h1').innerText(),
    'Plain Measures editors',
    /\d{1,2} [A-Z][a-z]+ 2026/,
    /\d+ min/,
    'Not yet reviewed by a clinician',
    'sells nothing',
    '988',
  ];
  let from = 0;
  for (const part of order) {
    const rest = text.slice(from);
    const at =
      typeof part === 'string' ? rest.toLowerCase().indexOf(part.toLowerCase()) : rest.search(part);
    expect(at, `${part} after the first ${from} characters`).toBeGreaterThanOrEqual(0);
    from += at;
  }
});

test('the first Tab reaches a link past the navigation, and it works', async ({ page }) => {
  await page.goto(ARTICLE);
  await page.keyboard.press('Tab');
  const skip = page.locator(':focus');
  await expect(skip).toBeVisible();
  await expect(skip).toHaveText(/skip/i);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.locator('main').evaluate((main) => main.contains(document.activeElement))).toBe(
    true,
  );
});

test('Tab never lands on something that cannot be seen', async ({ page }) => {
  await page.goto(ARTICLE);
  const stops = await page.locator('a[href], button, summary, input, [tabindex="0"]').count();
  for (let stop = 0; stop < Math.min(stops, 150); stop++) {
    await page.keyboard.press('Tab');
    const problem = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return null;
      const box = focused.getBoundingClientRect();
      const x = box.left + box.width / 2;
      const y = box.top + Math.min(box.height / 2, 20);
      if (box.width === 0 || box.height === 0) return `no size: ${focused.outerHTML.slice(0, 120)}`;
      if (y < 0 || y > innerHeight || x < 0 || x > innerWidth)
        return `off screen: ${focused.outerHTML.slice(0, 120)}`;
      return null;
    });
    expect(problem).toBeNull();
  }
});

test('a footnote has a marker that says what it is, and a card', async ({ page }) => {
  await page.goto(ARTICLE);
  const marker = page
    .locator('article')
    .getByRole('button', { name: /^Note [a-z]$/ })
    .first();
  await marker.click();
  await expect(page.locator('[popover]:popover-open')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.locator('[popover]:popover-open')).toHaveCount(0);
});

test('the list of notes leads back to the place in the text', async ({ page }) => {
  await page.goto(ARTICLE);
  const notes = page.locator('.footnotes:not(.references)');
  const back = notes.getByRole('link', { name: /back/i }).first();
  const target = (await back.getAttribute('href'))!;
  await back.click();
  await expect(page.locator(target)).toBeInViewport();
});

test('the contents list follows the reader', async ({ page }) => {
  await page.goto(ARTICLE);
  const headings = page.locator('.prose h2[id]');
  const last = headings.nth((await headings.count()) - 2);
  await last.scrollIntoViewIfNeeded();
  await last.evaluate((heading) =>
    window.scrollTo(0, heading.getBoundingClientRect().top + scrollY - 80),
  );
  const id = await last.getAttribute('id');
  await expect(page.locator(`nav a[href="#${id}"][aria-current]`).first()).toBeAttached();
});

test('each heading has a visible link of its own, named after it', async ({ page }) => {
  await page.goto(ARTICLE);
  const heading = page.locator('.prose h2[id]').first();
  const name = `Link to this section: ${await heading.innerText()}`;
  const link = page.getByRole('link', { name });
  await expect(link).toBeVisible();
  await expect(link).toHaveAttribute('href', `#${await heading.getAttribute('id')}`);
});

test('print has the date, the citation and the addresses of links, and no navigation', async ({
  page,
}) => {
  await page.goto(ARTICLE);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('header nav').first()).toBeHidden();
  await expect(page.locator('footer').getByRole('navigation').first()).toBeHidden();
  await expect(page.locator('main')).toContainText(
    /plainmeasures\.example\/posts\/sleep-training-for-insomnia/,
  );
  const after = await page
    .locator('.footnotes a[href^="https://doi.org"]')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content + link.textContent);
  expect(after).toContain('10.');
});

test('an old address leads to the article', async ({ page }) => {
  await page.goto('posts/how-much-iron-is-in-it/');
  await page.waitForURL('**/posts/iron-tablets-and-salts/');
});
