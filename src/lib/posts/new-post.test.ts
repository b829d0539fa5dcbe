import { expect, test } from 'vitest';
import { postSchema } from '../../schemas/post.ts';
import { readFrontMatter } from '../frontmatter/front-matter.ts';
import { validate } from '../frontmatter/validate.ts';
import { planPost, slugOf, type Known } from './new-post.ts';

test.each([
  ['Sleep, after a session', 'sleep-after-a-session'],
  ['Ärger & Übermut', 'arger-ubermut'],
  ['5-HT2A: what is it?', '5-ht2a-what-is-it'],
  ['睡眠', ''],
])('the folder of "%s" is "%s"', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

const known: Known = {
  topics: ['sleep', 'iron'],
  people: ['ana', 'editors'],
  slugs: new Map([['omega-3', 'content/posts/omega-3/index.md']]),
};
const plan = (title: string, slug?: string, more: Partial<Known> = {}) =>
  planPost(title, slug, '2026-11-23', { ...known, ...more });

test("a new draft is sound, whatever its title's quotes and colons", () => {
  const title = "What's new: 5 'facts'";
  const draft = plan(title);
  if ('problem' in draft) throw new Error(draft.problem);
  expect(draft.slug).toBe('whats-new-5-facts');
  const { data, diagnostics } = validate(postSchema, readFrontMatter(draft.text, 'x.md'), 'x.md');
  expect(diagnostics).toEqual([]);
  expect(data).toMatchObject({
    title,
    draft: true,
    published: '2026-11-23',
    topics: ['sleep'],
    authors: ['ana'],
  });
  expect(draft.text).toContain('`[@key]`');
  expect(draft.text).toContain('sleep, iron.');
});

test('the address can be chosen', () => {
  expect(plan('How long should a child of three sleep?', 'child-sleep')).toMatchObject({
    slug: 'child-sleep',
  });
  expect(plan('睡眠', 'sleep')).toMatchObject({ slug: 'sleep' });
});

test.each<[string, Parameters<typeof plan>, RegExp]>([
  ['no title', [''], /needs a title/],
  ['a title without Latin letters', ['睡眠'], /--slug/],
  ['capitals and spaces', ['Sleep', 'Child Sleep'], /"Child Sleep" cannot.*--slug child-sleep/],
  ['a way out of the folder', ['Sleep', '../people'], /cannot be an address.*--slug people/],
  ['two hyphens', ['Sleep', 'a--b'], /cannot be an address.*--slug a-b/],
  ['an empty address', ['Sleep', ''], /address is empty/],
  ['an address in use', ['Fish', 'omega-3'], /taken by content\/posts\/omega-3/],
  ['a title with an address in use', ['Omega 3'], /taken by/],
  ['no topics', ['Sleep', undefined, { topics: [] }], /no topic yet.*site\.yaml/],
  ['a faulty site.yaml', ['Sleep', undefined, { topics: undefined }], /npm run check/],
  ['no author', ['Sleep', undefined, { people: [] }], /no author yet.*content\/people/],
])('%s: a sentence says what to do', (_what, call, says) => {
  expect(plan(...call)).toEqual({ problem: expect.stringMatching(says) });
});
