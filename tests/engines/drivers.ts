import { spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { Builder, By, Key } from 'selenium-webdriver';
import { findBrowser } from '../../scripts/find-browser.ts';
import { withFirefox } from './firefox.ts';

/** A browser, as far as the checks need it. */
export interface Driver {
  name: string;
  goto(url: string): Promise<void>;
  /** Runs the body of an asynchronous function in the page and gives back what it returns. */
  run<T>(body: string): Promise<T>;
  click(selector: string): Promise<void>;
  type(selector: string, text: string): Promise<void>;
  escape(): Promise<void>;
  close(): Promise<void>;
}

/** Starts an engine; gives a sentence instead where it is not here. */
export type Start = () => Promise<Driver | string>;

export const engines: Record<string, Start> = {
  Chromium: withChromium,
  Firefox: async () => {
    const path = '/usr/bin/firefox-esr';
    if (!existsSync(path)) return 'apt-get install firefox-esr';
    return withFirefox(path);
  },
  WebKit: async () => {
    const [browser] = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser');
    const driver = '/usr/bin/WebKitWebDriver';
    if (!browser || !existsSync(driver) || !existsSync('/usr/bin/Xvfb')) {
      return 'apt-get install webkit2gtk-driver xvfb';
    }
    return withWebKit(driver, browser);
  },
};

async function withChromium(): Promise<Driver> {
  const { executablePath, args, env } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  return {
    name: `Chromium ${browser.version()}`,
    goto: async (url) => void (await page.goto(url)),
    run: <T>(body: string) => page.evaluate<T>(`(async () => { ${body} })()`),
    click: (selector) => page.click(selector),
    type: (selector, text) => page.fill(selector, text),
    escape: () => page.keyboard.press('Escape'),
    close: () => browser.close(),
  };
}

/** Waits until a service answers, for ten seconds at most. */
async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await fetch(url).catch(() => undefined)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing answers at ${url}.`);
}

/**
 * By Selenium: Playwright drives no WebKit but its own. WebKitGTK draws on a screen of its own, which
 * nobody sees.
 */
async function withWebKit(path: string, browser: string): Promise<Driver> {
  const screen = `:${90 + (process.pid % 100)}`;
  const screens = spawn('Xvfb', [screen, '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: 'ignore',
  });
  const port = 20_000 + (process.pid % 20_000);
  const env = {
    ...process.env,
    DISPLAY: screen,
    // Its sandbox refuses to start for root, and in a container.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    LIBGL_ALWAYS_SOFTWARE: '1',
  };
  const service = spawn(path, [`--port=${port}`], { env, stdio: 'ignore' });
  const end = () => {
    service.kill();
    screens.kill();
  };
  try {
    await answering(`http://127.0.0.1:${port}/status`);
    const driver = await new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
      })
      .build();
    await driver.manage().setTimeouts({ script: 20_000, pageLoad: 20_000 });
    const version = (await driver.getCapabilities()).getBrowserVersion() ?? '';
    const find = (selector: string) => driver.findElement(By.css(selector));
    return {
      name: `WebKitGTK ${version}`,
      goto: (url) => driver.get(url),
      run: async <T>(body: string) => {
        const [value, error] = (await driver.executeAsyncScript(
          `const done = arguments[0]; (async () => { ${body} })().then((value) => done([value]), (error) => done([null, String(error)]));`,
        )) as [T, string?];
        if (error) throw new Error(error);
        return value;
      },
      click: async (selector) => (await find(selector)).click(),
      type: async (selector, text) => {
        const field = await find(selector);
        await field.clear();
        await field.sendKeys(text);
      },
      escape: async () => void (await driver.actions().sendKeys(Key.ESCAPE).perform()),
      close: async () => {
        await driver.quit().catch(() => undefined);
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}
