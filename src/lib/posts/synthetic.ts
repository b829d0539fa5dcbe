/**
 * Posts for benchmarks, made of paragraphs of real articles: the same words, headings, tables and
 * notes that the build meets in life. The same input gives the same posts.
 */

/** A synthetic post has at least so many words, its notes included. */
const TARGET_WORDS = 1500;

export interface SyntheticPost {
  slug: string;
  /** A whole Markdown file with front matter. */
  source: string;
}

/**
 * `count` posts from the Markdown files `articles`. Each takes the front matter of one of them,
 * with its own title and day, and sections of all in an order of its own. Notes go with the article
 * that defines them, and each post ends with the paragraph `ending`. Links to other posts and
 * sections lead to the archive, since those are gone.
 */
export function syntheticPosts(articles: string[], count: number, ending: string): SyntheticPost[] {
  const parts = articles.map(split);
  const notes = new Map(parts.flatMap(({ notes }) => notes));
  const sections = parts.flatMap(({ sections }) => sections);
  return Array.from({ length: count }, (_, index) => {
    const random = generator(index + 1);
    const { matter } = parts[index % parts.length]!;
    const chosen: string[] = [];
    const cited = new Set<string>();
    for (let words = 0; words < TARGET_WORDS;) {
      const section = sections[Math.floor(random() * sections.length)]!;
      chosen.push(section.replace(/^(## .*)$/m, `$1, part ${chosen.length + 1}`));
      const ids = section.matchAll(/\[\^([^\]]+)\]/g).map(([, id]) => id!);
      const added = [...new Set(ids)].filter((id) => notes.has(id) && !cited.has(id));
      for (const id of added) cited.add(id);
      words += wordsOf(section, ...added.map((id) => notes.get(id)!));
    }
    const body = [...chosen, ending].join('\n\n');
    const day = new Date(Date.UTC(2016, 0, 1 + (index % 3800))).toISOString().slice(0, 10);
    const title = `Synthetic post ${index + 1}`;
    return {
      slug: `synthetic-${index + 1}`,
      source: [
        '---',
        `title: ${title}`,
        'description: Made of sections of other articles.',
        ...matter,
        'sensitive: [suicide, abuse, substances]',
        `published: ${day}`,
        '---',
        '',
        body,
        '',
        ...[...cited].map((id) => notes.get(id)!),
        '',
      ].join('\n'),
    };
  });
}

function wordsOf(...texts: string[]): number {
  return texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
}

function split(article: string): {
  matter: string[];
  sections: string[];
  notes: [string, string][];
} {
  const [, front = '', text = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(article) ?? [];
  const keep = /^(authors|topics|kind|evidence|disclosure):/;
  const matter = front.split(/\n(?=\w)/).filter((field) => keep.test(field));
  const notes = [...text.matchAll(/^\[\^([^\]]+)\]: .*(?:\n {2,}.*)*/gm)].map(
    ([note, id]) => [id!, note] as [string, string],
  );
  const prose = withoutPostLinks(text.replace(/^\[\^[^\]]+\]: .*(?:\n {2,}.*)*\n?/gm, ''));
  return { matter, sections: prose.split(/\n(?=## )/).filter((s) => s.startsWith('## ')), notes };
}

/** Links to posts and sections lead to the archive instead. */
export function withoutPostLinks(text: string): string {
  return text.replace(/\]\((?:\/posts\/|#)[^)]*\)/g, '](/archive/)');
}

/** Mulberry32, a small seeded generator of numbers from 0 to 1 (Tommy Ettinger, 2017, public domain). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
