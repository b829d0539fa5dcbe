/**
 * `npm run test:browser`: serves the built site on a free port, finds a browser and runs Playwright.
 * Arguments go on to Playwright: `npm run test:browser -- search`.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from './find-browser.ts';
import { startServer } from './serve.ts';

if (!existsSync('dist/index.html')) {
  console.error('There is no built site. Run `npm run build` first.');
  process.exit(1);
}
const browser = await findBrowser();
console.log(`Browser: ${browser.executablePath}`);
const server = await startServer({ root: process.cwd(), port: 0 });
const child = spawn('npx', ['playwright', 'test', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: {
    ...process.env,
    ...browser.env,
    BASE_URL: server.url,
    BROWSER_PATH: browser.executablePath,
  },
});
const code = await new Promise<number>((resolve) => child.on('close', (c) => resolve(c ?? 1)));
await server.close();
process.exit(code);
