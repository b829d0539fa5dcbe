import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A Chromium that the tests can drive. */
export interface Browser {
  executablePath: string;
  /** Variables to add to the environment of the browser. */
  env: Record<string, string>;
  /** Arguments that it needs on this machine. */
  args: string[];
}

/** What the search looks at; a test hands in a machine of its own making. */
export interface Machine {
  platform: string;
  arch: string;
  /** Number of the user, 0 for root; undefined on Windows. */
  uid: number | undefined;
  env: Record<string, string | undefined>;
  /** Whether the system may be changed: in CI, or when somebody asks for it. */
  mayInstall: boolean;
  exists(path: string): boolean;
  /** True when the command ended well. */
  run(command: string, args: string[]): boolean;
  /** Where Playwright keeps a browser of its own, there or not. */
  playwright(): Promise<string | undefined>;
  /** Unpacks the Chromium of the npm package @sparticuz/chromium, if that is installed. */
  unpack(): Promise<Unpacked | undefined>;
  say(line: string): void;
}

export interface Unpacked {
  executablePath: string;
  /** Folder with the shared libraries that a bare system lacks. */
  libraries: string;
  /** Folder with a font and its configuration. */
  fonts: string;
}

const DEBIAN = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** Chromium under other names, and Chrome where its installers put it. */
const ELSEWHERE: Record<string, string[]> = {
  linux: [
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

const PACKAGE = 'chromium-headless-shell';

/**
 * Finds a browser: `$CHROME_PATH`, Debian's, Chrome, Playwright's own, Debian's from `apt-get` where
 * the system may be changed and this user can, and last the one that comes as an npm package and is
 * unpacked inside the project. `CHROME_PATH=npm` takes that one at once. Throws an Error whose one
 * sentence names the command to run when there is none.
 */
export async function findBrowser(machine: Machine = thisMachine()): Promise<Browser> {
  const { platform, uid, env, exists } = machine;
  // Chromium refuses to start its sandbox for root.
  const args = uid === 0 ? ['--no-sandbox'] : [];
  const found = (executablePath: string): Browser => ({ executablePath, env: {}, args });

  const chosen = env['CHROME_PATH'];
  if (chosen === 'npm') {
    const fromNpm = await browserFromNpm(machine, args);
    if (fromNpm) return fromNpm;
    throw new Error('CHROME_PATH is npm, and the browser of the npm package does not run here.');
  }
  if (chosen) {
    if (exists(chosen)) return found(chosen);
    throw new Error(`CHROME_PATH names ${chosen}, and there is no such file.`);
  }
  for (const path of [...(platform === 'linux' ? DEBIAN : []), ...(ELSEWHERE[platform] ?? [])]) {
    if (exists(path)) return found(path);
  }
  const playwright = await machine.playwright();
  if (playwright && exists(playwright)) return found(playwright);

  if (machine.mayInstall && installs(machine) && exists(DEBIAN[0]!)) return found(DEBIAN[0]!);

  const fromNpm = await browserFromNpm(machine, args);
  if (fromNpm) return fromNpm;
  throw new Error(
    exists('/usr/bin/apt-get')
      ? `No browser was found: run \`sudo apt-get install ${PACKAGE}\`, or set CHROME_PATH.`
      : 'No browser was found: run `npx playwright install chromium`, or set CHROME_PATH.',
  );
}

/** The browser of the npm package, with the libraries and the font that it brings. */
async function browserFromNpm(machine: Machine, args: string[]): Promise<Browser | undefined> {
  if (machine.platform !== 'linux' || machine.arch !== 'x64') return undefined;
  const { executablePath, libraries, fonts } = (await machine.unpack()) ?? {};
  if (!executablePath) return undefined;
  machine.say(`Browser from the npm package: ${executablePath}`);
  const before = machine.env['LD_LIBRARY_PATH'];
  return {
    executablePath,
    env: {
      LD_LIBRARY_PATH: [libraries, before].filter(Boolean).join(':'),
      FONTCONFIG_PATH: fonts!,
    },
    args,
  };
}

/** Installs Debian's headless Chromium, where no password is needed for that. True when it is there. */
function installs({ platform, uid, exists, run, say }: Machine): boolean {
  if (platform !== 'linux' || !exists('/usr/bin/apt-get')) return false;
  const asRoot = uid === 0 ? [] : ['sudo', '-n'];
  if (asRoot.length > 0 && !run('sudo', ['-n', 'true'])) {
    say(`${PACKAGE} is not installed: that takes root, or sudo without a password.`);
    return false;
  }
  const apt = (...args: string[]) => {
    const [command, ...rest] = [
      ...asRoot,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      ...args,
    ];
    return run(command!, rest);
  };
  say(`No browser was found. Installing Debian's ${PACKAGE} with apt-get …`);
  // Without fresh lists the package may be unknown, or of a version that is gone. When the lists
  // cannot be had, what is there may still do.
  apt('update', '-qq');
  const done = apt('install', '-y', '--no-install-recommends', PACKAGE);
  if (!done) say(`apt-get could not install ${PACKAGE}.`);
  return done;
}

/** This computer. `mayInstall` says whether `apt-get` may change it; in CI it always may. */
export function thisMachine({ mayInstall = false } = {}): Machine {
  return {
    mayInstall: mayInstall || Boolean(process.env['CI']),
    platform: process.platform,
    arch: process.arch,
    uid: process.getuid?.(),
    env: process.env,
    exists: existsSync,
    run: (command, args) => {
      try {
        execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
        return true;
      } catch {
        return false;
      }
    },
    playwright: async () => (await import('playwright-core')).chromium.executablePath(),
    unpack: () => unpackSparticuz(join(import.meta.dirname, '../node_modules/.cache/chromium')),
    say: (line) => console.error(line),
  };
}

/**
 * The system's fonts and the one in `folder`. The package's own configuration names folders of the
 * host that it is made for; without any font the browser ends at the first letter that it lacks.
 */
const fontsConfig = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/cache</cachedir>
</fontconfig>
`;

/**
 * Unpacks the browser into a folder of `cache`, once for each version. The package writes to the
 * system's temporary folder, so that is set to ours meanwhile; and it takes a half-written file for
 * a whole one, so all is made beside its place and moved there at the end.
 *
 * Nothing else of that package is used: its start-up arguments switch the browser's security off.
 */
async function unpackSparticuz(cache: string): Promise<Unpacked | undefined> {
  const name = '@sparticuz/chromium';
  let home: string;
  try {
    home = join(dirname(fileURLToPath(import.meta.resolve(name))), '..');
  } catch {
    return undefined;
  }
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(cache, version);
  const unpacked = {
    executablePath: join(folder, 'chromium'),
    libraries: join(folder, 'al2023/lib'),
    fonts: join(folder, 'fonts'),
  };
  if (existsSync(unpacked.executablePath)) return unpacked;

  const partial = `${folder}.${process.pid}`;
  const temporary = process.env['TMPDIR'];
  try {
    await mkdir(partial, { recursive: true });
    process.env['TMPDIR'] = partial;
    const { default: chromium, inflate } = (await import(name)) as {
      default: { executablePath(): Promise<string> };
      inflate(archive: string): Promise<string>;
    };
    await chromium.executablePath();
    await inflate(join(home, 'bin/al2023.tar.br'));
    await writeFile(join(partial, 'fonts/fonts.conf'), fontsConfig(unpacked.fonts));
    await rename(partial, folder);
    return unpacked;
  } catch (error) {
    // Another process may have been quicker.
    if (existsSync(unpacked.executablePath)) return unpacked;
    console.error(`The Chromium of ${name} could not be unpacked: ${String(error)}`);
    return undefined;
  } finally {
    await rm(partial, { recursive: true, force: true });
    if (temporary === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = temporary;
  }
}
