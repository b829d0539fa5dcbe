import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { z } from 'astro/zod';
import type { Content, Data, PageText, PostText, TextFacts } from '../../lib/check/content.ts';
import { misplacedFiles } from '../../lib/check/file-places.ts';
import { diagnose } from '../../lib/diagnostics/diagnose.ts';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.ts';
import { readFrontMatter } from '../../lib/frontmatter/front-matter.ts';
import { validate } from '../../lib/frontmatter/validate.ts';
import { readYaml } from '../../lib/frontmatter/yaml.ts';
import type { PostRecord } from '../../lib/posts/records.ts';
import { placeFrom } from '../../lib/site/place.ts';
import { parseMarkdown } from '../../markdown/pipeline.ts';
import type { GlossaryTerm, ParsedMarkdown } from '../../markdown/types.ts';
import { commentSchema } from '../../schemas/comment.ts';
import { glossarySchema } from '../../schemas/glossary.ts';
import { pageSchema } from '../../schemas/page.ts';
import { personSchema } from '../../schemas/person.ts';
import { postSchema } from '../../schemas/post.ts';
import { siteSchema } from '../../schemas/site.ts';
import { sourceSchema } from '../../schemas/source.ts';
import { vocabularySchema } from '../../schemas/vocabulary.ts';
import { ArticleChecks } from './evidence.ts';
import { formerSlugs } from './former-slugs.ts';
import { Memory } from './memory.ts';
import { textFacts } from './text-facts.ts';

export type Page = z.infer<typeof pageSchema>;
export type StoredSource = z.infer<typeof sourceSchema> & { key: string; file: string };

/** What is remembered of a Markdown file: its front matter, if it is sound, and its text. */
interface FileFacts {
  front: { data: unknown; diagnostics: Diagnostic[] };
  text: TextFacts;
}

/** `content/` as it stands on disk: what the checks need, and the records of all that is sound. */
export interface Stored extends Content {
  records: {
    posts: (PostRecord & { file: string })[];
    pages: (Page & { slug: string; file: string })[];
    glossary: GlossaryTerm[];
    sources: StoredSource[];
  };
  /** Faults that authors answered in place, with a reason. */
  answered: number;
}

