import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ENV, scratchPublication } from './publication.ts';

/**
 * A later version of the software comes out, and an owner takes it in: the software as it stands here,
 * and one in which files changed, came and went.
 */

/** The software's repository, with the tags `v0.1.0` and `v0.2.0`. */
let software: string;
/** A publication made from `v0.1.0` by way of a template: no history in common. */
let owner: string;
const temporary: string[] = [];

const folder = () => {
  const path = mkdtempSync(join(tmpdir(), 'wellsourced-owner-'));
  temporary.push(path);
  return path;
};
const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@own.example', ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
const commitAll = (cwd: string, message: string) => {
  git(cwd, 'add', '-A');
  git(cwd, 'commit', '-qm', message);
};
const update = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/update.ts', ...args], {
    cwd: owner,
    env: ENV,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
};
const put = (root: string, path: string, text: string) => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};
const textOf = (root: string, path: string) => readFileSync(join(root, path), 'utf8');
const mine = (path: string) => textOf(owner, path);
const packageJson = (root: string) => JSON.parse(textOf(root, 'package.json'));
const changePackage = (root: string, change: (json: ReturnType<typeof packageJson>) => void) => {
  const json = packageJson(root);
  change(json);
  put(root, 'package.json', `${JSON.stringify(json, null, 2)}\n`);
};
/** A digest of every file of a publication but git's own and the packages. */
const everything = (root: string): Record<string, string> => {
  const files = readdirSync(root).flatMap((name) => {
    if (name === '.git' || name === 'node_modules') return [];
    if (!statSync(join(root, name)).isDirectory()) return [name];
    return readdirSync(join(root, name), { recursive: true, encoding: 'utf8' }).map((path) =>
      join(name, path),
    );
  });
  const digest = (path: string) =>
    createHash('sha1')
      .update(readFileSync(join(root, path)))
      .digest('hex');
  return Object.fromEntries(
    files.filter((path) => statSync(join(root, path)).isFile()).map((path) => [path, digest(path)]),
  );
};

/** Runs an update that must stop, and holds that nothing of it is left. */
function refused(...args: string[]): string {
  const before = everything(owner);
  const { status, said } = update(...args);
  expect(said).toContain('Nothing was changed.');
  expect(said).not.toMatch(/^ {4}at /m);
  expect(status).toBe(1);
  expect(everything(owner)).toEqual(before);
  return said;
}

beforeAll(async () => {
  const project = await scratchPublication();
  software = folder();
  cpSync(project.root, software, { recursive: true });
  await project.remove();
  rmSync(join(software, 'node_modules'));
  put(software, '.gitignore', 'node_modules\n*.local\n');
  put(software, 'README.md', 'The software\n');
  put(software, 'CHANGELOG.md', '# Changelog\n\n## [0.1.0]\n\n- It begins.\n');
  put(software, 'src/lib/leaves.ts', 'export {};\n');
  put(software, 'tests/demonstration.test.ts', '// of the demonstration\n');
  git(software, 'init', '-q', '-b', 'main');
  commitAll(software, 'Before');
  appendFileSync(join(software, 'src/styles/tokens.css'), '\n');
  changePackage(software, (json) => {
    json.version = '0.1.0';
    json.dependencies.departing = '^1.0.0';
  });
  commitAll(software, 'First');
  git(software, 'tag', 'v0.1.0');

  put(
    software,
    'CHANGELOG.md',
    '# Changelog\n\n## [0.2.0]\n\n- Leaves fall.\n\n## [0.1.0]\n\n- It begins.\n',
  );
  put(software, 'README.md', 'The later software\n');
  put(software, 'content/site.yaml', 'name: Changed by the software\n');
  put(software, 'content/posts/demonstration/index.md', 'More demonstration\n');
  put(software, 'public/favicon.svg', '<svg/>\n');
  put(software, 'tests/demonstration.test.ts', '// later\n');
  rmSync(join(software, 'src/lib/leaves.ts'));
  put(software, 'src/lib/season/autumn.ts', 'export const leaves = "fall";\n');
  appendFileSync(join(software, 'scripts/check.ts'), '// later\n');
  changePackage(software, (json) => {
    json.version = '0.2.0';
    json.dependencies.astro = '^99.0.0';
    json.dependencies.arriving = '^1.0.0';
    delete json.dependencies.departing;
    json.scripts.rake = 'node scripts/rake.ts';
  });
  commitAll(software, 'Second');
  git(software, 'tag', 'v0.2.0');
  appendFileSync(join(software, 'scripts/check.ts'), '// not released\n');
  commitAll(software, 'After the release');
});

