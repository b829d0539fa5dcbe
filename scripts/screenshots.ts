/**
 * `npm run screenshots`: pictures of the built site for the README and for looking at, in
 * `docs/screenshots/`: each page at 360 and 1280 pixels, light and dark. `-- --out DIR` puts them
 * elsewhere.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from './find-browser.ts';
import { startServer } from './serve.ts';
import { commandLine } from './command-line.ts';

const { values } = commandLine('Usage: npm run screenshots -- [--out DIR] [--full]', {
  out: { type: 'string', default: 'docs/screenshots' },
  full: { type: 'boolean' },
});
if (!existsSync('dist/feed.json')) {
  console.error('There is no site in dist/ yet. Run npm run build first.');
  process.exit(1);
}

/** The longest article shows the most of what an article can hold. */
const { items } = JSON.parse(readFileSync('dist/feed.json', 'utf8')) as {
  items: { url: string; content_html: string }[];
};
const [longest] = items.toSorted((a, b) => b.content_html.length - a.content_html.length);
const topic = readdirSync('dist/topics', { withFileTypes: true }).find((one) => one.isDirectory())!;
const PAGES = {
  home: '',
  article: /posts\/[^/]+\/$/.exec(longest!.url)![0],
  search: `search/#q=${topic.name}`,
  topic: `topics/${topic.name}/`,
  help: 'help/',
};

await mkdir(values.out, { recursive: true });
const { executablePath, env, args } = await findBrowser();
const server = await startServer({ root: process.cwd(), port: 0 });
const browser = await chromium.launch({ executablePath, env: { ...process.env, ...env }, args });
try {
  for (const width of [360, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({
        viewport: { width, height: width === 360 ? 740 : 860 },
        colorScheme,
        deviceScaleFactor: 1.5,
      });
      for (const [name, path] of Object.entries(PAGES)) {
        await page.goto(server.url + path, { waitUntil: 'networkidle' });
        await page.screenshot({
          path: join(values.out, `${name}-${width}-${colorScheme}.png`),
          fullPage: values.full ?? false,
        });
      }
      await page.close();
    }
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(`Pictures are in ${values.out}/.`);
