import type { EvidenceSummary } from '../evidence/check-article.ts';
import type { Leaning } from '../evidence/views.ts';
import type { LookRecord } from '../look/look.ts';
import type { CrisisLine, EmergencyNumber, PostKind, Sensitivity } from './views.ts';

/**
 * What the author's files say, after the schemas of `src/schemas` have accepted them. The library
 * (`library.ts`) turns these into views. Dates are ISO days.
 */

export interface PostRecord {
  /** Name of the post's folder. */
  slug: string;
  /** Digest of the file and of the pictures beside it. */
  digest: string;
  title: string;
  description: string;
  authors: string[];
  published: string;
  updated?: string;
  topics: string[];
  series?: { name: string; part: number };
  language?: string;
  kind: PostKind;
  evidence: 'sourced' | 'personal';
  reviewed?: { by: string; on: string; scope: string; claims?: string };
  nextReview?: string;
  disclosure: string;
  sensitive?: Sensitivity[];
  image?: { src: string; alt: string };
  draft?: boolean;
  slugHistory?: string[];
  changes?: { on: string; what: string; correction?: boolean }[];
  exit?: boolean;
  /** Words of the prose. */
  words: number;
  /** The post's weightiest words with how often each stands there. */
  terms: Record<string, number>;
  /** Keys of the sources that it cites. */
  cites: string[];
  /** What the check of its figures came to. */
  checked: EvidenceSummary;
  /** Its sentences that lean on a source. */
  leans: Leaning[];
}

export interface PersonRecord {
  id: string;
  name: string;
  kind: 'person' | 'organisation';
  role: string;
  credentials?: string[];
  jurisdiction?: string;
  bio: string;
  doesNotPractise?: string;
}

export interface CommentRecord {
  id: string;
  /** Slug of the post it belongs to. */
  post: string;
  name: string;
  month: string;
  text: string;
}

/** A link in the header or the footer. */
export interface SiteLink {
  name: string;
  /** A path below the site's folder, or an `https:` address. */
  to: string;
}

export interface SiteRecord {
  name: string;
  tagline: string;
  description: string;
  address: string;
  base: string;
  language: string;
  email: string;
  licence: { name: string; url: string };
  copyright: string;
  postsPerPage: number;
  /** ISO day on which `security.txt` ends (RFC 9116). Without it there is no such file. */
  securityExpires?: string;
  topics: { id: string; name: string; description: string }[];
  series: { id: string; name: string; description: string }[];
  questions: { id: string; asks: string; topics: string[] }[];
  crisis: CrisisLine[];
  emergency: EmergencyNumber[];
  exitTo: string;
  navigation: SiteLink[];
  footer: SiteLink[];
  look?: LookRecord | undefined;
}
