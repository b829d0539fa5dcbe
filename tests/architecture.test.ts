import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { floors } from '../eslint.config.js';

/** The drawing of docs/architecture.md, what lint allows, and what the code imports, are one. */

const root = join(import.meta.dirname, '..');
const src = join(root, 'src');

/** `lib/posts/views.ts` imports `lib/text/dates.ts`: pairs of paths below `src`. */
function imports(): [from: string, to: string][] {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(?:ts|astro)$/.test(name) && !name.endsWith('.test.ts'),
  );
  return files.flatMap((name) => {
    const text = readFileSync(join(src, name), 'utf8');
    const named = text.matchAll(/(?:from|import|import\()\s*'(\.[^']+)'/g);
    return [...named].map(([, to]): [string, string] => [
      name.split(sep).join('/'),
      relative(src, join(src, name, '..', to!))
        .split(sep)
        .join('/'),
    ]);
  });
}

const room = (path: string) => path.split('/')[0]!;
const drawing = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
const [floorsDrawn] = /```mermaid\n[^]*?```/.exec(drawing)!;
const arrows = [...floorsDrawn.matchAll(/^\s*(\w+) --> (\w+)$/gm)].map(
  ([, from, to]) => `${from} --> ${to}`,
);

describe('the drawing of the floors', () => {
  test('shows what lint allows', () => {
    const allowed = Object.entries(floors).flatMap(([from, to]) =>
      to.filter((one) => one !== from).map((one) => `${from} --> ${one}`),
    );
    expect(arrows.sort()).toEqual(allowed.sort());
  });

  test('shows what the code imports, and nothing that it does not', () => {
    const rooms = Object.keys(floors);
    const real = imports()
      .map(([from, to]) => [room(from), room(to)] as const)
      .filter(([from, to]) => rooms.includes(from) && from !== to)
      .map(([from, to]) => `${from} --> ${to}`);
    expect(arrows.sort()).toEqual([...new Set(real)].sort());
  });
});
