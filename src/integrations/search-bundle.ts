import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { addedFiles, type IndexedLanguage } from '../lib/search/added.ts';
import {
  chunkFile,
  entryFiles,
  fragmentFile,
  indexFiles,
  mayBeMixed,
  metaFile,
  type BundleEntry,
} from '../lib/search/bundle-files.ts';
import {
  decodeChunk,
  decodeFragment,
  decodeMeta,
  type Postings,
} from '../lib/search/index-format.ts';
import { searchLanguage } from '../lib/search/languages.ts';
import { ADDED_FILE, type SearchGlossary } from '../lib/search/loaded-index.ts';
import { indexablePart, indexesOf, inOrder, type IndexablePage } from '../lib/search/indexable.ts';
import { pipelineFingerprint } from '../markdown/fingerprint.ts';
import { htmlFiles } from './html-files.ts';

/** Postings in one file of the index. Pagefind's own 20,000 are made for searches of one word. */
process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = '4000';

/** Reads the built site at `dist`, and the second time only what was written since the first. */
export class BuiltPages {
  readonly #dist: string;
  readonly #seen = new Map<string, { stamp: string; html: string | undefined }>();

  constructor(dist: string) {
    this.#dist = dist;
  }

  /** The indexable pages, in the order of the index. */
  read(): IndexablePage[] {
    if (!existsSync(this.#dist)) return [];
    const pages = htmlFiles(this.#dist).flatMap((file) => {
      const html = this.#part(join(this.#dist, file));
      return html === undefined ? [] : [{ path: file, html }];
    });
    return pages.length > 0 ? inOrder(pages) : this.#helpAlone();
  }

  /** A publication without an article yet: an index needs a page, and help is always to be found. */
  #helpAlone(): IndexablePage[] {
    // With articles, an index without them is a fault of the code: it must stop the build.
    if (htmlFiles(join(this.#dist, 'posts')).length > 0) return [];
    const path = 'help/index.html';
    if (!existsSync(join(this.#dist, path))) return [];
    const html = readFileSync(join(this.#dist, path), 'utf8');
    const part = indexablePart(html.replace(/<main\b/, '<main data-pagefind-body'));
    return part === undefined ? [] : [{ path, html: part }];
  }

  #part(file: string): string | undefined {
    const { mtimeNs, size } = statSync(file, { bigint: true });
    const stamp = `${mtimeNs} ${size}`;
    const seen = this.#seen.get(file);
    if (seen?.stamp === stamp) return seen.html;
    const html = indexablePart(readFileSync(file, 'utf8'));
    this.#seen.set(file, { stamp, html });
    return html;
  }
}

/** What an index of these pages depends on, as one hash: the pages, the code, and all packages. */
export function indexDigest(pages: IndexablePage[]): string {
  const code = pipelineFingerprint(process.cwd(), ['src/lib/search', 'src/integrations']);
  const hash = createHash('sha256').update(code);
  for (const { path, html } of pages) hash.update(`\0${path}\0${html}`);
  return hash.digest('hex');
}

/**
 * One run of Pagefind over pages in a fixed order. The same pages give the same bytes: Pagefind
 * numbers pages as they come, so they are handed over one by one and not as a folder, which it
 * would read in the order of the file system.
 */
export class Indexing {
  readonly #pages = new Map<string, string>();
  readonly #index: Promise<PagefindIndex>;
  #added: Promise<void> = Promise.resolve();

  constructor(pages: IndexablePage[]) {
    this.#index = createIndex().then(({ errors, index }) => {
      if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
      return index;
    });
    // `update` or `write` waits for these and passes an error on.
    this.#index.catch(() => {});
    this.#add(pages);
  }

  /**
   * Brings the run to `pages`: what differs is handed over again, and takes its old place. False
   * when that cannot be done, because a page is gone or a new one does not come last.
   */
  update(pages: IndexablePage[]): boolean {
    const before = [...this.#pages.keys()];
    if (before.some((path, number) => pages[number]?.path !== path)) return false;
    this.#add(pages.filter(({ path, html }) => this.#pages.get(path) !== html));
    return true;
  }

  #add(pages: IndexablePage[]) {
    for (const { path, html } of pages) this.#pages.set(path, html);
    const before = this.#added;
    this.#added = this.#index.then(async (index) => {
      const answers = pages.map(async ({ path, html }) => {
        const { errors, file } = await index.addHTMLFile({ sourcePath: path, content: html });
        if (errors.length > 0) throw new Error(`Pagefind on ${path}: ${errors.join('; ')}`);
        if (!file) throw new Error(`Pagefind did not answer for ${path}.`);
      });
      await Promise.all([before, ...answers]);
    });
    this.#added.catch(() => {});
  }

  /**
   * Writes the bundle into the folder `bundle`. What lies there must be a whole bundle or nothing;
   * its files that are still right are kept, which saves Pagefind compressing them.
   */
  async write(bundle: string, glossary: SearchGlossary): Promise<void> {
    const index = await this.#index;
    await this.#added;
    const before = await describedFiles(bundle);
    await this.#writeFiles(index, bundle);
    let files = await describedFiles(bundle);
    if (mayBeMixed(before, files)) {
      await rm(bundle, { recursive: true });
      await this.#writeFiles(index, bundle);
      files = await describedFiles(bundle);
    }
    const added = await addTo(bundle, glossary, indexesOf([...this.#pages.values()]));
    const wanted = [...entryFiles(await readEntry(bundle)), ...files.keys(), ...added];
    await keepOnly(bundle, new Set(wanted));
  }

  async #writeFiles(index: PagefindIndex, bundle: string): Promise<void> {
    const { errors } = await index.writeFiles({ outputPath: bundle });
    if (errors.length > 0) throw new Error(`Pagefind could not write: ${errors.join('; ')}`);
    const { languages } = await readEntry(bundle);
    const found = Object.values(languages).reduce((sum, { page_count }) => sum + page_count, 0);
    if (found !== this.#pages.size) {
      throw new Error(
        `Pagefind indexed ${found} of ${this.#pages.size} pages: is one without words?`,
      );
    }
  }

  /** Ends Pagefind, also in the middle of its work. */
  async close(): Promise<void> {
    await close();
  }
}

async function readEntry(bundle: string): Promise<BundleEntry> {
  return JSON.parse(await readFile(join(bundle, 'pagefind-entry.json'), 'utf8'));
}

/** Adds what the planner needs beside Pagefind's index. Returns the paths. */
async function addTo(bundle: string, glossary: SearchGlossary, order: string[]): Promise<string[]> {
  const unpacked = async (path: string) => gunzipSync(await readFile(join(bundle, path)));
  const languages: IndexedLanguage[] = [];
  for (const [language, { hash }] of Object.entries((await readEntry(bundle)).languages)) {
    const { pages, chunks } = decodeMeta(await unpacked(metaFile(hash)));
    const terms = new Map<string, Postings>();
    for (const chunk of chunks) {
      const decoded = decodeChunk(await unpacked(chunkFile(chunk.hash)));
      for (const term of decoded.terms) terms.set(term, decoded.postings(term)!);
    }
    const texts: string[] = [];
    for (const page of pages) {
      texts.push(decodeFragment(await unpacked(fragmentFile(page.hash))).content);
    }
    const { stem } = await searchLanguage(language);
    languages.push({ language, pages: pages.length, terms, texts, stem });
  }
  const files = addedFiles(languages, glossary, order, ADDED_FILE);
  await mkdir(join(bundle, 'added'), { recursive: true });
  for (const [path, bytes] of files) {
    await writeFile(join(bundle, path), path.endsWith('.json') ? bytes : gzipSync(bytes));
  }
  return [...files.keys()];
}

/** The hashed files that the bundle's own description names; none where there is no bundle. */
async function describedFiles(bundle: string): Promise<Map<string, string>> {
  if (!existsSync(join(bundle, 'pagefind-entry.json'))) return new Map();
  const files = new Map<string, string>();
  for (const { hash } of Object.values((await readEntry(bundle)).languages)) {
    const meta = gunzipSync(await readFile(join(bundle, metaFile(hash))));
    for (const [file, holds] of indexFiles(meta)) files.set(file, `${hash.split('_')[0]} ${holds}`);
  }
  return files;
}

/** Removes every other file: interfaces that are not used, and what an older index left. */
async function keepOnly(bundle: string, wanted: Set<string>): Promise<void> {
  const there = await filesOf(bundle);
  const missing = [...wanted].filter((file) => !there.includes(file));
  if (missing.length > 0) throw new Error(`Pagefind did not write ${missing.join(', ')}.`);
  for (const file of there) if (!wanted.has(file)) await rm(join(bundle, file));
}

async function filesOf(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((file) => file.split(sep).join('/'))
    .sort();
}

/**
 * A bundle kept from build to build in the folder `cache`, with the digest of what it was made
 * from. The digest is taken away before anything is written and put down last, so a build that was
 * broken off leaves nothing that a later one would trust.
 */
export class KeptBundle {
  readonly #bundle: string;
  readonly #note: string;

  constructor(cache: string) {
    this.#bundle = join(cache, 'bundle');
    this.#note = join(cache, 'digest');
  }

  /** What the kept bundle was made from; empty when there is none. */
  get digest(): string {
    return existsSync(this.#note) ? readFileSync(this.#note, 'utf8') : '';
  }

  /** Lets `indexing` write; with `afresh` nothing of the old bundle is used. */
  async write(
    indexing: Indexing,
    glossary: SearchGlossary,
    digest: string,
    afresh: boolean,
  ): Promise<void> {
    const trusted = this.digest !== '' && !afresh;
    await rm(this.#note, { force: true });
    if (!trusted) await rm(this.#bundle, { recursive: true, force: true });
    await mkdir(this.#bundle, { recursive: true });
    await indexing.write(this.#bundle, glossary);
    await writeFile(this.#note, digest);
  }

  /** Makes the folder `target` equal to the kept bundle. */
  async copyTo(target: string): Promise<void> {
    const wanted = await filesOf(this.#bundle);
    const kept = new Set(wanted);
    for (const file of await filesOf(target)) if (!kept.has(file)) await rm(join(target, file));
    for (const folder of new Set(wanted.map((file) => dirname(file)))) {
      await mkdir(join(target, folder), { recursive: true });
    }
    for (const file of wanted) {
      const [from, to] = [join(this.#bundle, file), join(target, file)];
      // In folders every name is a hash of the content.
      const same = file.includes('/') && sizeOf(to) === sizeOf(from);
      if (!same) await copyFile(from, to);
    }
  }
}

function sizeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size;
}
