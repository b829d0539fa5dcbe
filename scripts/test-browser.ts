/**
 * `npm run test:browser`: builds the fixture publication, serves it on a free port, finds a browser and runs Playwright.
 * Arguments go on to Playwright: `npm run test:browser -- search`.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildPublication, dist } from '../tests/publication.ts';
import { findBrowser } from './find-browser.ts';
import { startServer } from './serve.ts';

await buildPublication();
const browser = await findBrowser();
console.log(`Browser: ${browser.executablePath}`);
const server = await startServer({ root: join(dist, '..'), port: 0 });
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
