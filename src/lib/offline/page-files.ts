/** A tag with its attributes as text. The pages are our own, so their attributes stand in quotes. */
const TAG = /<(link|script|img|source)\b([^>]*)>/g;
/** Kinds of links to what a page needs to look right. */
const NEEDED = /\b(?:stylesheet|icon|apple-touch-icon|manifest|preload)\b/;
/** Of several sizes of a picture the largest up to this many pixels is kept. */
const WIDEST = 1600;

/**
 * The files of our own that a page needs to look right and to work: styles, scripts, fonts, icons,
 * and of each picture one size. Paths as they stand in the page, each once; other sites' are left
 * out.
 */
export function pageFiles(html: string): string[] {
  const found = new Set<string>();
  // Of a picture in several forms a browser takes the first that it knows.
  const plain = html.replace(/<picture\b.*?<\/picture>/gs, (picture) => {
    const source = /<source\b[^>]*>/.exec(picture)?.[0] ?? /<img\b[^>]*>/.exec(picture)![0];
    return source;
  });
  for (const [, name, attributes] of plain.matchAll(TAG)) {
    const value = (attribute: string) =>
      new RegExp(`\\s${attribute}="([^"]*)"`).exec(attributes!)?.[1]?.replaceAll('&amp;', '&');
    const candidates = value('srcset');
    if (name === 'link') {
      if (NEEDED.test(value('rel') ?? '')) found.add(value('href') ?? '');
    } else if (candidates) found.add(bestOf(candidates));
    else found.add(value('src') ?? '');
  }
  return [...found].filter((path) => /^\/(?!\/)/.test(path));
}

function bestOf(candidates: string): string {
  const sizes = candidates.split(',').map((one) => {
    const [path, width] = one.trim().split(/\s+/);
    return { path: path!, width: parseInt(width ?? '0', 10) };
  });
  const fitting = sizes.filter(({ width }) => width <= WIDEST);
  return (fitting.length > 0 ? fitting : sizes).reduce((best, one) =>
    one.width > best.width ? one : best,
  ).path;
}

/** The files that a style sheet or a script at `path` names: fonts, pictures, other scripts. */
export function filesWithin(text: string, path: string): string[] {
  const named = path.endsWith('.css')
    ? text.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)
    : path.endsWith('.js')
      ? text.matchAll(/\b(?:from|import)\s*\(?\s*["'`](\.[^"'`]+)["'`]/g)
      : [];
  const found = [...named].map(([, target]) => new URL(target!, `https://ours.invalid${path}`));
  const ours = found.filter(({ hostname }) => hostname === 'ours.invalid');
  return [...new Set(ours.map(({ pathname }) => pathname))];
}
