import { expect, test } from 'vitest';
import { inOrder, indexablePart } from './indexable.ts';

const page = (body: string) =>
  `<!doctype html><html lang="en" data-x><head><title>t</title></head><body>${body}</body></html>`;
const wrapped = (part: string) => `<html lang="en"><body>${part}</body></html>`;

test('only the marked element is handed over, with the language', () => {
  const article = '<article data-pagefind-body class="a"><h1>A</h1><p>text</p></article>';
  expect(indexablePart(page(`<header>menu</header>${article}<footer>foot</footer>`))).toBe(
    wrapped(article),
  );
});

test('a page without the mark is not indexed', () => {
  expect(indexablePart(page('<main>text</main>'))).toBeUndefined();
  expect(indexablePart(page('<p>about data-pagefind-body</p>'))).toBeUndefined();
  expect(indexablePart(page('<p data-pagefind-bodyguard>x</p>'))).toBeUndefined();
  expect(indexablePart(page('<!-- <main data-pagefind-body>x</main> -->'))).toBeUndefined();
});

test.each([
  ['an element of the same name inside', '<div data-pagefind-body><div>a</div><div>b</div></div>'],
  ['a name that begins alike', '<a data-pagefind-body><article>a</article></a>'],
  ['a tag in an attribute', '<div data-pagefind-body><img alt="a </div> > b">c</div>'],
  ['a tag in a comment', '<div data-pagefind-body><!-- </div> -->c</div>'],
  ['a tag in a script', '<div data-pagefind-body><script>"</div>"</script>c</div>'],
  ['a mark with a value', '<div class="a > b" data-pagefind-body="">c</div>'],
  ['capitals', '<DIV data-pagefind-body>c</DIV>'],
])('the element ends where it ends: %s', (_, element) => {
  expect(indexablePart(page(`<div>before</div>${element}<div>after</div>`))).toBe(wrapped(element));
});

test('several marked elements are joined', () => {
  const [a, b] = ['<p data-pagefind-body>a</p>', '<p data-pagefind-body>b</p>'];
  expect(indexablePart(page(`${a}<p>x</p>${b}`))).toBe(wrapped(`${a}\n${b}`));
});

test('new posts come last', () => {
  const post = (path: string, day?: string) => ({
    path,
    html: day ? `<span data-pagefind-sort="published:${day}"></span>` : '',
  });
  const pages = [
    post('b', '2026-01-02'),
    post('c', '2026-01-01'),
    post('a', '2026-01-02'),
    post('z'),
  ];
  expect(inOrder(pages).map(({ path }) => path)).toEqual(['z', 'c', 'a', 'b']);
});
