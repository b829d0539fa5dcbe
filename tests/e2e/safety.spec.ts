import { expect, test, type Page } from '@playwright/test';

/** What protects the reader: the way out, the help lines, and a voice that stays on the device. */

const EXIT = 'posts/alcohol-and-sleeping-tablets/';

/** Answers for the page that the way out leads to: tests ask nobody else. */
async function elsewhere(page: Page) {
  await page
    .context()
    .route(/^https:/, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' }),
    );
}

for (const how of ['button', 'Shift three times', 'without script'] as const) {
  test(`the way out: ${how}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      javaScriptEnabled: how !== 'without script',
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    await elsewhere(page);
    await page.goto(`${baseURL}help/`);
    await page.goto(baseURL + EXIT);
    if (how === 'Shift three times') {
      await page.keyboard.press('Shift');
      await expect(page.getByRole('status').filter({ hasText: 'Shift' })).toHaveText(
        'Shift: press 2 more times to leave.',
      );
      await page.keyboard.press('Shift');
      await page.keyboard.press('Shift');
    } else await page.getByRole('link', { name: 'Exit this page' }).click();
    await expect(page.getByRole('heading', { name: 'Weather' })).toBeVisible();
    // With script it takes the place of the article in the history.
    if (how !== 'without script') {
      await page.goBack();
      await expect(page).toHaveURL(/help\/$/);
    }
    await context.close();
  });
}

test('Shift as part of typing leaves nowhere', async ({ page }) => {
  await page.goto(EXIT);
  for (const key of ['Shift', 'Shift+A', 'Shift', 'a', 'Shift']) await page.keyboard.press(key);
  await page.waitForTimeout(200);
  await expect(page).toHaveURL(new RegExp(`${EXIT}$`));
});

test('the page is emptied before the other one comes', async ({ page }) => {
  const happened: string[] = [];
  await page.route(/^https:/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800));
    happened.push('the other one');
    await route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' });
  });
  await page.exposeFunction('told', (what: string) => happened.push(what));
  await page.goto(EXIT);
  await page.evaluate(() => {
    const { told } = window as unknown as { told(what: string): void };
    new MutationObserver(() =>
      told(`hidden: ${document.body.hidden}, title: "${document.title}"`),
    ).observe(document.body, { attributes: true });
  });
  await page.getByRole('link', { name: 'Exit this page' }).click();
  await expect(page.getByRole('heading', { name: 'Weather' })).toBeVisible();
  expect(happened).toEqual(['hidden: true, title: ""', 'the other one']);
});

test('the way out stays in reach on a phone, and is not printed', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(EXIT);
  const exit = page.getByRole('link', { name: 'Exit this page' });
  await page.mouse.wheel(0, 3000);
  await expect(exit).toBeInViewport();
  await page.emulateMedia({ media: 'print' });
  await expect(exit).toBeHidden();
});

test('only articles that ask for it have the way out', async ({ page }) => {
  await page.goto('posts/iron-and-tiredness/');
  await expect(page.getByRole('link', { name: 'Exit this page' })).toHaveCount(0);
});

test('Shift that marks text with the mouse does not count', async ({ page }) => {
  await page.goto(EXIT);
  for (let press = 0; press < 4; press++) {
    await page.keyboard.down('Shift');
    await page.locator('.prose p').nth(press).click();
    await page.keyboard.up('Shift');
  }
  await expect(page.locator('h1')).toBeVisible();
  expect(page.url()).toContain(EXIT);
});

test('help lines stand at the beginning and at the end of a sensitive article', async ({
  page,
}) => {
  await page.goto(EXIT);
  const box = (name: string) => page.getByRole('region', { name }).boundingBox();
  const first = await box('You can talk to somebody now');
  const last = await box('If reading this was hard');
  const prose = await page.locator('.prose').boundingBox();
  expect(first!.y).toBeLessThan(prose!.y);
  expect(last!.y).toBeGreaterThan(prose!.y + prose!.height - 1);
});

test.describe('read aloud', () => {
  /** A browser with these voices, which remembers what it was given to say. */
  async function withVoices(page: Page, voices: { lang: string; localService: boolean }[]) {
    await page.addInitScript((all) => {
      const said: string[] = [];
      class Utterance extends EventTarget {
        text: string;
        constructor(text: string) {
          super();
          this.text = text;
        }
      }
      let current: Utterance | undefined;
      const synthesis = Object.assign(new EventTarget(), {
        getVoices: () => all.map((voice) => ({ ...voice, default: false, name: voice.lang })),
        speak(utterance: Utterance & { voice: { localService: boolean } }) {
          if (!utterance.voice.localService) throw new Error('A voice of somebody else.');
          said.push(utterance.text);
          current = utterance;
          setTimeout(() => current === utterance && utterance.dispatchEvent(new Event('end')), 150);
        },
        cancel: () => (current = undefined),
      });
      Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
      Object.assign(window, { SpeechSynthesisUtterance: Utterance, said });
    }, voices);
  }
  const said = (page: Page) =>
    page.evaluate(() => (window as unknown as { said: string[] }).said.slice());
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  test('is not offered where only a company’s server would speak', async ({ page }) => {
    await withVoices(page, [
      { lang: 'en-US', localService: false },
      { lang: 'de-DE', localService: true },
    ]);
    await page.goto(EXIT);
    await expect(button(page, 'Read aloud')).toBeHidden();
  });

  test('reads the text block by block, pauses, goes on and stops', async ({ page }) => {
    await withVoices(page, [{ lang: 'en-GB', localService: true }]);
    await page.goto(EXIT);
    await button(page, 'Read aloud').click();
    await expect.poll(async () => (await said(page)).length).toBeGreaterThan(1);
    const first = await page.locator('.prose > p').first().innerText();
    expect((await said(page))[0]!.slice(0, 40)).toBe(first.replace(/\s+/g, ' ').slice(0, 40));
    await expect(page.locator('.prose [data-said]')).toHaveCount(1);
    await button(page, 'Pause').click();
    const heard = await said(page);
    await page.waitForTimeout(400);
    expect(await said(page)).toEqual(heard);
    await button(page, 'Go on reading').click();
    expect((await said(page)).at(-1)).toBe(heard.at(-1));
    await button(page, 'Stop').click();
    await expect(button(page, 'Read aloud')).toBeFocused();
    await expect(page.locator('[data-said]')).toHaveCount(0);
    // Marks of citations and what their cards hold are for the eye.
    for (const text of heard) expect(text).not.toMatch(/source \d|\[\d/);
  });
});
