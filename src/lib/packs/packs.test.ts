import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bring } from './bring.ts';
import { keptParts } from './kept-parts.ts';
import { packedBytes } from './packed-bytes.ts';
import type { PartStore } from './part-store.ts';
import {
  cut,
  sizeOf,
  totalSize,
  readTable,
  VERSION,
  type PackedFile,
  type PackTable,
} from './table.ts';

/** A site whose index consists of these files; each part holds three. */
function site(files: Record<string, string>) {
  const served = new Map<string, string>();
  const parts: PackTable['parts'] = [];
  const entries = Object.entries(files);
  for (let at = 0; at < entries.length; at += 3) {
    const some = entries.slice(at, at + 3);
    const text = some.map(([, one]) => one).join('');
    const file = `part-${text}.pack`;
    parts.push({ file, files: some.map(([path, one]) => [path, one.length]) });
    served.set(`packs/parts/${file}`, text);
  }
  for (const [path, text] of entries) served.set(`pagefind/${path}`, text);
  const table: PackTable = {
    version: VERSION,
    entry: { languages: {} },
    added: { languages: {}, glossary: '' },
    parts,
  };
  const asked: string[] = [];
  const load = async (path: string) => {
    asked.push(path);
    const text = served.get(path);
    if (text === undefined) throw new Error(`404 ${path}`);
    return new Blob([text]);
  };
  return { table, load, asked, served };
}

function memoryStore(room = Infinity) {
  const parts = new Map<string, Blob>();
  let table: PackTable | undefined;
  const store: PartStore = {
    table: async () => table,
    setTable: async (one) => void (table = one),
    names: async () => [...parts.keys()],
    get: async (name) => parts.get(name),
    put: async (name, bytes) => {
      const used = [...parts.values()].reduce((sum, { size }) => sum + size, 0);
      if (used + bytes.size > room) throw new DOMException('No room', 'QuotaExceededError');
      parts.set(name, bytes);
    },
    remove: async (name) => void parts.delete(name),
  };
  return store;
}

const six = { a1: 'alpha', b1: 'beta', c1: 'gamma', d1: 'delta', e1: 'epsilon', f1: 'zeta' };
const text = async (store: PartStore, path: string) => {
  const read = packedBytes(
    (await store.table())!,
    (part) => store.get(part),
    async (bytes) => new Uint8Array(await bytes.arrayBuffer()),
  );
  return new TextDecoder().decode(await read(path));
};

test('a new index comes in whole parts, and every file is read out of them', async () => {
  const { table, load, asked } = site(six);
  const store = memoryStore();
  const told: number[] = [];
  await bring({ table, store, load, progress: (done, total) => told.push(done / total) });
  expect(asked).toEqual(table.parts.map(({ file }) => `packs/parts/${file}`));
  expect(told.at(-1)).toBe(1);
  for (const [path, one] of Object.entries(six)) expect(await text(store, path)).toBe(one);
});

test('of a part that changed only the files that changed are loaded', async () => {
  const store = memoryStore();
  await bring({ ...site(six), store });
  const { a1, c1, d1, e1, f1 } = six;
  const next = site({ a1, b2: 'BETA!', c1, d1, e1, f1 });
  await bring({ ...next, store });
  expect(next.asked).toEqual(['pagefind/b2']);
  expect(await text(store, 'b2')).toBe('BETA!');
  expect(await text(store, 'e1')).toBe('epsilon');
  expect((await store.names()).sort()).toEqual(next.table.parts.map(({ file }) => file).sort());
  await expect(text(store, 'b1')).rejects.toThrow('b1 is in no pack');
});

test('broken off it goes on where it was, and the older index stays whole meanwhile', async () => {
  const store = memoryStore();
  const old = site({ old: 'old words' });
  await bring({ ...old, store });
  const next = site(six);
  const gone = next.table.parts[1]!.file;
  next.served.delete(`packs/parts/${gone}`);
  await expect(bring({ ...next, store })).rejects.toThrow('404');
  expect(await text(store, 'old')).toBe('old words');
  next.served.set(`packs/parts/${gone}`, 'deltaepsilonzeta');
  next.asked.length = 0;
  await bring({ ...next, store });
  expect(next.asked).toEqual([`packs/parts/${gone}`]);
  expect(await text(store, 'f1')).toBe('zeta');
});

test('without room the older index stays, and nothing half is left', async () => {
  const store = memoryStore(25);
  await bring({ ...site({ old: 'old words' }), store });
  await expect(bring({ ...site(six), store })).rejects.toThrow('No room');
  expect(await store.names()).toHaveLength(1);
  expect(await text(store, 'old')).toBe('old words');
});

test('a part that was cut short is not taken', async () => {
  const store = memoryStore();
  const next = site(six);
  next.served.set(`packs/parts/${next.table.parts[0]!.file}`, 'alph');
  await expect(bring({ ...next, store })).rejects.toThrow('came only in part');
  expect(await store.table()).toBeUndefined();
});

test('it stops when asked to', async () => {
  const next = site(six);
  const stop = new AbortController();
  const bringing = bring({
    ...next,
    store: memoryStore(),
    signal: stop.signal,
    progress: () => stop.abort(),
  });
  await expect(bringing).rejects.toThrow(/abort/i);
  expect(next.asked).toHaveLength(1);
});

const files = (count: number): PackedFile[] =>
  Array.from({ length: count }, (_, at) => [`fragment/en_${(at * 7919).toString(16)}.pf`, 20_000]);

test('parts hold every file once, in order, and are neither tiny nor huge', () => {
  const all = files(400);
  const parts = cut(all);
  expect(parts.flat()).toEqual(all);
  const sizes = parts.map((part) => sizeOf({ file: '', files: part }));
  expect(Math.max(...sizes)).toBeLessThanOrEqual(1024 * 1024 + 20_000);
  expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThanOrEqual(192 * 1024);
  expect(cut([])).toEqual([]);
});

test('one changed file changes at most a few parts of many', () => {
  const all = files(2000);
  fc.assert(
    fc.property(fc.nat(all.length - 1), fc.stringMatching(/^[0-9a-f]{7}$/), (at, name) => {
      const before = new Set(cut(all).map((part) => JSON.stringify(part)));
      const after = cut(all.with(at, [`fragment/en_${name}.pf`, 30_000]));
      const changed = after.filter((part) => !before.has(JSON.stringify(part)));
      expect(changed.length).toBeLessThanOrEqual(8);
    }),
    { numRuns: 50 },
  );
});

test('the size of a table is that of its files', () => {
  expect(totalSize(site(six).table)).toBe(Object.values(six).join('').length);
});

test('a table of another version, or none at all, is refused', () => {
  const { table } = site({ a: 'a' });
  expect(readTable(table)).toEqual(table);
  for (const version of [undefined, 0, VERSION + 1, String(VERSION)])
    expect(() => readTable({ ...table, version } as PackTable), String(version)).toThrow();
  for (const other of [null, [], 'text', {}])
    expect(() => readTable(other as unknown as PackTable)).toThrow();
});

test('a kept table of another version counts as none', async () => {
  const kept = new Map<string, string>();
  const cache = {
    match: async (key: string) => (kept.has(key) ? new Response(kept.get(key)) : undefined),
  } as unknown as Cache;
  const { table } = site({ a: 'a' });
  kept.set('/packs/parts/table', JSON.stringify(table));
  expect(await keptParts(cache, '/').table()).toEqual(table);
  kept.set('/packs/parts/table', JSON.stringify({ ...table, version: 0 }));
  expect(await keptParts(cache, '/').table()).toBeUndefined();
});
