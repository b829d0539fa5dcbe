import { readFile } from 'node:fs/promises';
import { getCollection, getEntry, type CollectionEntry, type CollectionKey } from 'astro:content';
import type { Source } from '../../lib/evidence/source-words.ts';
import { interfaceFor, type Interface } from '../../lib/interface/interface.ts';
import { buildLibrary, type Library } from '../../lib/posts/library.ts';
import { pageKey } from '../../lib/posts/page-key.ts';
import type { PostView } from '../../lib/posts/views.ts';
import { pipelineFingerprint } from '../../markdown/fingerprint.ts';
import { createImageLookup } from '../../markdown/images/info.ts';
import { renderMarkdown } from '../../markdown/pipeline.ts';
import type { GlossaryTerm, RenderContext, RenderedMarkdown } from '../../markdown/types.ts';
import { NONE } from './empty.ts';
import { readLook, type Look } from '../reading/look.ts';
import { today } from '../reading/today.ts';

/**
 * The content collections as the pages want them. Loaded once a build; in `npm run dev` Astro loads
 * this module again whenever a file of `content/` changes.
 */

let library: Promise<Library> | undefined;

/** Everything the site shows. */
export function loadLibrary(): Promise<Library> {
  library ??= build();
  return library;
}

let look: Promise<Look> | undefined;

/** The files of the owner's look, by their names below `/look/`. */
export async function lookFiles(): Promise<Look['files']> {
  await loadLibrary();
  return (await look!).files;
}

async function build(): Promise<Library> {
  const [posts, people, comments, sources, site] = await Promise.all([
    dataOf('posts'),
    dataOf('people'),
    dataOf('comments'),
    sourcesByKey(),
    getEntry('site', 'site'),
  ]);
  if (!site) throw new Error('content/site.yaml is missing. Run `npm run check`.');
  look ??= readLook(process.cwd(), site.data.look, site.data.base);
  return buildLibrary({
    site: site.data,
    look: (await look).view,
    posts,
    people,
    comments,
    sources: [...sources.values()],
    today: today(),
    unpublished: process.env['UNPUBLISHED'] === 'show',
  });
}

/** What a collection holds; nothing where it is empty. */
async function dataOf<Name extends CollectionKey>(
  name: Name,
): Promise<CollectionEntry<Name>['data'][]> {
  const all = await getCollection(name);
  return all.filter(({ id }) => id !== NONE).map(({ data }) => data);
}

let shownWith: Promise<Omit<RenderContext, 't'>> | undefined;

function sharedContext(): Promise<Omit<RenderContext, 't'>> {
  shownWith ??= (async () => {
    const { site } = await loadLibrary();
    const glossary: GlossaryTerm[] = await dataOf('glossary');
    const sources = await sourcesByKey();
    const image = createImageLookup({ root: process.cwd(), base: site.base });
    return { glossary, sources, base: site.base, address: site.address, image };
  })();
  return shownWith;
}

const contexts = new Map<Interface, RenderContext>();

/** For a file in `language`, or in that of the site. */
async function renderContext(language: string | undefined): Promise<RenderContext> {
  const { site } = await loadLibrary();
  const t = interfaceFor(language ?? site.language, site.language);
  const context = contexts.get(t) ?? { ...(await sharedContext()), t };
  contexts.set(t, context);
  return context;
}

/** Articles kept for the feeds that hold them too; more would only fill the memory. */
const KEPT = 200;
const rendered = new Map<string, Promise<RenderedMarkdown>>();

/**
 * The article of a post, through the one pipeline. Throws when it comes out empty: an article
 * without text must stop the build, not be published.
 */
export function renderPost(slug: string): Promise<RenderedMarkdown> {
  return render('posts', slug);
}

/** The text of a page of `content/pages`. Throws like `renderPost`. */
export function renderPage(slug: string): Promise<RenderedMarkdown> {
  return render('pages', slug);
}

function render(collection: 'posts' | 'pages', slug: string): Promise<RenderedMarkdown> {
  const id = `${collection}/${slug}`;
  const known = rendered.get(id);
  if (known) return known;
  const result = (async () => {
    const entry = await getEntry(collection, slug);
    const path = entry?.filePath;
    if (!path) throw new Error(`There is no ${id} in content/.`);
    const article = await renderMarkdown(
      { path, source: await readFile(path, 'utf8') },
      await renderContext('language' in entry.data ? entry.data.language : undefined),
    );
    if (article.text.trim() === '') throw new Error(`${path} renders to nothing.`);
    return article;
  })();
  rendered.set(id, result);
  if (rendered.size > KEPT) rendered.delete(rendered.keys().next().value!);
  return result;
}

/**
 * The key of a page that shows `view` (and the site around it) and, where `articles` are named, the
 * rendered text of those posts. See `lib/posts/page-key.ts`.
 */
export async function keyOf(
  view: Record<string, unknown>,
  articles: Pick<PostView, 'slug'>[] = [],
): Promise<string> {
  const { site, rendering } = await sharedKeys();
  if (articles.length === 0) return pageKey({ site, view });
  const sources = await sourcesByKey();
  const shown = await Promise.all(
    articles.map(async ({ slug }) => {
      const { digest, cites } = (await getEntry('posts', slug))!.data;
      return [digest, ...cites.map((key) => sourceDigest(sources.get(key)!))];
    }),
  );
  return pageKey({ site, view, shown, rendering });
}

let sources: Promise<Map<string, Source>> | undefined;

function sourcesByKey(): Promise<Map<string, Source>> {
  sources ??= dataOf('sources').then(
    (all) => new Map(all.map((data) => [data.key, data as Source])),
  );
  return sources;
}

const sourceDigests = new Map<Source, string>();

function sourceDigest(source: Source): string {
  let digest = sourceDigests.get(source);
  if (digest === undefined) sourceDigests.set(source, (digest = pageKey({ source })));
  return digest;
}

let shared: Promise<{ site: string; rendering: string }> | undefined;

/** The parts of keys that all pages, and all articles, have in common. */
function sharedKeys() {
  shared ??= (async () => {
    const { site } = await loadLibrary();
    const { glossary, base, address } = await sharedContext();
    const pipeline = pipelineFingerprint(process.cwd());
    // A page names its scripts, and a script gets another name when anything that it imports changes.
    const scripts = pipelineFingerprint(process.cwd(), ['src/client', 'src/lib']);
    return {
      site: pageKey({ site, scripts }),
      rendering: pageKey({ glossary, base, address, pipeline }),
    };
  })();
  return shared;
}
