import { createHash } from 'node:crypto';

/**
 * The key under which a built page may be used again: a digest of everything the page shows.
 *
 * `shown` is the page's own view, the site's, and digests of what the page reads by itself (the
 * article's file, its pictures, the glossary, the code of the pipeline). Object keys are sorted,
 * so the order in which a view was put together does not matter.
 *
 * Throws a TypeError that names the place when any part is `undefined`, a function or not finite:
 * a key with a hole in it would bring back a stale page without a word.
 */
export function pageKey(shown: Record<string, unknown>): string {
  return createHash('sha256').update(canonical(shown, 'page')).digest('hex').slice(0, 32);
}

function canonical(value: unknown, place: string): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') {
    return JSON.stringify(value);
  }
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) {
    return `[${value.map((item, index) => canonical(item, `${place}[${index}]`)).join(',')}]`;
  }
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields
      .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field, `${place}.${name}`)}`)
      .join(',')}}`;
  }
  throw new TypeError(`The page key has no value for ${place} (found ${String(value)}).`);
}
