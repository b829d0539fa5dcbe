import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../text/did-you-mean.ts';

/** The files and rooms of `content/`, and what a file of each room is called. */
const FILES = ['site.yaml', 'glossary.yaml', 'vocabulary.yaml'];
const ROOMS: Record<string, { pattern: RegExp; name: string }> = {
  posts: { pattern: /^[^/]+\/[^/]+$/, name: 'content/posts/<address>/index.md' },
  pages: { pattern: /^[^/]+\.mdx?$/, name: 'content/pages/<address>.md' },
  people: { pattern: /^[^/]+\.ya?ml$/, name: 'content/people/<id>.yaml' },
  look: { pattern: /^[^/]+$/, name: 'content/look/<logo or font>' },
  sources: { pattern: /^[^/]+\.ya?ml$/, name: 'content/sources/<key>.yaml' },
  comments: {
    pattern: /^[^/]+\/[^/]+\.ya?ml$/,
    name: 'content/comments/<address of the article>/<id>.yaml',
  },
};

/**
 * Files that nothing would look at, so that what an author has written is not left out in silence.
 * `files` are paths below `content/`, with `/`. Hidden files and a README are nobody's fault.
 */
export function misplacedFiles(files: string[]): Diagnostic[] {
  const articles = new Set(
    files.flatMap((file) => /^posts\/([^/]+)\/index\.mdx?$/.exec(file)?.[1] ?? []),
  );
  return files.flatMap((file) => {
    if (file.split('/').some((part) => part.startsWith('.') || /^readme\b/i.test(part))) return [];
    const [room = '', ...rest] = file.split('/');
    const fault = (found: string, expected: string, fix: string) => [
      diagnose('file/place', `content/${file}`, { line: 1, column: 1 }, { found, expected, fix }),
    ];
    if (rest.length === 0) {
      if (FILES.includes(file)) return [];
      const known = [...FILES, ...Object.keys(ROOMS)];
      const meant = didYouMean(file, known);
      return fault(
        `Nothing looks for content/${file}.`,
        `One of ${known.join(', ')}.`,
        meant ? `Did you mean content/${meant}? Rename it.` : 'Move it out of content/.',
      );
    }
    const kind = ROOMS[room];
    if (!kind) {
      const meant = didYouMean(room, Object.keys(ROOMS));
      return fault(
        `Nothing looks into content/${room}/.`,
        `A folder called ${Object.keys(ROOMS).join(', ')}.`,
        meant ? `Did you mean content/${meant}/? Rename it.` : 'Move it out of content/.',
      );
    }
    const name = rest.join('/');
    if (!kind.pattern.test(name)) {
      const slug = /^([^/]+)\.mdx?$/.exec(name)?.[1];
      return fault(
        `Nothing looks for ${file.split('/').length > 3 ? 'a file so deep' : 'this file'} in content/${room}/.`,
        `${kind.name}${room === 'posts' ? ', with its pictures beside it' : ''}.`,
        room === 'posts' && slug
          ? `Move it to content/posts/${slug}/index.md.`
          : 'Move or rename it.',
      );
    }
    const slug = rest[0]!;
    if (room === 'posts' && !articles.has(slug)) {
      // Once a folder.
      if (files.find((other) => other.startsWith(`posts/${slug}/`)) !== file) return [];
      return fault(
        `No article lies in content/posts/${slug}/.`,
        'index.md or index.mdx.',
        'Call the article index.md, or remove the folder.',
      );
    }
    return [];
  });
}
