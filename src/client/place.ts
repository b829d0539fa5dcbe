/** The folder of the site, with a slash at its end, as its manifest says. */
export const base = new URL(
  '.',
  document.querySelector<HTMLLinkElement>('link[rel=manifest]')!.href,
).pathname;
