import type { Root as HastRoot } from 'hast';
import type { Root as MdastRoot } from 'mdast';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import type { Interface } from '../lib/interface/interface.ts';
import type { Source } from '../lib/evidence/source-words.ts';

/** A file of the author's: its path relative to the project and its whole text. */
export interface MarkdownFile {
  /** e.g. `content/posts/omega-3/index.md`; the ending decides between Markdown and MDX. */
  path: string;
  /** The whole file, front matter included. */
  source: string;
}

export interface ParsedMarkdown {
  /** Positions are those of the file on disk, in `.md` and `.mdx` alike. */
  tree: MdastRoot;
  diagnostics: Diagnostic[];
}

export interface Heading {
  depth: number;
  id: string;
  text: string;
}

export interface GlossaryTerm {
  term: string;
  abbreviation?: string;
  meaning: string;
  synonyms: string[];
}

/** One size of a picture that the built site offers. */
export interface ImageVariant {
  width: number;
  format: 'avif' | 'webp' | 'jpg' | 'png' | 'svg';
  /** Address in the site, base included. */
  href: string;
}

export interface ImageInfo {
  /** Intrinsic size in CSS pixels, after EXIF rotation. */
  width: number;
  height: number;
  variants: ImageVariant[];
}

/** What rendering needs from outside the file. */
export interface RenderContext {
  glossary: GlossaryTerm[];
  /** What can be cited, by key. */
  sources: Map<string, Source>;
  /** `/` or `/sub/`. */
  base: string;
  /** In the language of the file. */
  t: Interface;
  /** Origin of the site, to tell its own absolute links from others'. */
  address: string;
  /** Looks up a picture named in the file at `fromFile`; undefined when there is none. */
  image(src: string, fromFile: string): Promise<ImageInfo | undefined>;
}

export interface RenderedMarkdown {
  html: string;
  hast: HastRoot;
  headings: Heading[];
  /** Plain text of the prose (headings, paragraphs, lists, tables, captions), notes and code left out. */
  text: string;
  /** Number of footnotes. */
  notes: number;
  /** Keys of the sources cited, in the order of the list. */
  cited: string[];
}
