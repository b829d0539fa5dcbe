import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the HTML of an article depends on besides the article: our code, and everyone else's. */
const SOURCES = [
  'src/markdown',
  'src/lib/cite',
  'src/lib/evidence',
  'src/lib/text',
  'src/lib/site',
];

const known = new Map<string, string>();

/**
 * A digest of the pipeline: its sources and the versions of all packages in `package-lock.json`.
 * Two builds with the same digest make the same HTML of the same article. `root` is the folder of
 * the project, `more` are folders of code that take part. Computed once a process.
 */
export function pipelineFingerprint(root: string = process.cwd(), more: string[] = []): string {
  const key = [root, ...more].join('\0');
  let digest = known.get(key);
  if (digest === undefined) known.set(key, (digest = compute(root, more)));
  return digest;
}

function compute(root: string, more: string[]): string {
  const hash = createHash('sha256');
  const files = [...SOURCES, ...more]
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .map((name) => join(folder, name)),
    )
    .sort();
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  for (const [name, { version }] of Object.entries<{ version?: string }>(lock.packages)) {
    // The first entry is this project itself.
    if (name !== '') hash.update(`${name}@${version}\0`);
  }
  return hash.digest('hex').slice(0, 32);
}
