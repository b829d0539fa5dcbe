/**
 * `npm run test:browser`: builds the fixture publication, serves it on a free port, finds a browser and runs Playwright.
 * Words choose files (`-- search`), and what stands behind another `--` is Playwright's own:
 * `npm run test:browser -- search -- --grep wine`.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildPublication, dist } from '../tests/publication.ts';
import { commandLine } from './command-line.ts';
import { findBrowser, thisMachine } from './find-browser.ts';
import { startServer } from './serve.ts';

const { values, positionals } = commandLine(
  'Usage: npm run test:browser -- [--install-browser] [FILE…] [-- OPTION-OF-PLAYWRIGHT…]',
  { 'install-browser': { type: 'boolean' } },
);
const fail = (error: Error): never => {
  console.error(error.message);
  process.exit(1);
};
const machine = thisMachine({ mayInstall: values['install-browser'] });
const browser = await findBrowser(machine).catch(fail);
await buildPublication();
const server = await startServer({ root: join(dist, '..'), port: 0 }).catch(fail);
console.log(`Browser: ${browser.executablePath}`);
const child = spawn('npx', ['playwright', 'test', ...positionals], {
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
