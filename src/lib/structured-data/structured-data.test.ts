import { expect, test } from 'vitest';
import { postView, siteView } from '../posts/view-fixture.ts';
import { personGraph, postGraph, siteGraph, trailGraph } from './graphs.ts';
import { jsonLd } from './json-ld.ts';

type Node = Record<string, unknown>;

const nodes = (graph: object) => (graph as { '@graph': Node[] })['@graph'];
const ofType = (graph: object, type: string) => nodes(graph).find((node) => node['@type'] === type);

/** Every `{ "@id": … }` that stands for another node. */
function references(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (typeof value !== 'object' || value === null) return [];
  const keys = Object.keys(value);
  if (keys.length === 1 && keys[0] === '@id') return [(value as { '@id': string })['@id']];
  return Object.values(value).flatMap(references);
}

const reviewer = {
  id: 'dr-a',
  name: 'Dr A',
  kind: 'person' as const,
  href: '/sub/people/dr-a/',
  credentials: ['MD', 'PhD'],
};

test('a post is a medical page with an article, by an organisation', () => {
  const graph = postGraph(postView(), siteView);
  expect(ofType(graph, 'MedicalWebPage')).toMatchObject({
    '@id': 'https://test.example/sub/posts/omega-3/',
    mainEntity: { '@id': 'https://test.example/sub/posts/omega-3/#article' },
  });
  expect(ofType(graph, 'BlogPosting')).toMatchObject({
    datePublished: '2026-08-17',
    dateModified: '2026-08-17',
    wordCount: 900,
    author: [{ '@id': 'https://test.example/sub/people/editors/#organisation' }],
  });
  expect(ofType(graph, 'BreadcrumbList')!['itemListElement']).toMatchObject([
    { position: 1, item: 'https://test.example/sub/' },
    { position: 2, name: 'Supplements' },
    { position: 3, item: 'https://test.example/sub/posts/omega-3/' },
  ]);
});

test('a review is claimed only where there was one', () => {
  expect(JSON.stringify(postGraph(postView(), siteView))).not.toMatch(/reviewed/i);
  const reviewed = postGraph(
    postView({ reviewedBy: { person: reviewer, on: '2026-09-01', scope: 'doses' } }),
    siteView,
  );
  expect(ofType(reviewed, 'MedicalWebPage')).toMatchObject({
    lastReviewed: '2026-09-01',
    reviewedBy: { '@id': 'https://test.example/sub/people/dr-a/#person' },
  });
  expect(ofType(reviewed, 'Person')).toMatchObject({ name: 'Dr A', honorificSuffix: 'MD, PhD' });
});

test('a personal story is no medical page', () => {
  const graph = postGraph(postView({ kind: 'experience' }), siteView);
  expect(ofType(graph, 'MedicalWebPage')).toBeUndefined();
  expect(ofType(graph, 'WebPage')).toBeDefined();
});

test.each([
  [
    'post',
    postGraph(postView({ reviewedBy: { person: reviewer, on: 'x', scope: 'x' } }), siteView),
  ],
  ['home', siteGraph(siteView)],
  ['person', personGraph({ ...reviewer, role: '', bio: '', count: 1 }, siteView)],
])('in the graph of a %s each reference leads to a node, and no id is there twice', (_, graph) => {
  const ids = nodes(graph).map((node) => node['@id']);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of nodes(graph).flatMap(references)) expect(ids).toContain(id);
});

test('a person and a trail', () => {
  const person = { ...reviewer, role: 'Reviewer', bio: 'Reads.', count: 1 };
  expect(ofType(personGraph(person, siteView), 'Person')).toMatchObject({ description: 'Reads.' });
  const trail = trailGraph([{ name: 'Help', href: '/sub/help/' }], siteView);
  expect(nodes(trail)[0]!['itemListElement']).toHaveLength(2);
});

test('no text can end the script element', () => {
  const text = jsonLd(postGraph(postView({ title: '</script><!-- \u2028 & "' }), siteView));
  expect(text).not.toMatch(/[<>&\u2028]/);
  expect(ofType(JSON.parse(text), 'BlogPosting')!['headline']).toBe('</script><!-- \u2028 & "');
});
