/**
 * `npm run test:engines`: what readers rely on, in Chromium, Firefox and WebKit, on the fixture publication.
 * Firefox ESR and WebKitGTK are Debian's; where root may install them they are installed. An engine
 * that cannot be had is said aloud, and is a failure in CI.
 */
import { execFileSync } from 'node:child_process';
import { checks, Site } from '../tests/engines/checks.ts';
import { engines } from '../tests/engines/drivers.ts';
import { buildPublication, dist } from '../tests/publication.ts';
import { commandLine } from './command-line.ts';

commandLine('Usage: npm run test:engines', {});

await buildPublication();

let failed = 0;
for (const [name, start] of Object.entries(engines)) {
  const started = () => start().catch((error: Error) => `it did not start: ${error.message}`);
  let driver = await started();
  if (typeof driver === 'string') {
    console.log(`${name} is not here. Trying: ${driver} …`);
    install(driver);
    driver = await started();
  }
  if (typeof driver === 'string') {
    console.log(`${name} was NOT tested: it could not be had (${driver}).`);
    if (process.env['CI']) failed++;
    continue;
  }
  const site = new Site(dist);
  await site.start();
  console.log(`\n${driver.name}`);
  let passed = 0;
  try {
    for (const [what, check] of checks) {
      try {
        await check(driver, site);
        passed++;
        console.log(`  ✓ ${what}`);
      } catch (error) {
        failed++;
        console.log(`  ✗ ${what}\n    ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  } finally {
    await driver.close();
    await site.end();
    site.remove();
  }
  console.log(`${name}: ${passed} of ${checks.length}`);
}
process.exit(failed === 0 ? 0 : 1);

function install(command: string): void {
  const [program, ...args] = command.split(' ');
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    execFileSync(program!, [...args, '-y', '--no-install-recommends'], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch {
    // Said by whoever asked for it.
  }
}
