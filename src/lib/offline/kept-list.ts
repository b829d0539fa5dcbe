/** An article on the reader's device. */
export interface KeptArticle {
  /** Path of its page, base included. */
  path: string;
  title: string;
  /** Day on which it was kept, `2026-11-23`. */
  on: string;
  /** Paths of what it needs to look right. */
  files: string[];
  /** Bytes of the page and its files. */
  size: number;
  /** Kept because it was read, and gives way to what is read later. */
  recent?: boolean;
}

/** Articles that were read are kept up to this number. */
export const MOST_RECENT = 20;

/** The list with an article more, the newest first. What the reader kept stays kept when it is read. */
export function withArticle(list: KeptArticle[], article: KeptArticle): KeptArticle[] {
  const before = list.find(({ path }) => path === article.path);
  const chosen = before && !before.recent ? { ...article, recent: false } : article;
  const all = [chosen, ...list.filter(({ path }) => path !== article.path)];
  const late = all.filter(({ recent }) => recent).slice(MOST_RECENT);
  return all.filter((one) => !late.includes(one));
}

/** Paths in the first list, pages and their files, that nothing in the second one needs. */
export function unused(before: KeptArticle[], after: KeptArticle[]): string[] {
  const needed = new Set(after.flatMap(({ path, files }) => [path, ...files]));
  const all = before.flatMap(({ path, files }) => [path, ...files]);
  return [...new Set(all)].filter((path) => !needed.has(path));
}

/** The list as a file that readers can take to another device. */
export function exportList(list: KeptArticle[], site: string): string {
  const articles = list.map(({ path, title }) => ({ path, title }));
  return `${JSON.stringify({ site, articles }, null, 2)}\n`;
}

/**
 * The articles in an exported file. Whatever is not the address of an article below `base` is left
 * out; a title is text and nothing else. Throws a RangeError when it is no such file, whose message
 * is the name of what to say: `notJson` or `notList`.
 */
export function importList(text: string, base: string): { path: string; title: string }[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RangeError('notJson');
  }
  const articles = (value as { articles?: unknown } | null)?.articles;
  if (!Array.isArray(articles)) throw new RangeError('notList');
  return articles.flatMap((one: unknown) => {
    const { path, title } = (one ?? {}) as { path?: unknown; title?: unknown };
    if (typeof path !== 'string' || !isArticle(path, base)) return [];
    return [{ path, title: typeof title === 'string' ? title : path }];
  });
}

/** True for the path of an article's page. */
export function isArticle(path: string, base: string): boolean {
  return path.startsWith(base) && /^posts\/[a-z0-9-]+\/$/.test(path.slice(base.length));
}

/** Bytes as readers say them: `24 KB`, `5.7 MB`; `5,7 MB` in German. */
export function sizeText(bytes: number, language: string): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} KB`;
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return `${(bytes / 1_000_000).toLocaleString(language, digits)} MB`;
}
