/**
 * `npm test`: all that CI runs, part after part, until one fails. A browser is looked for first, so
 * that nobody learns only after the build that there is none. `-- --install-browser` lets `apt-get`
 * install one; without it the system is changed in CI only.
 */
import { spawnSync } from 'node:child_process';
import { commandLine } from './command-line.ts';
import { findBrowser, thisMachine } from './find-browser.ts';

const PARTS = ['lint', 'types', 'test:unit', 'build', 'test:site', 'test:browser'];

const { values } = commandLine('Usage: npm test -- [--install-browser]', {
  'install-browser': { type: 'boolean' },
});
try {
  await findBrowser(thisMachine({ mayInstall: values['install-browser'] }));
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
for (const part of PARTS) {
  const { status } = spawnSync(`npm run ${part}`, { stdio: 'inherit', shell: true });
  if (status !== 0) process.exit(status ?? 1);
}
