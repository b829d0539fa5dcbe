import GithubSlugger from 'github-slugger';

/** The folder name of a title: `Sleep, after a session` → `sleep-after-a-session`. May be empty. */
export function slugOf(title: string): string {
  return new GithubSlugger()
    .slug(title.normalize('NFKD').replace(/\p{M}/gu, ''))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** What stands in the publication that a new article joins: ids and addresses, no text. */
export interface Known {
  /** Ids of `content/site.yaml`; undefined when the file has a fault. */
  topics: string[] | undefined;
  /** Ids of `content/people`. */
  people: string[];
  /** Addresses of articles, each with the file that has or had it. */
  slugs: Map<string, string>;
}

/** Most ids that a comment in the draft lists. */
const LISTED = 12;

/**
 * The folder name and the text of a new draft, or the sentence that says why there can be none.
 * `asked` is the address that the author wants in place of the title's own; `day` is an ISO day.
 */
export function planPost(
  title: string,
  asked: string | undefined,
  day: string,
  { topics, people, slugs }: Known,
): { slug: string; text: string } | { problem: string } {
  const slug = asked ?? slugOf(title);
  if (title === '')
    return { problem: 'An article needs a title: npm run new "Sleep in the first weeks"' };
  if (slug === '') {
    return {
      problem:
        asked === undefined
          ? `No address can be made of "${title}": it has no Latin letter and no digit. Add one: npm run new "${title}" -- --slug short-name`
          : 'The address is empty. Write small letters, digits and hyphens, such as --slug short-name.',
    };
  }
  if (slug !== slugOf(slug)) {
    const nearest = slugOf(slug);
    return {
      problem: `"${slug}" cannot be an address: small letters, digits and single hyphens only${nearest ? `, such as --slug ${nearest}` : ''}.`,
    };
  }
  const taken = slugs.get(slug);
  if (taken !== undefined) {
    return {
      problem: `/posts/${slug}/ is taken by ${taken}. Edit that article, or choose another address with --slug.`,
    };
  }
  if (topics === undefined)
    return { problem: 'content/site.yaml has a fault. Run `npm run check`, which says where.' };
  const [topic] = topics;
  if (topic === undefined) {
    return {
      problem:
        'There is no topic yet. Add the first one under `topics` in content/site.yaml: its comments say how.',
    };
  }
  const [author] = people;
  if (author === undefined) {
    return {
      problem:
        'There is no author yet. Add content/people/your-name.yaml with name, kind, role and bio.',
    };
  }
  return { slug, text: newPost({ title, day, author, people, topic, topics }) };
}

/** What a new draft starts from: `day` is an ISO day, the others are ids that the site has. */
export interface NewPost {
  title: string;
  day: string;
  author: string;
  people: string[];
  topic: string;
  topics: string[];
}

const listed = (ids: string[]) =>
  ids.slice(0, LISTED).join(', ') + (ids.length > LISTED ? ' …' : '');

/** Stands in a new draft where the author's own words belong. */
export const TO_BE_WRITTEN = 'To be written.';

/** A draft with every field explained; it passes `npm run check` as it is. */
export function newPost({ title, day, author, people, topic, topics }: NewPost): string {
  return `---
title: '${title.replace(/'/g, "''")}'
# One or two sentences that say what was found. They stand under the title and in search results.
description: '${TO_BE_WRITTEN}'
# Names of files in content/people: ${listed(people)}.
authors: [${author}]
# The day it appears. A day in the future schedules it.
published: ${day}
# One or more of the ids in content/site.yaml: ${listed(topics)}.
topics: [${topic}]
# evidence, guide, experience or news
kind: evidence
# sourced: each clinical sentence names its source. personal: an experience.
evidence: sourced
# Whether you sell, or send people to, what the article is about.
disclosure: '${TO_BE_WRITTEN}'
# suicide, abuse, substances: each brings a box with help lines.
sensitive: []
# Seen in \`npm run dev\` only. Remove this line to publish.
draft: true
# More fields, when you need them:
# updated: ${day}
# series: { name: id-from-site-yaml, part: 1 }
# reviewed: { by: person-id, on: ${day}, scope: 'numbers and doses' }
# nextReview: ${day}
# image: { src: ./picture.jpg, alt: 'What it shows' }
# changes: [{ on: ${day}, what: 'What changed.' }]
# slugHistory: [old-folder-name]
---

The first paragraph says who this is for and what was found.

## What was studied

A clinical sentence ends with its source, written \`[@key]\`: \`key\` is the name of a file in content/sources.

## What we do not know

## If you need help now

The [help page](/help/) lists lines that answer.
`;
}
