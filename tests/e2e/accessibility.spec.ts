import AxeBuilder from '@axe-core/playwright';
import { expect, test, type BrowserContextOptions } from '@playwright/test';
import { pageTypes } from './site.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** AAA rules that axe knows and that we keep. */
const ALSO = ['color-contrast-enhanced', 'target-size'];

const circumstances: Record<string, BrowserContextOptions> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colours': { forcedColors: 'active' },
  '320 px': { viewport: { width: 320, height: 640 } },
};

for (const [circumstance, options] of Object.entries(circumstances)) {
  for (const [type, path] of Object.entries(pageTypes)) {
    test(`axe finds nothing on ${type}, ${circumstance}`, async ({ browser, baseURL }) => {
      // axe is put into the page by the test, which the site's own policy would refuse.
      const context = await browser.newContext({
        ...options,
        baseURL: baseURL!,
        bypassCSP: true,
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      // A page that only leads elsewhere is looked at as if it did not.
      if (type === 'old address') {
        await page.route('**/*', async (route) => {
          const body = await (await route.fetch()).text();
          await route.fulfill({
            contentType: 'text/html',
            body: body.replace(/<meta http-equiv="refresh"[^>]*>/, ''),
          });
        });
      }
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page })
        .options({
          runOnly: { type: 'tag', values: TAGS },
          rules: Object.fromEntries(ALSO.map((rule) => [rule, { enabled: true }])),
        })
        .analyze();
      expect(
        violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
      ).toEqual([]);
      await context.close();
    });
  }
}
