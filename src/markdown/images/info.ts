import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import sharp from 'sharp';
import type { ImageInfo, RenderContext } from '../types.ts';
import { ENCODING, variantsOf, type Original } from './variants.ts';

/** Endings of pictures that can be read. */
export const READABLE = /\.(?:avif|gif|jpe?g|png|svg|tiff?|webp)$/i;

/**
 * The `image()` of a render context: looks pictures up in `content/posts` below `root` (an absolute
 * folder). Each file is read once; in `npm run dev` make a new lookup when a picture changes.
 *
 * Gives `undefined` when there is no such file in a post's folder. Throws an Error that names the
 * file when it is no picture that can be read.
 */
export function createImageLookup({
  root,
  base,
}: {
  root: string;
  base: string;
}): RenderContext['image'] {
  const known = new Map<string, Promise<ImageInfo | undefined>>();
  return (src, fromFile) => {
    const path = posix.join(posix.dirname(fromFile), src);
    const file = /^content\/posts\/([^/]+\/.+)$/.exec(path)?.[1];
    if (file === undefined) return Promise.resolve(undefined);
    let info = known.get(file);
    if (!info) {
      info = readOriginal(root, file).then(
        (original) =>
          original && {
            width: original.width,
            height: original.height,
            variants: variantsOf(original, base),
          },
      );
      known.set(file, info);
    }
    return info;
  };
}

/** Reads what has to be known of the picture `content/posts/<file>`; `undefined` if it is not there. */
export async function readOriginal(root: string, file: string): Promise<Original | undefined> {
  const path = `content/posts/${file}`;
  let content: Buffer;
  try {
    content = await readFile(join(root, path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined;
    throw error;
  }
  if (!READABLE.test(path)) {
    throw new Error(
      `${path}: Pictures of this kind cannot be read. Save it as JPEG, PNG, WebP, AVIF or SVG.`,
    );
  }
  const hash = hashOf(content);
  try {
    const { format, autoOrient, hasAlpha } = await sharp(content).metadata();
    const { width, height } = autoOrient;
    if (format === 'svg') return { file, width, height, hash, fallback: 'svg' };
    // Drawings and screenshots are PNG and suffer in JPEG; so does what is transparent.
    const fallback = format === 'png' || format === 'gif' || hasAlpha ? 'png' : 'jpg';
    return { file, width, height, hash, fallback };
  } catch (error) {
    throw new Error(`${path}: This picture cannot be read. Save it again as JPEG, PNG or SVG.`, {
      cause: error,
    });
  }
}

/** The 8 hexadecimal digits in a picture's addresses. */
export function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(`${ENCODING}\0`).update(content).digest('hex').slice(0, 8);
}
