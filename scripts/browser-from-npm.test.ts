import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { findBrowser, thisMachine } from './find-browser.ts';

const runsHere = process.platform === 'linux' && process.arch === 'x64';

test.runIf(runsHere)(
  'the browser from npm starts, finds its font, and shows letters that the font lacks',
  async () => {
    const machine = thisMachine();
    const env = { ...machine.env, CHROME_PATH: 'npm' };
    const found = await findBrowser({ ...machine, env, say: () => undefined });
    expect(found.executablePath).toContain('node_modules/.cache/chromium');

    const fonts = readFileSync(join(found.env['FONTCONFIG_PATH']!, 'fonts.conf'), 'utf8');
    const [, folder] = /<dir>([^<]+)<\/dir>/.exec(fonts)!;
    expect(globSync(join(folder!, '**/*.ttf'))).not.toEqual([]);

    const browser = await chromium.launch({ ...found, env: { ...process.env, ...found.env } });
    try {
      const page = await browser.newPage();
      await page.setContent('<h1>睡眠 النوم → ✓</h1>');
      await page.screenshot();
      expect(await page.textContent('h1')).toBe('睡眠 النوم → ✓');
    } finally {
      await browser.close();
    }
  },
  120_000,
);
