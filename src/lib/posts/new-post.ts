import GithubSlugger from 'github-slugger';

/** The folder name of a title: `Sleep, after a session` → `sleep-after-a-session`. May be empty. */
export function slugOf(title: string): string {
  return new GithubSlugger()
    .slug(title.normalize('NFKD').replace(/\p{M}/gu, ''))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** What a new draft starts from: `day` is an ISO day, the others are ids that the site has. */
export interface NewPost {
  title: string;
  day: string;
  author: string;
  topic: string;
}

/** Stands in a new draft where the author's own words belong. */
export const TO_BE_WRITTEN = 'To be written.';

/** A draft with every field explained; it passes `npm run check` as it is. */
export function newPost({ title, day, author, topic }: NewPost): string {
  return `---
title: '${title.replace(/'/g, "''")}'
# One or two sentences that say what was found. They stand under the title and in search results.
description: '${TO_BE_WRITTEN}'
# Names of files in content/people.
authors: [${author}]
# The day it appears. A day in the future schedules it.
published: ${day}
# Topics, by their ids in content/site.yaml.
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

A clinical sentence names its source.[^source]

## What we do not know

## If you need help now

The [help page](/help/) lists lines that answer.

[^source]: Authors. Title. *Journal*. Year;volume(issue):pages.
`;
}
