import { postRecord } from './cite-post.ts';
import { referenceLine } from '../cite/reference.ts';
import { sourceRecord, type Source } from '../evidence/source-words.ts';
import {
  questionViews,
  sourceViews,
  type QuestionView,
  type SourceView,
} from '../evidence/views.ts';
import { interfaceFor, interfaceOf } from '../interface/interface.ts';
import type { LookView } from '../look/look.ts';
import { absolute, routes, withBase } from '../address/urls.ts';
import { yearOf } from '../text/dates.ts';
import { isPublished } from './published.ts';
import { readingMinutes } from './reading-time.ts';
import type { CommentRecord, PersonRecord, PostRecord, SiteLink, SiteRecord } from './records.ts';
import { relatedPosts } from './related.ts';
import type {
  PersonRef,
  PersonView,
  PostSummary,
  PostView,
  ReferenceFiles,
  SeriesView,
  SiteView,
  TopicRef,
  TopicView,
} from './views.ts';

/** How many related posts an article names. */
const RELATED = 3;

export interface LibraryInput {
  site: SiteRecord;
  look: LookView;
  posts: PostRecord[];
  people: PersonRecord[];
  comments: CommentRecord[];
  sources: Source[];
  /** The ISO day of the build; posts published later are scheduled. */
  today: string;
  /** True in `npm run dev`: drafts and scheduled posts are shown, with a banner. */
  unpublished: boolean;
}

/** Everything the site shows, ready for the pages. Lists are newest first. */
export interface Library {
  site: SiteView;
  postsPerPage: number;
  securityExpires?: string;
  posts: PostView[];
  topics: (TopicView & { posts: PostSummary[]; questions: QuestionView[] })[];
  /** By name. */
  sources: SourceView[];
  series: SeriesView[];
  people: (PersonView & { posts: PostSummary[] })[];
  /** Years that have posts, newest first. */
  years: { year: number; href: string; posts: PostSummary[] }[];
  /** What was corrected in articles, newest first. */
  corrections: { on: string; what: string; post: PostSummary }[];
  /** Old addresses of posts. */
  redirects: { slug: string; to: string; title: string }[];
}

/**
 * Puts the author's records together into what the pages show. Pure: the same input gives the same
 * library. Throws when a record names an author, topic or series that is not there; `npm run check`
 * reports that to the author first, with file and line.
 */
