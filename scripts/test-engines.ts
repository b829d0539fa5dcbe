/**
 * `npm run test:engines`: what readers rely on, in Chromium, Firefox and WebKit, on the fixture publication.
 * Firefox ESR and WebKitGTK are Debian's, and root's `apt-get` installs them in CI, or when asked by
 * `-- --install-browser`. An engine that cannot be had is said aloud, and is a failure in CI.
 */
import { execFileSync } from 'node:child_process';
import { checks, Site } from '../tests/engines/checks.ts';
import { engines } from '../tests/engines/drivers.ts';
import { buildPublication, dist } from '../tests/publication.ts';
import { commandLine } from './command-line.ts';

const { values } = commandLine('Usage: npm run test:engines -- [--install-browser]', {
  'install-browser': { type: 'boolean' },
});
const mayInstall = values['install-browser'] || Boolean(process.env['CI']);

await buildPublication();

let failed = 0;
for (const [name, start] of Object.entries(engines)) {
  const started = () => start().catch((error: Error) => `it did not start: ${error.message}`);
  let driver = await started();
  const canBeHad = typeof driver === 'string' && driver.startsWith('apt-get ');
  if (mayInstall && canBeHad) {
    console.log(`${name} is not here. Trying: ${driver} …`);
    install(driver as string);
    driver = await started();
  }
  if (typeof driver === 'string') {
    const how = canBeHad && !mayInstall ? ' With `-- --install-browser` it is installed.' : '';
    console.log(`${name} was NOT tested: it could not be had (${driver}).${how}`);
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