beforeEach(() => {
  owner = folder();
  git(owner, 'clone', '-q', software, '.');
  git(owner, 'checkout', '-q', 'v0.1.0');
  rmSync(join(owner, '.git'), { recursive: true });
  symlinkSync(join(import.meta.dirname, '../node_modules'), join(owner, 'node_modules'));
  put(owner, 'README.md', 'My publication\n');
  put(owner, 'content/site.yaml', 'name: Mine\n');
  put(owner, 'content/posts/mine/index.md', 'My article\n');
  put(owner, 'public/favicon.svg', '<svg>mine</svg>\n');
  put(owner, 'public/talk.pdf', 'my slides\n');
  put(owner, 'netlify.toml', 'my host\n');
  rmSync(join(owner, 'tests/demonstration.test.ts'));
  changePackage(owner, (json) => {
    json.name = 'mine';
    json.scripts.letters = 'node letters.js';
    json.dependencies['my-extra'] = '^7.0.0';
  });
  git(owner, 'init', '-q');
  commitAll(owner, 'My publication');
});
afterEach(() => rmSync(owner, { recursive: true, force: true }));
afterAll(() => {
  for (const path of temporary) rmSync(path, { recursive: true, force: true });
});

describe('a later version', () => {
  test('comes in, and nothing of the owner’s is touched', () => {
    const { status, said } = update('--from', software);
    expect(said).toContain('Leaves fall.');
    expect(said).not.toContain('It begins.');
    expect(said).toMatch(/0\.2\.0 \(\w+\), after 0\.1\.0/);
    expect(said).toContain('dependencies: astro ');
    expect(said).toMatch(/npm install[^]*npm test[^]*git commit/);
    // README.md is the owner's, and the software has another one.
    expect(said).toMatch(/Yours, left as they are[^]*README\.md/);
    expect(status).toBe(0);

    expect(mine('scripts/check.ts')).toMatch(/\/\/ later\n$/);
    expect(mine('src/lib/season/autumn.ts')).toContain('fall');
    expect(existsSync(join(owner, 'src/lib/leaves.ts'))).toBe(false);
    expect(mine('CHANGELOG.md')).toContain('Leaves');

    expect(mine('README.md')).toBe('My publication\n');
    expect(mine('content/site.yaml')).toBe('name: Mine\n');
    expect(readdirSync(join(owner, 'content/posts'))).not.toContain('demonstration');
    expect(mine('public/favicon.svg')).toContain('mine');
    expect(existsSync(join(owner, 'public/talk.pdf'))).toBe(true);
    expect(existsSync(join(owner, 'netlify.toml'))).toBe(true);
    expect(existsSync(join(owner, 'tests/demonstration.test.ts'))).toBe(false);

    const { name, version, dependencies, scripts, wellsourced } = packageJson(owner);
    expect({ name, version }).toEqual({ name: 'mine', version: '0.2.0' });
    expect(dependencies).toMatchObject({
      'my-extra': '^7.0.0',
      astro: '^99.0.0',
      arriving: '^1.0.0',
    });
    expect(dependencies).not.toHaveProperty('departing');
    expect(scripts).toMatchObject({ letters: 'node letters.js', rake: 'node scripts/rake.ts' });
    // A folder of this machine is no address to remember.
    const commit = git(software, 'rev-parse', 'v0.2.0');
    expect(wellsourced).toEqual({ version: '0.2.0', commit });

    // What is shown for the owner's own file can be typed.
    const [, ...command] = /git (diff) (HEAD:README.md) (\w+)/.exec(said)!;
    expect(git(owner, ...command)).toContain('The later software');

    git(owner, 'reset', '-q', '--hard');
    expect(git(owner, 'status', '--porcelain')).toBe('');
    expect(existsSync(join(owner, 'src/lib/season'))).toBe(false);
  });

  test('comes in once more, from the address that is remembered', () => {
    const address = `file://${software}`;
    expect(update('--from', address).status).toBe(0);
    expect(packageJson(owner).wellsourced.from).toBe(address);
    commitAll(owner, 'Take it in');
    expect(update()).toEqual({ status: 0, said: expect.stringContaining('nothing later') });
    const main = update('--version', 'main');
    expect(main.said).not.toContain('By its files');
    expect(main.status).toBe(0);
    expect(mine('scripts/check.ts')).toMatch(/\/\/ not released\n$/);
    expect(mine('content/site.yaml')).toBe('name: Mine\n');
  });

  test('comes in for somebody who cloned the software and began with its history', () => {
    rmSync(owner, { recursive: true });
    mkdirSync(owner);
    git(owner, 'clone', '-q', '--branch', 'v0.1.0', software, '.');
    symlinkSync(join(import.meta.dirname, '../node_modules'), join(owner, 'node_modules'));
    const commit = git(owner, 'rev-parse', 'HEAD');
    put(owner, 'content/site.yaml', `name: Mine\nstartedFrom: ${commit}\n`);
    commitAll(owner, 'Begin');
    const { status, said } = update('--from', software);
    expect(said).not.toContain('By its files');
    expect(status).toBe(0);
    expect(mine('content/site.yaml')).toContain('Mine');
  });

  test('comes in from a folder without git, with the version that the owner has in another', () => {
    const [later, earlier] = [folder(), folder()];
    for (const [path, tag] of [[later, 'v0.2.0'] as const, [earlier, 'v0.1.0'] as const]) {
      git(path, 'clone', '-q', software, '.');
      git(path, 'checkout', '-q', tag);
      rmSync(join(path, '.git'), { recursive: true });
    }
    expect(refused('--from', later)).toContain('--base');
    expect(refused('--from', later, '--version', 'v0.2.0', '--base', earlier)).toContain(
      'leave --version out',
    );
    expect(update('--from', later, '--base', earlier).status).toBe(0);
    expect(existsSync(join(owner, 'src/lib/leaves.ts'))).toBe(false);
    expect(packageJson(owner).wellsourced).toEqual({ version: '0.2.0' });
  });
});

