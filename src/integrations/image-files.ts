import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import sharp from 'sharp';
import { hashOf, readOriginal } from '../markdown/images/info.ts';
import { cleanSvg } from '../markdown/images/svg.ts';
import {
  parseAddress,
  stemOf,
  variantsOf,
  type VariantAddress,
} from '../markdown/images/variants.ts';

/**
 * Makes the files behind the addresses that the pipeline gives to pictures, and keeps them: a name
 * holds a hash of the original, so a file that is there is right.
 *
 * Nothing but the picture reaches a file. sharp writes no EXIF (place, time, camera, name), no XMP
 * and no IPTC unless asked to; the right way up, which EXIF may hold, is put into the pixels first.
 */
export class ImageFiles {
  readonly #root: string;
  readonly #base: string;
  readonly #cache: string;
  readonly #making = new Map<string, Promise<string>>();

  /** `root` is the folder of the project, `cache` the one for finished files, both absolute. */
  constructor({ root, base, cache }: { root: string; base: string; cache: string }) {
    this.#root = root;
    this.#base = base;
    this.#cache = cache;
  }

  /** Path below `/images/` of the file for an address, such as `omega-3/label.0a1b2c3d-800.avif`. */
  nameOf(address: string): string | undefined {
    const parts = parseAddress(address, this.#base);
    return parts && nameFor(parts);
  }

  /**
   * The finished file for an address, made if it is not there yet. Throws an Error that names the
   * original when that is missing, is another picture by now, or holds what it must not.
   */
  file(address: string): Promise<string> {
    let file = this.#making.get(address);
    if (!file) {
      file = this.#make(address).finally(() => this.#making.delete(address));
      this.#making.set(address, file);
    }
    return file;
  }

  async #make(address: string): Promise<string> {
    const parts = parseAddress(address, this.#base);
    if (!parts) throw new Error(`${address} is not the address of a picture.`);
    const file = join(this.#cache, nameFor(parts));
    if (existsSync(file)) return file;
    const { path, content } = await this.#original(parts, address);
    const made =
      parts.format === 'svg' ? drawing(content, path) : await pixels(content, parts, path);
    await mkdir(dirname(file), { recursive: true });
    // Under its name only when it is whole: a build may be broken off.
    const unfinished = `${file}.${process.pid}.part`;
    await writeFile(unfinished, made);
    await rename(unfinished, file);
    return file;
  }

  /** The picture that an address was given for. */
  async #original(
    { stem, hash }: VariantAddress,
    address: string,
  ): Promise<{ path: string; content: Buffer }> {
    const folder = posix.dirname(stem);
    const names = await readdir(join(this.#root, 'content/posts', folder)).catch(() => []);
    const candidates = names.filter((name) => stemOf(name) === posix.basename(stem));
    for (const name of candidates) {
      const file = `${folder}/${name}`;
      const content = await readFile(join(this.#root, 'content/posts', file));
      if (hashOf(content) !== hash) continue;
      const original = await readOriginal(this.#root, file);
      const offered = original ? variantsOf(original, this.#base) : [];
      if (offered.some(({ href }) => href === address)) {
        return { path: `content/posts/${file}`, content };
      }
    }
    const path = `content/posts/${stem}.*`;
    throw new Error(
      candidates.length === 0
        ? `${path}: There is no such picture.`
        : `${path}: The picture is not the one that ${address} stands for. Build again.`,
    );
  }
}

function nameFor({ stem, hash, width, format }: VariantAddress): string {
  return `${stem}.${hash}${width ? `-${width}` : ''}.${format}`;
}

function drawing(content: Buffer, path: string): string {
  const { svg, faults } = cleanSvg(content.toString('utf8'));
  if (faults.length > 0) {
    throw new Error(`${path}: The drawing holds ${faults.join(', ')}. Save it as a plain SVG.`);
  }
  return svg;
}

async function pixels(
  content: Buffer,
  { width, format }: VariantAddress,
  path: string,
): Promise<Buffer> {
  const picture = sharp(content).autoOrient().resize({ width: width!, withoutEnlargement: true });
  try {
    switch (format) {
      case 'avif':
        return await picture.avif({ quality: 55, effort: 4 }).toBuffer();
      case 'webp':
        return await picture.webp({ quality: 78, effort: 5 }).toBuffer();
      case 'png':
        return await picture.png({ compressionLevel: 9, effort: 8, palette: false }).toBuffer();
      default:
        return await picture
          .flatten({ background: '#fff' })
          .jpeg({ quality: 78, mozjpeg: true })
          .toBuffer();
    }
  } catch (error) {
    throw new Error(`${path}: This picture cannot be read. Save it again as JPEG or PNG.`, {
      cause: error,
    });
  }
}
