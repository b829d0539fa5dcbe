import type { CslRecord } from '../cite/record.ts';
import type { EvidenceSummary } from '../evidence/check-article.ts';
import type { LookView } from '../look/look.ts';

/**
 * What each page shows, as plain data. A page's props are one of these views and nothing else,
 * so the view is also the page's cache key (see `page-key.ts`). Every `href` carries the base
 * path already; every date is an ISO day such as `2026-11-23`.
 */

export type PostKind = 'evidence' | 'guide' | 'experience' | 'news';
export type Sensitivity = 'suicide' | 'abuse' | 'substances';

export interface PersonRef {
  id: string;
  name: string;
  kind: 'person' | 'organisation';
  href: string;
  credentials: string[];
}

export interface TopicRef {
  id: string;
  name: string;
  href: string;
}

export interface PostSummary {
  slug: string;
  href: string;
  title: string;
  description: string;
  published: string;
  updated?: string;
  kind: PostKind;
  evidence: 'sourced' | 'personal';
  topics: TopicRef[];
  authors: PersonRef[];
  /** Words of the text, notes and code left out. */
  words: number;
  /** Reading time in whole minutes, at least 1. */
  minutes: number;
  /** Where it is not that of the site. */
  language?: string;
  /** True when a named person's review is recorded. */
  reviewed: boolean;
  draft: boolean;
  /** True when `published` lies after the day of the build; only seen in `npm run dev`. */
  scheduled: boolean;
}

export interface SeriesView {
  id: string;
  name: string;
  description: string;
  href: string;
  parts: { part: number; post: PostSummary }[];
}

export interface CommentView {
  id: string;
  name: string;
  /** `YYYY-MM` */
  month: string;
  /** Plain text, one string a paragraph. Never markup. */
  paragraphs: string[];
}

/** Addresses of references as files. */
export interface ReferenceFiles {
  bibtex: string;
  ris: string;
  csl: string;
}

export interface CitationView extends ReferenceFiles {
  /** The reference as one line of plain text. */
  text: string;
  /** The same for the sources that it cites, where there are any. */
  sources?: ReferenceFiles;
}

export interface PostView extends PostSummary {
  language: string;
  /** Absolute address of the post. */
  canonical: string;
  /** Absolute address of the social image. */
  socialImage: string;
  reviewedBy?: { person: PersonRef; on: string; scope: string };
  nextReview?: string;
  disclosure: string;
  sensitive: Sensitivity[];
  changes: { on: string; what: string; correction?: boolean }[];
  /** Kinds of evidence that it rests on, such as `randomised trial`. */
  designs: string[];
  /** The works that it cites. */
  sources: CslRecord[];
  series?: { id: string; name: string; href: string; part: number; parts: SeriesPart[] };
  related: PostSummary[];
  comments: CommentView[];
  citation: CitationView;
  /** Front-matter image, resolved next to the post. */
  image?: { src: string; alt: string };
  /** What the check of its figures came to. */
  checked: EvidenceSummary;
  /** The article asks for an 'Exit this page' control. */
  exit: boolean;
}

export interface SeriesPart {
  part: number;
  title: string;
  href: string;
  current: boolean;
}

export interface TopicView extends TopicRef {
  description: string;
  count: number;
}

export interface PersonView extends PersonRef {
  role: string;
  bio: string;
  jurisdiction?: string;
  doesNotPractise?: string;
  count: number;
}

export interface CrisisLine {
  country: string;
  /** ISO 3166-1 alpha-2 code. */
  code: string;
  name: string;
  number: string;
  /** `tel:` address. */
  href: string;
  ways: ('call' | 'text' | 'chat')[];
  note?: string;
  /** ISO day on which a person last looked the line up. */
  checked: string;
  /** What it was compared with, where that is not the line itself. */
  against?: string | undefined;
}

export interface EmergencyNumber {
  country: string;
  code: string;
  number: string;
}

/** What every page shows around its own content. */
export interface SiteView {
  name: string;
  tagline: string;
  description: string;
  /** Origin, without a trailing slash, e.g. `https://wellsourced.example`. */
  address: string;
  /** Path the site lies under, with slashes at both ends: `/` or `/sub/`. */
  base: string;
  language: string;
  email: string;
  licence: { name: string; url: string };
  copyright: string;
  /** No counts here: they change with every post, and every page would have to be built again. */
  topics: TopicRef[];
  crisis: CrisisLine[];
  emergency: EmergencyNumber[];
  /** Where "Exit this page" leads. */
  exitTo: string;
  /** In the header. */
  navigation: { name: string; href: string }[];
  /** On the site itself, in the footer. */
  footer: { name: string; href: string }[];
  look: LookView;
}
