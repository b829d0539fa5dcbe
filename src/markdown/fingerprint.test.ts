import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pipelineFingerprint } from './fingerprint.ts';

const made: string[] = [];
afterAll(() => made.forEach((root) => rmSync(root, { recursive: true })));

/** The digest of a small project, after a change to one of its files. */
function digest(file?: string, content = 'changed'): string {
  const root = mkdtempSync(join(tmpdir(), 'wellsourced-fingerprint-'));
  made.push(root);
  for (const folder of [
    'src/markdown/components',
    'src/lib/cite',
    'src/lib/evidence',
    'src/lib/text',
    'src/lib/site',
    'src/lib/feeds',
  ]) {
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, 'a.ts'), folder);
  }
  writeFileSync(join(root, 'package-lock.json'), lock('1.0.0'));
  if (file) writeFileSync(join(root, file), content);
  return pipelineFingerprint(root);
}

function lock(version: string, own = '1'): string {
  return JSON.stringify({
    packages: { '': { version: own }, 'node_modules/unified': { version } },
  });
}

test.each([
  ['src/markdown/components/a.ts', 'changed'],
  ['src/markdown/b.ts', 'new'],
  ['src/lib/text/a.ts', 'changed'],
  ['src/lib/evidence/a.ts', 'changed'],
  ['package-lock.json', lock('2.0.0')],
])('%s changes it', (file, content) => {
  expect(digest(file, content)).not.toBe(digest());
});

test.each([
  ['src/markdown/a.test.ts', 'a test'],
  ['src/lib/feeds/a.ts', 'something else'],
  ['package-lock.json', lock('1.0.0', '2')],
])('%s does not', (file, content) => {
  expect(digest(file, content)).toBe(digest());
});

test('this project has one, and it stays', () => {
  expect(pipelineFingerprint()).toMatch(/^[0-9a-f]{32}$/);
  expect(pipelineFingerprint()).toBe(pipelineFingerprint());
});
