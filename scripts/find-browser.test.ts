import { expect, test } from 'vitest';
import { findBrowser, type Machine } from './find-browser.ts';

const APT = '/usr/bin/apt-get';
const SHELL = '/usr/bin/chromium-headless-shell';

interface Fake extends Machine {
  commands: string[];
  said: string[];
}

/** A machine with the given files. `does` may change the files when a command runs. */
function fake(
  files: string[],
  settings: Partial<Machine> & { does?: (command: string, files: Set<string>) => boolean } = {},
): Fake {
  const present = new Set(files);
  const commands: string[] = [];
  const said: string[] = [];
  const { does, ...rest } = settings;
  return {
    platform: 'linux',
    arch: 'x64',
    uid: 1000,
    env: {},
    mayInstall: true,
    exists: (path) => present.has(path),
    run: (command, args) => {
      const line = [command, ...args].join(' ');
      commands.push(line);
      return does?.(line, present) ?? false;
    },
    playwright: async () => undefined,
    unpack: async () => undefined,
    say: (line) => said.push(line),
    commands,
    said,
    ...rest,
  };
}

const path = async (machine: Machine) => (await findBrowser(machine)).executablePath;

test('CHROME_PATH comes before everything', async () => {
  expect(await path(fake(['/opt/mine', SHELL], { env: { CHROME_PATH: '/opt/mine' } }))).toBe(
    '/opt/mine',
  );
});

test('a CHROME_PATH that leads nowhere is said, not passed over', async () => {
  await expect(findBrowser(fake([SHELL], { env: { CHROME_PATH: '/gone' } }))).rejects.toThrow(
    'CHROME_PATH names /gone, and there is no such file.',
  );
});

test("Debian's small Chromium comes before the large one, and both before Chrome", async () => {
  const chrome = '/usr/bin/google-chrome';
  expect(await path(fake([chrome, '/usr/bin/chromium', SHELL]))).toBe(SHELL);
  expect(await path(fake([chrome, '/usr/bin/chromium']))).toBe('/usr/bin/chromium');
  expect(await path(fake([chrome]))).toBe(chrome);
});

test.each([
  ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['win32', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
])('Chrome is found on %s', async (platform, chrome) => {
  expect(await path(fake([chrome], { platform, uid: undefined }))).toBe(chrome);
});

test("Playwright's own browser is taken if it is there", async () => {
  const playwright = async () => '/cache/chrome';
  expect(await path(fake(['/cache/chrome', APT], { playwright, uid: 0 }))).toBe('/cache/chrome');
});

test('root installs, after fresh package lists', async () => {
  const machine = fake([APT], {
    uid: 0,
    does: (line, files) => {
      if (line.includes(' install ')) files.add(SHELL);
      return true;
    },
  });
  expect(await findBrowser(machine)).toEqual({
    executablePath: SHELL,
    env: {},
    args: ['--no-sandbox'],
  });
  expect(machine.commands).toEqual([
    'env DEBIAN_FRONTEND=noninteractive apt-get update -qq',
    'env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium-headless-shell',
  ]);
  expect(machine.said).toHaveLength(1);
});

test('nobody who was not asked changes the system: the npm package comes first', async () => {
  const unpack = async () => ({ executablePath: '/c/chromium', libraries: '/c/lib', fonts: '/c' });
  const machine = fake([APT], { uid: 0, mayInstall: false, unpack });
  expect(await path(machine)).toBe('/c/chromium');
  expect(machine.commands).toEqual([]);
  expect(machine.said).toEqual(['Browser from the npm package: /c/chromium']);
});

test('CHROME_PATH=npm passes over what is installed', async () => {
  const env = { CHROME_PATH: 'npm' };
  const unpack = async () => ({ executablePath: '/c/chromium', libraries: '/c/lib', fonts: '/c' });
  expect(await path(fake([SHELL, 'npm'], { env, unpack }))).toBe('/c/chromium');
  await expect(findBrowser(fake([SHELL], { env, platform: 'darwin', unpack }))).rejects.toThrow(
    'CHROME_PATH is npm, and the browser of the npm package does not run here.',
  );
});

test('another user installs where sudo asks for no password', async () => {
  const machine = fake([APT], {
    does: (line, files) => {
      if (line.includes(' install ')) files.add(SHELL);
      return true;
    },
  });
  expect((await findBrowser(machine)).args).toEqual([]);
  expect(machine.commands[0]).toBe('sudo -n true');
  expect(machine.commands[2]).toMatch(/^sudo -n env .* apt-get install -y/);
});

test('without sudo nothing is installed, and the npm package is used with its libraries', async () => {
  const machine = fake([APT], {
    env: { LD_LIBRARY_PATH: '/lib/own' },
    unpack: async () => ({ executablePath: '/c/chromium', libraries: '/c/lib', fonts: '/c/fonts' }),
  });
  expect(await findBrowser(machine)).toEqual({
    executablePath: '/c/chromium',
    env: { LD_LIBRARY_PATH: '/c/lib:/lib/own', FONTCONFIG_PATH: '/c/fonts' },
    args: [],
  });
  expect(machine.commands).toEqual(['sudo -n true']);
  expect(machine.said[0]).toMatch(/is not installed: that takes root/);
});

test('an installation that fails is said, and the npm package is next', async () => {
  const machine = fake([APT], {
    uid: 0,
    unpack: async () => ({ executablePath: '/c/chromium', libraries: '/c/lib', fonts: '/c/fonts' }),
  });
  expect(await path(machine)).toBe('/c/chromium');
  expect(machine.said).toContain('apt-get could not install chromium-headless-shell.');
});

test('the npm package is not tried where its browser cannot run', async () => {
  const unpack = async () => ({ executablePath: '/c/chromium', libraries: '', fonts: '' });
  await expect(findBrowser(fake([], { arch: 'arm64', unpack }))).rejects.toThrow(/No browser/);
});

test('when nothing helps, one sentence names the command', async () => {
  await expect(findBrowser(fake([APT]))).rejects.toThrow(
    'No browser was found: run `sudo apt-get install chromium-headless-shell`, or set CHROME_PATH.',
  );
  await expect(findBrowser(fake([], { platform: 'darwin' }))).rejects.toThrow(
    'No browser was found: run `npx playwright install chromium`, or set CHROME_PATH.',
  );
});
