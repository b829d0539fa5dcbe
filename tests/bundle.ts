import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { LoadBytes } from '../src/lib/search/loaded-index.ts';

/** The files of a written search bundle, unpacked, for the engine. */
export function bundleIn(bundle: string): LoadBytes {
  return async (path) => {
    const bytes = readFileSync(join(bundle, path));
    return path.endsWith('.json') ? bytes : gunzipSync(bytes);
  };
}