export function buildLibrary(input: LibraryInput): Library {
  const { site: record } = input;
  const at = routes(record.base);
  const t = interfaceOf(record.language);

  const people = new Map(input.people.map((person) => [person.id, person]));
  const personRef = (id: string): PersonRef => {
    const person = people.get(id) ?? missing('person', id);
    return {
      id,
      name: person.name,
      kind: person.kind,
      href: at.person(id),
      credentials: person.credentials ?? [],
    };
  };
  const topicNames = new Map(record.topics.map(({ id, name }) => [id, name]));
  const topicRef = (id: string): TopicRef => ({
    id,
    name: topicNames.get(id) ?? missing('topic', id),
    href: at.topic(id),
  });

  const shown = input.posts
    .filter((post) => input.unpublished || isPublished(post, input.today))
    .sort(newestFirst);

  const summarise = (post: PostRecord): PostSummary => ({
    slug: post.slug,
    href: at.post(post.slug),
    title: post.title,
    description: post.description,
    published: post.published,
    ...(post.updated && { updated: post.updated }),
    kind: post.kind,
    evidence: post.evidence,
    topics: post.topics.map(topicRef),
    authors: post.authors.map(personRef),
    words: post.words,
    minutes: readingMinutes(post.words),
    ...(post.language && post.language !== record.language && { language: post.language }),
    reviewed: post.reviewed !== undefined,
    draft: post.draft === true,
    scheduled: post.published > input.today,
  });
  const summaries = new Map(shown.map((post) => [post.slug, summarise(post)]));
  const summariesOf = (posts: PostRecord[]) => posts.map(({ slug }) => summaries.get(slug)!);

  const series: SeriesView[] = record.series.map(({ id, name, description }) => ({
    id,
    name,
    description,
    href: at.series(id),
    parts: shown
      .filter((post) => post.series?.name === id)
      .map((post) => ({ part: post.series!.part, post: summaries.get(post.slug)! }))
      .sort((a, b) => a.part - b.part),
  }));
  const seriesById = new Map(series.map((view) => [view.id, view]));

  const sources = sourceViews(
    input.sources,
    shown.map(({ slug, title, leans }) => ({ title, href: at.post(slug), leans })),
    at.source,
    record.language,
  );

  const works = new Map(input.sources.map((source) => [source.key, sourceRecord(source)]));

  const related = relatedPosts(shown, RELATED);
  const comments = Map.groupBy(input.comments, ({ post }) => post);

  const view = (post: PostRecord): PostView => {
    const summary = summaries.get(post.slug)!;
    const canonical = absolute(at.post(post.slug), record);
    const language = post.language ?? record.language;
    const cited = post.cites.flatMap((key) => works.get(key) ?? []);
    return {
      ...summary,
      language,
      canonical,
      socialImage: absolute(at.socialImage(post.slug), record),
      ...(post.reviewed && {
        reviewedBy: {
          person: personRef(post.reviewed.by),
          on: post.reviewed.on,
          scope: post.reviewed.scope,
        },
      }),
      ...(post.nextReview && { nextReview: post.nextReview }),
      disclosure: post.disclosure,
      sensitive: post.sensitive ?? [],
      sources: cited,
      designs: post.checked.designs.map(({ design }) => design),
      changes: [...(post.changes ?? [])].sort((a, b) => (a.on < b.on ? 1 : -1)),
      ...(post.series && {
        series: seriesOf(
          seriesById.get(post.series.name) ?? missing('series', post.series.name),
          post,
        ),
      }),
      related: related.get(post.slug)!.map((slug) => summaries.get(slug)!),
      comments: (comments.get(post.slug) ?? [])
        .sort((a, b) => (a.month + a.id < b.month + b.id ? -1 : 1))
        .map(({ id, name, month, text }) => ({
          id,
          name,
          month,
          paragraphs: text.split(/\n\s*\n/).map((paragraph) => paragraph.trim()),
        })),
      citation: {
        text: referenceLine(
          postRecord({ ...summary, language, canonical }, record.name),
          interfaceFor(language, record.language),
        ),
        ...referenceFiles(`${at.post(post.slug)}cite`),
        ...(cited.length > 0 && { sources: referenceFiles(`${at.post(post.slug)}sources`) }),
      },
      ...(post.image && { image: post.image }),
      checked: post.checked,
      exit: post.exit === true,
    };
  };

  const placed = ({ name, to }: SiteLink) => ({
    name,
    href: to.startsWith('/') ? withBase(to, record.base) : to,
  });

  return {
    site: {
      name: record.name,
      tagline: record.tagline,
      description: record.description,
      address: record.address,
      base: record.base,
      language: record.language,
      email: record.email,
      licence: record.licence,
      copyright: record.copyright,
      topics: record.topics.map(({ id }) => topicRef(id)),
      crisis: record.crisis,
      emergency: record.emergency,
      exitTo: record.exitTo,
      navigation: record.navigation.map(placed),
      footer: record.footer.map(placed),
      look: input.look,
    },
    postsPerPage: record.postsPerPage,
    ...(record.securityExpires && { securityExpires: record.securityExpires }),
    posts: shown.map(view),
    topics: record.topics.map(({ id, description }) => {
      const posts = summariesOf(shown.filter((post) => post.topics.includes(id)));
      const questions = questionViews(
        record.questions.filter(({ topics }) => topics.includes(id)),
        sources,
        t,
      );
      return { ...topicRef(id), description, count: posts.length, posts, questions };
    }),
    sources,
    series,
    people: input.people.map((person) => {
      const posts = summariesOf(shown.filter((post) => post.authors.includes(person.id)));
      return {
        ...personRef(person.id),
        kind: person.kind,
        role: person.role,
        bio: person.bio,
        ...(person.jurisdiction && { jurisdiction: person.jurisdiction }),
        ...(person.doesNotPractise && { doesNotPractise: person.doesNotPractise }),
        count: posts.length,
        posts,
      };
    }),
    years: [...Map.groupBy(shown, ({ published }) => yearOf(published))].map(([year, posts]) => ({
      year,
      href: at.year(year),
      posts: summariesOf(posts),
    })),
    corrections: shown
      .flatMap(({ slug, changes = [] }) =>
        changes
          .filter(({ correction }) => correction)
          .map(({ on, what }) => ({ on, what, post: summaries.get(slug)! })),
      )
      .sort((a, b) => (a.on < b.on ? 1 : -1)),
    redirects: shown.flatMap((post) =>
      (post.slugHistory ?? []).map((slug) => ({ slug, to: at.post(post.slug), title: post.title })),
    ),
  };
}

function referenceFiles(path: string): ReferenceFiles {
  return { bibtex: `${path}.bib`, ris: `${path}.ris`, csl: `${path}.json` };
}

function newestFirst(a: PostRecord, b: PostRecord): number {
  if (a.published !== b.published) return a.published < b.published ? 1 : -1;
  return a.slug < b.slug ? -1 : 1;
}

function seriesOf(series: SeriesView, post: PostRecord): NonNullable<PostView['series']> {
  return {
    id: series.id,
    name: series.name,
    href: series.href,
    part: post.series!.part,
    parts: series.parts.map(({ part, post: { title, href, slug } }) => ({
      part,
      title,
      href,
      current: slug === post.slug,
    })),
  };
}

function missing(what: string, id: string): never {
  throw new Error(`No ${what} has the id "${id}". Run \`npm run check\`: it names file and line.`);
}
