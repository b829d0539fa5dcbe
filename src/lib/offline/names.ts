/**
 * Names of the browser's caches. Another publication may lie on the same origin below another
 * folder, so the site's folder is part of them.
 */
export const cacheNames = (base: string) => ({
  /** What is always there: home, search, help, and what they need. */
  shell: `wellsourced ${base} shell`,
  /** Articles, each with what it needs. */
  kept: `wellsourced ${base} kept`,
  /** The search index. */
  packs: `wellsourced ${base} packs`,
});

/** An index up to this size is fetched without asking. In bytes. */
export const PACKS_WITHOUT_ASKING = 6_000_000;
