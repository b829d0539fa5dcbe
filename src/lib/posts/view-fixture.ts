import type { PostView, SiteView } from './views.ts';

/** A post for tests. */
export function postView(more: Partial<PostView> = {}): PostView {
  return {
    slug: 'omega-3',
    href: '/sub/posts/omega-3/',
    title: 'Omega-3 & low mood <2 g',
    description: 'What three reviews found.',
    published: '2026-08-17',
    kind: 'evidence',
    evidence: 'sourced',
    topics: [{ id: 'supplements', name: 'Supplements', href: '/sub/topics/supplements/' }],
    authors: [
      {
        id: 'editors',
        name: 'The editors',
        kind: 'organisation',
        href: '/sub/people/editors/',
        credentials: [],
      },
    ],
    words: 900,
    minutes: 5,
    reviewed: false,
    draft: false,
    scheduled: false,
    language: 'en',
    canonical: 'https://test.example/sub/posts/omega-3/',
    socialImage: 'https://test.example/sub/og/omega-3.png',
    disclosure: 'Nobody paid for this.',
    sensitive: [],
    changes: [],
    sources: [],
    designs: [],
    related: [],
    comments: [],
    citation: { text: '', bibtex: '', ris: '', csl: '' },
    exit: false,
    checked: { figures: 0, designs: [], opinions: 0 },
    ...more,
  };
}

/** A site for tests, under a sub-path. */
export const siteView: SiteView = {
  name: 'Test & co',
  tagline: 'Tests',
  description: 'A site of tests.',
  address: 'https://test.example',
  base: '/sub/',
  language: 'en',
  email: 'editors@test.example',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  copyright: 'The editors',
  topics: [{ id: 'supplements', name: 'Supplements', href: '/sub/topics/supplements/' }],
  crisis: [],
  emergency: [],
  exitTo: 'https://example.org/weather',
  navigation: [],
  look: { preload: [] },
  footer: [],
};
