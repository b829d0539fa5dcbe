import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const script = resolve('scripts/source.ts');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wellsourced-source-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function run(...args: string[]) {
  const env = { ...process.env, INIT_CWD: folder };
  const result = spawnSync(process.execPath, [script, ...args], { cwd: folder, env });
  return { status: result.status, out: String(result.stdout), err: String(result.stderr) };
}

const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
const sources = () => readdirSync(join(folder, 'content/sources'));

test('a run writes the files, and the next one finds them and writes none', () => {
  put('a.bib', '@book{x, title = {Sleep}, author = {Doe, Jane}, year = 2020}');
  put('b.ris', 'TY  - JOUR\r\nTI  - Wake\r\nAU  - Doe, Jane\r\nPY  - 2020\r\nER  - \r\n');
  const first = run('add', 'a.bib', 'b.ris');
  expect(first).toMatchObject({ status: 0, err: '' });
  expect(first.out).toContain('content/sources/doe2020.yaml\n  Cite it: [@doe2020]');
  expect(first.out).toContain('2 files written, 0 there already.');
  expect(sources()).toEqual(['doe2020.yaml', 'doe2020a.yaml']);

  const file = join(folder, 'content/sources/doe2020.yaml');
  const edited = `${readFileSync(file, 'utf8')}design: report\n`;
  writeFileSync(file, edited);
  const second = run('add', 'a.bib', 'b.ris');
  expect(second.status).toBe(0);
  expect(second.out).toContain('is there already: content/sources/doe2020a.yaml');
  expect(second.out).toContain('0 files written, 2 there already.');
  expect(readFileSync(file, 'utf8')).toBe(edited);
  expect(sources()).toHaveLength(2);
});

test('a fault in one file keeps all from being written', () => {
  put('a.bib', '@book{x, title = {Sleep}, author = {Doe, Jane}, year = 2020}');
  put('b.json', '[\n{"title": "Wake"}]');
  const { status, out, err } = run('add', 'a.bib', 'b.json');
  expect([status, out]).toEqual([1, '']);
  expect(err).toContain('b.json:2:1\n  Found:    The entry has no year.');
  expect(err).toContain('Nothing was written.');
  expect(readdirSync(folder)).toEqual(['a.bib', 'b.json']);
});

test.each([
  ['nothing', []],
  ['no file', ['add']],
  ['another command', ['remove', 'a.bib']],
  ['a file that is not there', ['add', 'nowhere.bib']],
  ['a folder', ['add', '.']],
])('%s: the usage is told', (_, args) => {
  const { status, err } = run(...args);
  expect(status).toBe(1);
  expect(err).toContain('Usage: npm run source add FILE…');
});
