import type { BundleEntry } from '../search/bundle-files.ts';
import type { Added } from '../search/loaded-index.ts';

/** A file of the search index with its size in bytes. Its path is within `pagefind/`. */
export type PackedFile = [path: string, size: number];

/** Files joined into one, in this order. */
export interface Part {
  /** Its name within `packs/parts/`, with a hash of what is in it. */
  file: string;
  files: PackedFile[];
}

/**
 * The whole search index in a few files: what ranks pages, and what is shown of them. Together they
 * answer every query, so that none of the requests of a search depends on what was typed.
 */
export interface PackTable {
  version: typeof VERSION;
  entry: BundleEntry;
  added: Added;
  parts: Part[];
}

/** Of the form of the table: raised with every change of it or of what the parts hold. */
export const VERSION = 1;

/**
 * What was read as a table, if it is one of this version. Throws an Error where it is of another, or
 * none at all.
 */
export function readTable(json: PackTable): PackTable {
  if (json.version !== VERSION) throw new Error(TABLE);
  return json;
}

/** Where the table lies, from the base. */
export const TABLE = 'packs/table.json';

/** A part is closed at the first boundary from here on, and at the latest there. In bytes. */
const SMALL = 192 * 1024;
const LARGE = 1024 * 1024;
/** One in so many files is a boundary. */
const BOUNDARY = 16;

/**
 * Cuts files into parts. Where to cut is decided by the names of the files, which hold a hash of
 * what is in them: so one changed file changes the part that holds it, and no other (content-defined
 * chunking, as in Muthitacharoen and others, LBFS, 2001).
 */
export function cut(files: PackedFile[]): PackedFile[][] {
  const parts: PackedFile[][] = [];
  let size = 0;
  let open = false;
  for (const file of files) {
    if (!open) parts.push([]);
    open = true;
    parts.at(-1)!.push(file);
    size += file[1];
    const boundary = checksum(file[0]) % BOUNDARY === 0;
    if (size >= LARGE || (size >= SMALL && boundary)) {
      open = false;
      size = 0;
    }
  }
  return parts;
}

/** FNV-1a (Fowler, Noll and Vo), 32 bits. */
function checksum(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return hash;
}

/** Size of a part in bytes. */
export function sizeOf({ files }: Part): number {
  return files.reduce((sum, [, size]) => sum + size, 0);
}

/** Size of all parts in bytes. */
export function totalSize({ parts }: PackTable): number {
  return parts.reduce((sum, part) => sum + sizeOf(part), 0);
}

/** Where a file lies: in which part, and from which byte on. */
export interface Place {
  part: string;
  start: number;
  size: number;
}

/** Where each file of these parts lies, by its path. */
export function placesOf(parts: Part[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const { file, files } of parts) {
    let start = 0;
    for (const [path, size] of files) {
      places.set(path, { part: file, start, size });
      start += size;
    }
  }
  return places;
}
