import { defineConfig } from '@playwright/test';

/**
 * Browser tests on the fixture publication. `scripts/test-browser.ts` builds and serves it, finds a
 * browser and
 * says both in the environment, so that this file has nothing to guess.
 */
const { BASE_URL, BROWSER_PATH } = process.env;
if (!BASE_URL || !BROWSER_PATH) {
  throw new Error(
    'Run `npm run test:browser`: it builds and serves the publication and finds a browser.',
  );
}

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    baseURL: BASE_URL,
    // Only `offline.spec.ts` is about the worker; elsewhere it would come between test and server.
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      executablePath: BROWSER_PATH,
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
