import { expect, test } from '@playwright/test';
import { everyPage, sidewaysScroll, watch } from './site.ts';

test('the crawl covers the site', () => {
  expect(everyPage.length).toBeGreaterThan(30);
});

for (const path of everyPage) {
  test(`/${path} asks nobody else, breaks no policy, sets no cookie, fits 320 px`, async ({
    page,
    baseURL,
    context,
  }) => {
    const seen = await watch(page, baseURL!);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(seen.foreign).toEqual([]);
    expect(seen.violations).toEqual([]);
    expect(seen.errors).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    expect(
      await page.evaluate(() => Object.keys(localStorage).concat(Object.keys(sessionStorage))),
    ).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    // WCAG 1.4.12: the reader's own text spacing must not push anything out.
    await page
      .addStyleTag({
        content:
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
      })
      .catch(() => undefined);
    expect(await sidewaysScroll(page)).toBe(0);
  });
}
