import { expect, test, type Page } from '@playwright/test';
import { watch } from './site.ts';

const ARTICLE = 'posts/sleep-training-for-insomnia/';

const root = (page: Page) => page.locator('html');
const stored = (page: Page) => page.evaluate(() => localStorage.getItem('reading'));

async function openSettings(page: Page) {
  await page.getByRole('button', { name: 'Reading settings' }).click();
  return page.getByRole('dialog', { name: 'Reading settings' });
}

test('settings hold, are there before the first paint, and are gone after a reset', async ({
  page,
  baseURL,
}) => {
  const seen = await watch(page, baseURL!);
  await page.goto(ARTICLE);
  expect(await stored(page)).toBeNull();
  let panel = await openSettings(page);
  expect(await stored(page)).toBeNull();
  await panel.getByRole('radio', { name: 'Dark' }).check();
  await panel.getByRole('radio', { name: 'Larger' }).check();
  await expect(root(page)).toHaveAttribute('data-theme', 'dark');
  expect(JSON.parse((await stored(page))!)).toEqual({ theme: 'dark', size: 'larger' });

  await page.addInitScript(() => {
    // The body does not exist yet when the script in the head has run.
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      document.documentElement.dataset['atBody'] = document.documentElement.dataset['theme'];
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await expect(root(page)).toHaveAttribute('data-at-body', 'dark');
  await expect(root(page)).toHaveAttribute('data-size', 'larger');

  panel = await openSettings(page);
  await expect(panel.getByRole('radio', { name: 'Larger' })).toBeChecked();
  await panel.getByRole('button', { name: 'Back to how it was' }).click();
  await expect(root(page)).not.toHaveAttribute('data-theme');
  await expect(panel.getByRole('status')).toContainText('Nothing is kept');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  expect(seen.violations).toEqual([]);
  expect(seen.errors).toEqual([]);
});

test('settings reach other open pages', async ({ page, context, baseURL }) => {
  await page.goto(ARTICLE);
  const other = await context.newPage();
  await other.goto(baseURL!);
  const panel = await openSettings(other);
  await panel.getByRole('radio', { name: 'Light' }).check();
  await expect(root(page)).toHaveAttribute('data-theme', 'light');
});

test('without storage the settings still work, and that is said', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('shut', 'SecurityError');
      },
    });
  });
  await page.goto(ARTICLE);
  const panel = await openSettings(page);
  await panel.getByRole('radio', { name: 'Dark' }).check();
  await expect(root(page)).toHaveAttribute('data-theme', 'dark');
  await expect(panel.getByRole('status')).toContainText('does not keep settings');
});

test('/ is left alone while typing and when it is switched off', async ({ page }) => {
  await page.goto(ARTICLE);
  const box = page.getByRole('searchbox', { name: 'Search the articles' });
  await box.focus();
  await page.keyboard.type('and/or');
  await expect(box).toHaveValue('and/or');

  const panel = await openSettings(page);
  await panel.getByRole('radio', { name: 'No', exact: true }).check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(box).not.toBeFocused();
});

test('the contents list follows the reader', async ({ page }) => {
  await page.goto(ARTICLE);
  const current = page.locator('contents-list [aria-current]');
  await expect(current).toHaveCount(0);
  const link = page.locator('contents-list a[href*="#"]').nth(1);
  const id = new URL(await link.evaluate((one: HTMLAnchorElement) => one.href)).hash;
  await page.locator(id).evaluate((heading) => heading.scrollIntoView());
  await expect(current).toHaveCount(1);
  await expect(link).toHaveAttribute('aria-current', 'location');
  await page.evaluate(() => scrollTo(0, 0));
  await expect(current).toHaveCount(0);
});

test('a reference can be copied', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: baseURL! });
  await page.goto(ARTICLE);
  const copy = page.locator('copy-button').first();
  await copy.getByRole('button').click();
  await expect(copy.getByRole('status')).toHaveText('Copied.');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toBe(await copy.getAttribute('data-copy'));
});
