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

/** Groups of nodes that lead to each other, by the way of Tarjan (1972). */
function circles(edges: [from: string, to: string][]): string[][] {
  const next = new Map<string, string[]>();
  for (const [from, to] of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const [order, lowest] = [new Map<string, number>(), new Map<string, number>()];
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): number => {
    const at = order.size;
    order.set(node, at);
    lowest.set(node, at);
    stack.push(node);
    for (const other of next.get(node) ?? []) {
      const low = !order.has(other)
        ? visit(other)
        : stack.includes(other)
          ? order.get(other)!
          : Infinity;
      lowest.set(node, Math.min(lowest.get(node)!, low));
    }
    if (lowest.get(node) === at) {
      const circle = stack.splice(stack.indexOf(node));
      if (circle.length > 1) found.push(circle.sort());
    }
    return lowest.get(node)!;
  };
  for (const node of next.keys()) if (!order.has(node)) visit(node);
  return found;
}

describe('imports go one way', () => {
  test('circles are found', () => {
    const edges: [string, string][] = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'b'],
      ['c', 'd'],
    ];
    expect(circles(edges)).toEqual([['b', 'c']]);
  });

  test('no file leads back to itself', () => {
    expect(circles(imports())).toEqual([]);
  });

  test('no folder of lib leads back to itself', () => {
    const folder = (path: string) => path.split('/').slice(0, 2).join('/');
    const edges = imports()
      .filter(([from, to]) => from.startsWith('lib/') && to.startsWith('lib/'))
      .map(([from, to]): [string, string] => [folder(from), folder(to)])
      .filter(([from, to]) => from !== to);
    expect(circles(edges)).toEqual([]);
  });

  test('in the store, reading and drawing know nothing of Astro', () => {
    const wrong = imports().filter(
      ([from, to]) => /^store\/(?:reading|drawing)\//.test(from) && to.startsWith('store/astro/'),
    );
    expect(wrong).toEqual([]);
    expect(imports().some(([from]) => from.startsWith('store/reading/'))).toBe(true);
  });
});
