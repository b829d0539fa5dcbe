import { expect, test } from 'vitest';
import { misplacedFiles } from './file-places.ts';

test('a whole content folder has nothing out of place', () => {
  const files = [
    'site.yaml',
    'glossary.yaml',
    'README.md',
    'posts/sleep/index.mdx',
    'posts/sleep/night.jpg',
    'posts/sleep/.DS_Store',
    'pages/about.md',
    'people/editors.yaml',
    'sources/doe2020.yml',
    'comments/sleep/one.yaml',
  ];
  expect(misplacedFiles(files)).toEqual([]);
});

test.each([
  ['posts/sleep.md', /Move it to content\/posts\/sleep\/index\.md/],
  ['posts/sleep/article.md', /Call the article index\.md/],
  ['soruces/doe2020.yaml', /Did you mean content\/sources\/\?/],
  ['glosary.yaml', /Did you mean content\/glossary\.yaml\?/],
  ['notes.txt', /Move it out of content/],
  ['people/editors.json', /Move or rename it/],
])('%s is told, with what to do', (file, fix) => {
  const [fault, ...others] = misplacedFiles([file]);
  expect(others).toEqual([]);
  expect(fault).toMatchObject({ rule: 'file/place', file: `content/${file}` });
  expect(fault!.fix).toMatch(fix);
});

test('a folder without an article is told once', () => {
  expect(misplacedFiles(['posts/sleep/a.jpg', 'posts/sleep/b.jpg'])).toHaveLength(1);
});
