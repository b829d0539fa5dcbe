/** What the build hands to the worker, written before its code. */
export interface Shell {
  /** The folder of the site, with a slash at its end. */
  base: string;
  /** Path from the base to a hash of what is in the file. */
  files: Record<string, string>;
  /** Bytes of the whole search index. */
  packs: number;
  /** The beginning of the SHA-256 of the table of its parts: another one is another version's. */
  table: string;
}
