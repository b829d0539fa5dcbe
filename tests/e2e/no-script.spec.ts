import { expect, test } from '@playwright/test';
import { everyPage } from './site.ts';

test.use({ javaScriptEnabled: false });

for (const path of everyPage) {
  test(`/${path} can be read with script off`, async ({ page }) => {
    await page.goto(path);
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page.locator('h1')).toBeVisible();
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(60);
  });
}

test('without script the search page says so and offers the topics', async ({ page }) => {
  await page.goto('search/');
  await expect(page.getByText(/without script|script is off|needs script/i)).toBeVisible();
  await expect(
    page.locator('main').getByRole('link', { name: 'Sleep', exact: true }),
  ).toBeVisible();
});

test('a footnote opens beside its number with script off, and closes with Escape', async ({
  page,
}) => {
  await page.goto('posts/sleep-training-for-insomnia/');
  const marker = page
    .locator('article')
    .getByRole('button', { name: 'Note a', exact: true })
    .first();
  await marker.focus();
  await page.keyboard.press('Enter');
  const note = page.locator('[popover]:popover-open');
  await expect(note).toBeVisible();
  await expect(note).toContainText(/\w{4,}/);
  await page.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
  await expect(marker).toBeFocused();
});
