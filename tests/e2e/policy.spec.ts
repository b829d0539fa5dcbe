import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import sirv from 'sirv';
import { built } from './site.ts';

/** The policy as it stands in each page, on a host that sends no headers at all. */

let server: Server;
let url = '';

test.beforeAll(async () => {
  const files = sirv(built(''), { dev: true });
  server = createServer((request, response) => files(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
test.afterAll(() => void server.close());
test.use({ serviceWorkers: 'allow' });

test('a host without headers serves the same protection', async ({ page }) => {
  const response = await page.goto(`${url}posts/iron-and-tiredness/`);
  expect(response!.headers()['content-security-policy']).toBeUndefined();
  const refused = await page.evaluate(async () => {
    const seen: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
      seen.push(violatedDirective),
    );
    const image = new Image();
    image.src = 'https://127.0.0.2/x.png';
    document.body.append(image);
    const style = document.createElement('style');
    style.textContent = 'h1 { color: red }';
    document.head.append(style);
    for (const attempt of [
      () => fetch('https://127.0.0.2/'),
      () => (document.body.innerHTML = '<p>x</p>'),
      () => (document.createElement('script').src = '/x.js'),
    ]) {
      try {
        await attempt();
      } catch {
        // As it should.
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    return seen;
  });
  for (const directive of [
    'img-src',
    'style-src-elem',
    'connect-src',
    'require-trusted-types-for',
  ]) {
    expect(refused).toContain(directive);
  }
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

for (const way of ['the link', 'Shift three times']) {
  test(`who leaves by ${way} does not tell from where`, async ({ page }) => {
    await page.goto(`${url}help/`);
    let referer: string | undefined = 'never asked';
    const to = await page.locator('exit-page a').getAttribute('href');
    await page.route(to!, (route) => {
      referer = route.request().headers()['referer'];
      return route.fulfill({ body: 'elsewhere' });
    });
    if (way === 'the link') await page.locator('exit-page a').click();
    else for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
    await expect(page.getByText('elsewhere')).toBeVisible();
    expect(referer).toBeUndefined();
  });
}

test('search and worker go on under it', async ({ page }) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(`${url}search/`);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.getByRole('searchbox', { name: 'What are you looking for?' }).fill('alcohol');
  await expect(page.locator('search-page ol > li').first()).toBeVisible();
  expect(errors).toEqual([]);
});
