import type { Interface } from '../interface/interface.ts';
import type { PostSummary, SiteView } from '../posts/views.ts';

const LINE = '\r\n';

/**
 * The `mailto:` address that begins a comment on `post`. The subject names the post by its slug, so
 * that a letter can be filed without guessing; the body asks for what an editor needs to know.
 * Line ends are CR LF, as RFC 6068 wants them.
 */
export function commentLetter(
  { email }: Pick<SiteView, 'email'>,
  { slug, title }: Pick<PostSummary, 'slug' | 'title'>,
  { words: { article } }: Interface,
): string {
  const subject = `[c:${slug}] ${title}`;
  const body = [
    `${article.letterName} `,
    `${article.letterMay} `,
    '',
    article.letterBelow,
    '----------------------------------------',
    '',
  ].join(LINE);
  return `mailto:${encodeURI(email)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
