import { CouldNotLoad } from '../lib/search/engine.ts';
import type { LoadBytes } from '../lib/search/loaded-index.ts';

/** The index as single files below an address with a slash at its end. */
export function filesBelow(bundle: string, again = false): LoadBytes {
  return async (path) => {
    const response = await fetch(bundle + path, again ? { cache: 'reload' } : {});
    if (!response.ok) throw new CouldNotLoad(path);
    const bytes = await response.blob();
    return path.endsWith('.json') ? plain(bytes) : unpacked(bytes);
  };
}

/** Every file of the index but the two that describe it is packed. */
export async function unpacked(bytes: Blob): Promise<Uint8Array> {
  return plain(
    await new Response(bytes.stream().pipeThrough(new DecompressionStream('gzip'))).blob(),
  );
}

async function plain(bytes: Blob): Promise<Uint8Array> {
  return new Uint8Array(await bytes.arrayBuffer());
}
