import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const run = (script: string, args: string[], env: Record<string, string> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${script}`, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const commands = Object.values(scripts).flatMap(
  (command) => /^node scripts\/(\S+)$/.exec(command)?.[1] ?? [],
);

describe.each(commands)('%s', (script) => {
  test('--help says how it is used, and does nothing', () => {
    const { status, stdout, stderr } = run(script, ['--help']);
    expect(stdout).toMatch(/^Usage: npm (?:run|test) /);
    expect(stderr).not.toContain('    at ');
    expect(status).toBe(0);
  });

  test('an option that it does not know is refused in a sentence', () => {
    const { status, stdout, stderr } = run(script, ['--no-such-option']);
    expect(stderr).toMatch(/^Unknown option '--no-such-option'\.\nUsage: /);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});

test.each([
  [{ BUILD_DAY: '' }, 'BUILD_DAY is "".'],
  [{ BUILD_DAY: 'tomorrow' }, 'BUILD_DAY is "tomorrow".'],
  [{ BUILD_DAY: '2026-02-31' }, 'BUILD_DAY is "2026-02-31".'],
  [{ BASE_PATH: '/../..' }, 'BASE_PATH is "/../..".'],
  [{ SITE_ADDRESS: 'example' }, 'SITE_ADDRESS is "example".'],
])('a build with %j stops with a sentence', (env, said) => {
  for (const script of ['build.ts', 'check.ts']) {
    const { status, stderr } = run(script, [], env as Record<string, string>);
    expect(stderr).toContain(said);
    expect(stderr).not.toContain('    at ');
    expect(status).toBe(2);
  }
});
