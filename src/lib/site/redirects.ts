/**
 * Old addresses of posts. Each is a real page that leads on by itself (`Redirect.astro`), so that it
 * works on any host, and hosts that can do better are configured in their own files.
 */
export interface Redirect {
  /** Path with the base and a slash at the end. */
  from: string;
  to: string;
}

/**
 * Reads the redirect out of a built page at `from`: the address that its
 * `<meta http-equiv="refresh">` names. `undefined` when the page is an ordinary one. `html` may be
 * the beginning of the page only, as long as it holds the head.
 */
export function redirectIn(html: string, from: string): Redirect | undefined {
  const tag = /<meta\b[^>]*\bhttp-equiv=["']?refresh\b[^>]*>/i.exec(html)?.[0];
  const to = tag && /\bcontent="0;\s*url=([^"]+)"/i.exec(tag)?.[1];
  return to ? { from, to: to.replaceAll('&amp;', '&') } : undefined;
}
