import { expect, test } from 'vitest';
import { postSchema } from '../../schemas/post.ts';
import { readFrontMatter } from '../frontmatter/front-matter.ts';
import { validate } from '../frontmatter/validate.ts';
import { newPost, slugOf } from './new-post.ts';

test.each([
  ['Sleep, after a session', 'sleep-after-a-session'],
  ['Ärger & Übermut', 'arger-ubermut'],
  ['5-HT2A: what is it?', '5-ht2a-what-is-it'],
  ['睡眠', ''],
])('the folder of "%s" is "%s"', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test("a new draft is sound, whatever its title's quotes and colons", () => {
  const title = "What's new: 5 'facts'";
  const draft = newPost({ title, day: '2026-11-23', author: 'editors', topic: 'sleep' });
  const { data, diagnostics } = validate(postSchema, readFrontMatter(draft, 'x.md'), 'x.md');
  expect(diagnostics).toEqual([]);
  expect(data).toMatchObject({ title, draft: true, published: '2026-11-23' });
});