describe('what the owner changed in the software', () => {
  beforeEach(() => {
    appendFileSync(join(owner, 'scripts/check.ts'), '// mine\n');
    appendFileSync(join(owner, 'src/styles/tokens.css'), '/* mine */\n');
    rmSync(join(owner, 'src/pages/corrections.astro'));
    put(owner, 'src/lib/season/autumn.ts', '// mine\n');
    changePackage(owner, (json) => {
      json.scripts.build = 'my own build';
    });
    commitAll(owner, 'Changes');
  });

  test('is listed, and stops the update', () => {
    const said = refused('--from', software);
    expect(said).toContain('scripts/check.ts: changed here, and changed by the later version too');
    expect(said).toContain('src/styles/tokens.css: changed here\n');
    expect(said).toContain('src/pages/corrections.astro: removed here\n');
    expect(said).toContain('src/lib/season/autumn.ts: yours');
    expect(said).toContain('the command "build"');
    expect(said).toContain('--replace');
    expect(said).not.toContain('README.md');
  });

  test('is overwritten when the owner says so', () => {
    const { status, said } = update('--from', software, '--replace');
    expect(said).toMatch(/Overwritten[^]*scripts\/check\.ts/);
    expect(status).toBe(0);
    for (const path of ['scripts/check.ts', 'src/styles/tokens.css', 'src/lib/season/autumn.ts'])
      expect(mine(path)).not.toContain('mine');
    expect(existsSync(join(owner, 'src/pages/corrections.astro'))).toBe(true);
    expect(packageJson(owner).scripts.build).toBe('node scripts/build.ts');
    expect(mine('content/site.yaml')).toBe('name: Mine\n');
    expect(mine('README.md')).toBe('My publication\n');
  });

  test('is kept when package.json says that it is the owner’s', () => {
    changePackage(owner, (json) => {
      json.scripts.build = 'node scripts/build.ts';
      json.wellsourced = {
        keep: ['scripts/check.ts', 'src/styles/', 'src/pages/corrections.astro', 'src/lib/season/'],
      };
    });
    commitAll(owner, 'Keep');
    const { status, said } = update('--from', software);
    expect(said).toMatch(/Yours, left as they are[^]*scripts\/check\.ts/);
    expect(status).toBe(0);
    expect(mine('scripts/check.ts')).toMatch(/\/\/ mine\n$/);
    expect(mine('src/styles/tokens.css')).toContain('mine');
    expect(packageJson(owner).wellsourced.keep).toHaveLength(4);
  });
});