/** Reads all of `content/` below `root`. Never throws for what an author can get wrong. */
export function readContent(root: string): Stored {
  const memory = new Memory<FileFacts>(root, 'facts.json');
  const diagnostics: Diagnostic[] = [];
  const read = (file: string) => readFileSync(join(root, file), 'utf8');

  const yaml = <T extends z.ZodType>(file: string, schema: T): Data<z.infer<T>> | undefined => {
    const source = readYaml(read(file), file);
    const { data, diagnostics: faults } = validate(schema, source, file);
    diagnostics.push(...faults);
    return data === undefined ? undefined : { file, placeOf: source.placeOf, data };
  };
  const each = <T extends z.ZodType>(folder: string, schema: T) =>
    list(root, folder, /\.ya?ml$/).flatMap((name) => {
      const entry = yaml(`${folder}/${name}`, schema);
      return entry ? [{ ...entry, id: name.replace(/\.ya?ml$/, '') }] : [];
    });

  /** A Markdown file. Its front matter is parsed again only to say where a fault stands. */
  const text = <T extends z.ZodType>(file: string, source: string, schema: T) => {
    let tree: ParsedMarkdown | undefined;
    const parsed = () => (tree ??= parseMarkdown({ path: file, source }));
    const { front, text: facts } = memory.recall([file, source], () => ({
      front: validate(schema, readFrontMatter(source, file), file),
      text: textFacts(file, parsed()),
    }));
    diagnostics.push(...front.diagnostics, ...facts.diagnostics);
    const placeOf: PostText['placeOf'] = (path, key) =>
      readFrontMatter(source, file).placeOf(path, key);
    return { data: front.data as z.infer<T> | undefined, placeOf, facts, parsed };
  };

  diagnostics.push(...misplacedFiles(filesBelow(join(root, 'content'))));

  const sources = each('content/sources', sourceSchema).map(({ id, data, ...entry }) => {
    const findings = data.findings?.map((finding, index) => ({
      ...finding,
      ...(finding.figures && {
        figures: finding.figures.map((figure, at) => ({
          ...figure,
          line: entry.placeOf(['findings', index, 'figures', at]).line,
        })),
      }),
    }));
    return {
      ...entry,
      data: { ...data, ...(findings && { findings }), key: id, file: entry.file },
    };
  });
  const optional = <T extends z.ZodType>(file: string, schema: T) =>
    existsSync(join(root, file)) ? yaml(file, schema)?.data : undefined;
  const glossary = optional('content/glossary.yaml', glossarySchema) ?? [];
  const checks = new ArticleChecks(
    root,
    sources.map(({ data }) => data),
    optional('content/vocabulary.yaml', vocabularySchema),
    glossary,
  );

  const site = existsSync(join(root, 'content/site.yaml'))
    ? yaml('content/site.yaml', siteSchema)
    : undefined;

  const posts: PostText[] = [];
  let answered = 0;
  const records: Stored['records'] = {
    posts: [],
    pages: [],
    glossary,
    sources: sources.map(({ data }) => data),
  };
  for (const slug of folders(root, 'content/posts')) {
    const folder = `content/posts/${slug}`;
    const files = list(root, folder, /^[^.]/);
    for (const name of files.filter((name) => /^index\.mdx?$/.test(name))) {
      const file = `${folder}/${name}`;
      const source = read(file);
      const { data: post, placeOf, facts, parsed } = text(file, source, postSchema);
      posts.push({ slug, file, placeOf, facts, post, files });
      if (post) {
        const { words, terms, cites } = facts;
        const language = post.language ?? site?.data.language ?? 'en';
        const front = { ...post, language };
        const evidence = checks.check({ path: file, source }, parsed, front, cites);
        diagnostics.push(...evidence.diagnostics);
        answered += evidence.answered;
        const others = files.filter((other) => other !== name);
        const digest = digestOf(root, source, folder, others);
        const { summary: checked, leans } = evidence;
        records.posts.push({ ...post, slug, file, words, terms, cites, checked, leans, digest });
      }
    }
  }

  const pages: PageText[] = [];
  for (const name of list(root, 'content/pages', /\.mdx?$/)) {
    const file = `content/pages/${name}`;
    const slug = name.replace(/\.mdx?$/, '');
    const source = read(file);
    const { data, placeOf, facts } = text(file, source, pageSchema);
    pages.push({ slug, file, placeOf, facts });
    if (data) records.pages.push({ ...data, slug, file });
  }

  const people = each('content/people', personSchema).map(({ id, data, ...entry }) => ({
    ...entry,
    data: { id, ...data },
  }));
  const comments = folders(root, 'content/comments').flatMap((post) =>
    each(`content/comments/${post}`, commentSchema).map(({ id, data, ...entry }) => ({
      ...entry,
      data: { id, post, ...data },
    })),
  );
  if (!existsSync(join(root, 'content/site.yaml'))) {
    diagnostics.push(
      diagnose(
        'site/missing',
        'content/site.yaml',
        { line: 1, column: 1 },
        {
          found: 'The file is not there.',
          expected: 'The name, address, topics and help lines of the publication.',
          fix: 'Copy it from the demonstration and change it.',
        },
      ),
    );
  }
  memory.save();
  checks.save();
  const stored = {
    site: site && { ...site, data: { ...site.data, ...placeFrom(process.env, site.data) } },
    posts,
    pages,
    people,
    sources,
    comments,
    answered,
    formerSlugs: formerSlugs(root, site?.data.startedFrom),
    diagnostics,
    records,
  };
  last = { root, stored };
  return stored;
}

let last: { root: string; stored: Stored } | undefined;

/** What `readContent` gave this process last, if it was for `root`: for those that come after it. */
export function lastRead(root: string): Stored | undefined {
  return last?.root === root ? last.stored : undefined;
}

/** Names of the files in a folder that match, sorted; none when there is no such folder. */
function list(root: string, folder: string, pattern: RegExp): string[] {
  return entries(root, folder).flatMap((entry) =>
    !entry.isDirectory() && pattern.test(entry.name) ? [entry.name] : [],
  );
}

/** Names of the folders in a folder that are not hidden, sorted; none when there is no such folder. */
function folders(root: string, folder: string): string[] {
  return entries(root, folder).flatMap((entry) =>
    entry.isDirectory() && !entry.name.startsWith('.') ? [entry.name] : [],
  );
}

function entries(root: string, folder: string): Dirent[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Paths of all files below `folder`, from there, with `/`, sorted. */
function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** A digest of the article and of all that lies beside it. */
function digestOf(root: string, source: string, folder: string, others: string[]): string {
  const hash = createHash('sha256').update(source);
  for (const name of others) {
    hash.update(`\0${name}\0`).update(readFileSync(join(root, folder, name)));
  }
  return hash.digest('hex').slice(0, 32);
}
