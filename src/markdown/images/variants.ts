import { posix } from 'node:path';
import { withBase } from '../../lib/address/urls.ts';
import type { ImageVariant } from '../types.ts';

/** Widths in pixels at which pictures are offered, as far as the original is as wide. */
export const WIDTHS = [480, 800, 1200, 1600];

/**
 * Goes into every address, so that browsers that keep a file for a year fetch it again when it is
 * made in another way. Raise it when the settings of `src/integrations/image-files.ts` change.
 */
export const ENCODING = 1;

/** A picture as it lies beside a post. */
export interface Original {
  /** Path of the file in `content/posts`: `omega-3/label.jpg`. */
  file: string;
  /** Intrinsic size in pixels, the right way up. */
  width: number;
  height: number;
  /** 8 hexadecimal digits of the hash of its content. */
  hash: string;
  /** A PNG is made for browsers without AVIF and WebP where JPEG would do harm. */
  fallback: 'jpg' | 'png' | 'svg';
}

/** An address under `/images/`, taken apart. */
export interface VariantAddress {
  /** Folder and name without its ending: `omega-3/label`. */
  stem: string;
  hash: string;
  format: ImageVariant['format'];
  /** Pixels; a drawing (SVG) has none. */
  width?: number;
}

/** The widths at which a picture of `intrinsic` pixels is offered, the smallest first. */
export function widthsFor(intrinsic: number): number[] {
  const widths = WIDTHS.filter((width) => width < intrinsic);
  return [...widths, Math.min(intrinsic, WIDTHS.at(-1)!)].filter(
    (width, index, all) => all.indexOf(width) === index,
  );
}

/** Everything that the site offers of a picture. */
export function variantsOf(original: Original, base: string): ImageVariant[] {
  const { file, hash, fallback, width } = original;
  const stem = stemOf(file);
  if (fallback === 'svg') {
    return [{ width, format: 'svg', href: hrefOf({ stem, hash, format: 'svg' }, base) }];
  }
  return (['avif', 'webp', fallback] as const).flatMap((format) =>
    widthsFor(width).map((wide) => ({
      width: wide,
      format,
      href: hrefOf({ stem, hash, format, width: wide }, base),
    })),
  );
}

/** `omega-3/label.jpg` → `omega-3/label` */
export function stemOf(file: string): string {
  return file.slice(0, file.length - posix.extname(file).length);
}

/** `/images/omega-3/label.0a1b2c3d-800.avif` */
export function hrefOf({ stem, hash, format, width }: VariantAddress, base: string): string {
  const path = stem.split('/').map(encodePart).join('/');
  return withBase(`/images/${path}.${hash}${width ? `-${width}` : ''}.${format}`, base);
}

/** Also the one sign that `encodeURIComponent` leaves and that could end an attribute. */
function encodePart(part: string): string {
  return encodeURIComponent(part).replaceAll("'", '%27');
}

const NAME = String.raw`([^\s"'<>,?#&]+)\.([0-9a-f]{8})(?:-(\d{1,5}))?\.(avif|webp|jpg|png|svg)`;

/** Every address of a variant in the HTML of a page, each once. */
export function variantAddresses(html: string, base: string): Set<string> {
  const prefix = withBase('/images/', base).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new Set(Array.from(html.matchAll(new RegExp(prefix + NAME, 'g')), ([address]) => address));
}

/** Takes an address apart; `undefined` when it is none of ours. */
export function parseAddress(address: string, base: string): VariantAddress | undefined {
  const prefix = withBase('/images/', base);
  if (!address.startsWith(prefix)) return undefined;
  const match = new RegExp(`^${NAME}$`).exec(address.slice(prefix.length));
  if (!match) return undefined;
  const [, path, hash, width, format] = match;
  let stem: string;
  try {
    stem = decodeURIComponent(path!);
  } catch {
    return undefined;
  }
  if (stem.split('/').some((part) => part === '' || part.startsWith('.'))) return undefined;
  return {
    stem,
    hash: hash!,
    format: format as ImageVariant['format'],
    ...(width && { width: Number(width) }),
  };
}