describe('all or nothing', () => {
  test('with something that is not committed, and without git, nothing is touched', () => {
    put(owner, 'content/notes.txt', 'mine');
    expect(refused('--from', software)).toContain('not committed');
    rmSync(join(owner, '.git'), { recursive: true });
    expect(refused('--from', software)).toContain('no git checkout');
  });

  test('an ignored file of the owner’s is not written over, whatever is asked', () => {
    appendFileSync(join(owner, '.gitignore'), 'src/lib/season\n');
    commitAll(owner, 'Ignore');
    put(owner, 'src/lib/season/autumn.ts', '// mine, and nowhere else\n');
    expect(refused('--from', software, '--replace')).toContain('src/lib/season/autumn.ts');
    rmSync(join(owner, 'src/lib/season'), { recursive: true });
    put(owner, 'src/lib/season', '// a file in place of the folder\n');
    expect(refused('--from', software, '--replace')).toContain('src/lib/season/autumn.ts');
  });

  test('when git fails half way, what it wrote is put back', () => {
    // scripts/check.ts is written before src/lib/season, which no filter lets through.
    put(owner, '.git/info/attributes', 'src/lib/season/* filter=broken\n');
    git(owner, 'config', 'filter.broken.smudge', 'false');
    git(owner, 'config', 'filter.broken.required', 'true');
    expect(refused('--from', software)).toContain('git could not write the files');
    expect(git(owner, 'status', '--porcelain')).toBe('');
    git(owner, 'config', '--unset', 'filter.broken.required');
    expect(update('--from', software).status).toBe(0);
  });

  test('what cannot be read is said in a sentence, without a password', () => {
    expect(refused()).toContain('--from');
    expect(refused('--from', join(owner, 'nowhere'))).toContain('git could not read');
    const secret = refused('--from', 'https://me:secret@localhost:1/software.git');
    expect(secret).toContain('https://localhost:1/software.git');
    expect(secret).not.toContain('secret@');
    expect(refused('--from', software, '--version', 'v0.2.1')).toContain('Did you mean "v0.2.0"?');
    expect(refused('--from', software, '--base', 'v9')).toContain('"v9"');
    const other = folder();
    put(other, 'package.json', '{}');
    expect(refused('--from', other)).toContain('no later version of this software');
    changePackage(owner, (json) => {
      json.wellsourced = { keep: ['src/styles'] };
    });
    commitAll(owner, 'A slip');
    expect(refused('--from', software)).toContain('src/styles');
  });
});
