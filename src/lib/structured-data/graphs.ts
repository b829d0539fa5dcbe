import type {
  BlogPosting,
  BreadcrumbList,
  CorrectionComment,
  CreativeWork,
  Graph,
  Organization,
  Person,
  Thing,
  WebPage,
  WebSite,
} from 'schema-dts';
import type { CslRecord } from '../cite/record.ts';
import type { PersonRef, PersonView, PostView, SiteView } from '../posts/views.ts';
import { absolute, routes, withBase } from '../address/urls.ts';

/** A step on the way from the home page to a page, the page itself last. */
export interface Crumb {
  name: string;
  /** With the base. */
  href: string;
}

/**
 * What machines read of a post: the page, the article on it, where it stands, and who wrote and
 * who reviewed it. `reviewedBy` and `lastReviewed` are there only when a named person's review is
 * recorded. A personal story is a plain `WebPage`: it is no medical information.
 */
export function postGraph(post: PostView, site: SiteView): Graph {
  const { canonical, reviewedBy } = post;
  const article = `${canonical}#article`;
  const trail = [
    ...post.topics.slice(0, 1).map(({ name, href }) => ({ name, href })),
    { name: post.title, href: post.href },
  ];
  const breadcrumbs = breadcrumbList(trail, site);
  const page: WebPage = {
    // The types share all their properties used here; a union would only hide that from the checker.
    '@type': (post.kind === 'experience' ? 'WebPage' : 'MedicalWebPage') as 'WebPage',
    '@id': canonical,
    url: canonical,
    name: post.title,
    description: post.description,
    inLanguage: post.language,
    isPartOf: { '@id': siteId(site) },
    mainEntity: { '@id': article },
    breadcrumb: { '@id': idOf(breadcrumbs) },
    ...(reviewedBy && {
      lastReviewed: reviewedBy.on,
      reviewedBy: { '@id': personId(reviewedBy.person, site) },
    }),
  };
  const corrections = post.changes
    .filter(({ correction }) => correction)
    .map(({ on, what }): CorrectionComment => ({
      '@type': 'CorrectionComment',
      datePublished: on,
      text: what,
    }));
  const posting: BlogPosting = {
    '@type': 'BlogPosting',
    '@id': article,
    url: canonical,
    mainEntityOfPage: { '@id': canonical },
    headline: post.title,
    description: post.description,
    image: post.socialImage,
    inLanguage: post.language,
    datePublished: post.published,
    dateModified: post.updated ?? post.published,
    author: post.authors.map((author) => ({ '@id': personId(author, site) })),
    publisher: { '@id': publisherId(site) },
    isPartOf: { '@id': siteId(site) },
    articleSection: post.topics.map(({ name }) => name),
    wordCount: post.words,
    license: site.licence.url,
    isAccessibleForFree: true,
    ...(post.sources.length > 0 && { citation: post.sources.map(work) }),
    ...(corrections.length > 0 && { correction: corrections }),
  };
  const people = [...post.authors, ...(reviewedBy ? [reviewedBy.person] : [])];
  return graphOf([
    page,
    posting,
    breadcrumbs,
    webSite(site),
    publisher(site),
    ...unique(people).map((person) => agent(person, site)),
  ]);
}

/** A work that an article cites. */
function work(record: CslRecord): CreativeWork {
  const { type, title, issued, DOI, PMID, URL } = record;
  const isArticle = type === 'article-journal';
  return {
    '@type': (isArticle ? 'ScholarlyArticle' : 'CreativeWork') as 'CreativeWork',
    name: title,
    ...(issued && { datePublished: issued }),
    ...(DOI && { sameAs: `https://doi.org/${DOI}` }),
    ...(!DOI && PMID && { sameAs: `https://pubmed.ncbi.nlm.nih.gov/${PMID}/` }),
    ...(!DOI && !PMID && URL && { url: URL }),
  };
}

/** For the home page. */
export function siteGraph(site: SiteView): Graph {
  return graphOf([webSite(site), publisher(site)]);
}

/** For the page of an author or reviewer. */
export function personGraph(person: PersonView, site: SiteView): Graph {
  const url = absolute(person.href, site);
  return graphOf([
    {
      '@type': 'ProfilePage',
      '@id': url,
      url,
      name: person.name,
      inLanguage: site.language,
      isPartOf: { '@id': siteId(site) },
      mainEntity: { '@id': personId(person, site) },
    },
    { ...agent(person, site), description: person.bio },
    webSite(site),
    publisher(site),
  ]);
}

/** For any other page: where it stands. */
export function trailGraph(trail: Crumb[], site: SiteView): Graph {
  return graphOf([breadcrumbList(trail, site)]);
}

function graphOf(things: Thing[]): Graph {
  return { '@context': 'https://schema.org', '@graph': things };
}

function breadcrumbList(trail: Crumb[], site: SiteView): BreadcrumbList & { '@id': string } {
  const steps = [{ name: site.name, href: site.base }, ...trail];
  return {
    '@type': 'BreadcrumbList',
    '@id': `${absolute(steps.at(-1)!.href, site)}#breadcrumbs`,
    itemListElement: steps.map(({ name, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absolute(href, site),
    })),
  };
}

function webSite(site: SiteView): WebSite {
  return {
    '@type': 'WebSite',
    '@id': siteId(site),
    url: absolute(site.base, site),
    name: site.name,
    description: site.description,
    inLanguage: site.language,
    license: site.licence.url,
    publisher: { '@id': publisherId(site) },
  };
}

function publisher(site: SiteView): Organization {
  return {
    '@type': 'Organization',
    '@id': publisherId(site),
    name: site.name,
    url: absolute(site.base, site),
    email: site.email,
    logo: absolute(withBase('/icons/icon-512.png', site.base), site),
    // Where a reader finds how claims are checked and corrected.
    publishingPrinciples: absolute(withBase('/how-we-check/', site.base), site),
  };
}

function agent(person: PersonRef, site: SiteView): Exclude<Person | Organization, string> {
  const shared = {
    '@id': personId(person, site),
    name: person.name,
    url: absolute(person.href, site),
  };
  if (person.kind === 'organisation') return { '@type': 'Organization', ...shared };
  return {
    '@type': 'Person',
    ...shared,
    ...(person.credentials.length > 0 && { honorificSuffix: person.credentials.join(', ') }),
  };
}

function siteId(site: SiteView): string {
  return `${absolute(routes(site.base).home, site)}#site`;
}

function publisherId(site: SiteView): string {
  return `${absolute(routes(site.base).home, site)}#publisher`;
}

function personId(person: PersonRef, site: SiteView): string {
  return `${absolute(person.href, site)}#${person.kind}`;
}

function idOf(thing: { '@id': string }): string {
  return thing['@id'];
}

function unique(people: PersonRef[]): PersonRef[] {
  return [...new Map(people.map((person) => [person.id, person])).values()];
}
