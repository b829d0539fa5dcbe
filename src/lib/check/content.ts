import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Place } from '../diagnostics/diagnose.ts';
import type { SourceRecord } from '../evidence/source.ts';
import type { Path } from '../frontmatter/yaml.ts';
import type { CommentRecord, PersonRecord, PostRecord, SiteRecord } from '../posts/records.ts';

/** Something in a text and where it stands. */
export type Placed<T> = T & Place;

/** What the checks and the library need to know of a Markdown text, apart from its front matter. */
export interface TextFacts {
  /** Faults that the file shows by itself. */
  diagnostics: Diagnostic[];
  headings: Placed<{ depth: number; id: string; text: string }>[];
  /** Ids that a link can lead to. */
  ids: string[];
  links: Placed<{ href: string }>[];
  /** `alt` is undefined where none was written. */
  images: Placed<{ src: string; alt?: string }>[];
  /** Words of the prose; 0 when the article is empty. */
  words: number;
  /** The weightiest words with their counts. */
  terms: Record<string, number>;
  /** Keys of sources that it cites, whether they are there or not. */
  cites: string[];
}

interface Text {
  file: string;
  /** Where a field of the front matter stands. */
  placeOf(path: Path, key?: boolean): Place;
  facts: TextFacts;
}

export interface PostText extends Text {
  slug: string;
  /** Undefined when the front matter is not sound. */
  post:
    | Omit<PostRecord, 'slug' | 'digest' | 'words' | 'terms' | 'cites' | 'checked' | 'leans'>
    | undefined;
  /** Names of the files beside the article. */
  files: string[];
}

export interface PageText extends Text {
  slug: string;
}

/** A data file that was read. */
export interface Data<T> {
  file: string;
  placeOf(path: Path, key?: boolean): Place;
  data: T;
}

/** All of `content/`, read. */
export interface Content {
  site: Data<SiteRecord> | undefined;
  posts: PostText[];
  pages: PageText[];
  people: Data<PersonRecord>[];
  sources: Data<SourceRecord>[];
  comments: Data<CommentRecord>[];
  /** Slugs that posts had in earlier commits and have no more; undefined when git cannot tell. */
  formerSlugs: { slug: string; file: string }[] | undefined;
  /** Faults of single files: fields, YAML, pictures. */
  diagnostics: Diagnostic[];
}
