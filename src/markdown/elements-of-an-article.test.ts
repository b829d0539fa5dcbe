import { describe, expect, test } from 'vitest';
import { destinationOf } from './links.ts';
import { headingsOf } from './headings.ts';
import { parseMarkdown } from './pipeline.ts';
import { all, html, KINDS, render, textOf } from './testing.ts';

describe.each(KINDS)('in .%s', (kind) => {
  test('each heading has a named link beside it, from h2 on', async () => {
    expect(await html('# Title\n\n## The *heart*', kind)).toBe(
      '<h1 id="title">Title</h1>' +
        '<div class="heading heading-2"><h2 id="the-heart">The <em>heart</em></h2>' +
        '<a class="heading-link" href="#the-heart" aria-label="Link to this section: The heart" data-pagefind-ignore="">#</a></div>',
    );
  });

  test('headings are handed on with the ids that they have on the page', async () => {
    const body = '## One\n\n### Two "2"\n\n## One\n\n> ## In a quotation -- yes';
    const { headings } = await render(body, kind);
    expect(headings).toEqual([
      { depth: 2, id: 'one', text: 'One' },
      { depth: 3, id: 'two-2', text: 'Two “2”' },
      { depth: 2, id: 'one-1', text: 'One' },
      { depth: 2, id: 'in-a-quotation--yes', text: 'In a quotation – yes' },
    ]);
    const file = { path: `content/posts/x/index.${kind}`, source: body };
    expect(headingsOf(parseMarkdown(file).tree)).toEqual(headings);
  });

  test('tables are aligned by classes, scroll by themselves and have a name', async () => {
    const table = '| Trial | People | |\n| :--- | ---: | :-: |\n| A | 20 | x |';
    expect(await html(table, kind)).toBe(
      '<div class="table-scroll" role="region" tabindex="0" aria-label="Table: Trial"><table><thead><tr>' +
        '<th class="align-left" scope="col">Trial</th><th class="align-right" scope="col">People</th>' +
        '<td class="align-center"></td></tr></thead><tbody><tr><td class="align-left">A</td>' +
        '<td class="align-right">20</td><td class="align-center">x</td></tr></tbody></table></div>',
    );
  });

  test('two tables with one name can be told apart', async () => {
    const { hast } = await render('| A |\n| - |\n| 1 |\n\nText\n\n| A |\n| - |\n| 2 |', kind);
    const names = all(hast, 'div', 'table-scroll').map(({ properties }) => properties.ariaLabel);
    expect(names).toEqual(['Table: A', 'Table: A (2)']);
  });

  test('code scrolls by keyboard and is not coloured', async () => {
    expect(await html('```js\nlet "a" -- b\n```', kind)).toBe(
      '<pre tabindex="0"><code class="language-js">let "a" -- b</code></pre>',
    );
  });

  test('the text of a task is the label of its box', async () => {
    const body = '- [x] Ask **first**\n- [ ] Read [this](/help/)\n- [ ] [All a link](/x/)';
    expect(await html(body, kind)).toBe(
      '<ul class="contains-task-list">' +
        '<li class="task-list-item"><label><input type="checkbox" checked disabled> Ask <strong>first</strong></label></li>' +
        '<li class="task-list-item"><label><input type="checkbox" disabled> Read </label><a href="/help/">this</a></li>' +
        '<li class="task-list-item"><input type="checkbox" disabled aria-label="To do"> <a href="/x/">All a link</a></li></ul>',
    );
  });

  test('struck text, autolinks and e-mail addresses', async () => {
    expect(await html('~~old~~ www.example.org me@example.org', kind)).toBe(
      '<p><del>old</del> <a href="http://www.example.org" rel="noopener noreferrer" class="external">www.example.org</a>' +
        ' <a href="mailto:me@example.org">me@example.org</a></p>',
    );
  });

  const links: [href: string, expected: string][] = [
    ['/topics/#x', 'href="/sub/topics/#x"'],
    ['/', 'href="/sub/"'],
    ['#here', 'href="#here"'],
    ['../omega-3/index.md', 'href="/sub/posts/omega-3/"'],
    ['../omega-3/index.mdx#the-heart', 'href="/sub/posts/omega-3/#the-heart"'],
    ['../omega-3/', 'href="/sub/posts/omega-3/"'],
    ['../../pages/about.md', 'href="/sub/about/"'],
    ['https://wellsourced.example/help/', 'href="https://wellsourced.example/help/"'],
    [
      'https://doi.org/10.1/x',
      'href="https://doi.org/10.1/x" rel="noopener noreferrer" class="external"',
    ],
    ['//example.org/x', 'href="//example.org/x" rel="noopener noreferrer" class="external"'],
    ['tel:988', 'href="tel:988"'],
    ['mailto:a@example.org', 'href="mailto:a@example.org"'],
  ];
  test.each(links)('a link to %s', async (href, expected) => {
    expect(await html(`[x](${href})`, kind, { base: '/sub/' })).toBe(`<p><a ${expected}>x</a></p>`);
  });

  test('pictures come in sizes and formats, with their own size and lazily', async () => {
    expect(await html('Text ![A label](./label.png) in line', kind)).toBe(
      '<p>Text <picture>' +
        '<source type="image/avif" srcset="/images/x/label.0a1b2c3d-480.avif 480w, /images/x/label.0a1b2c3d-1000.avif 1000w" sizes="(min-width: 44rem) 40rem, 100vw">' +
        '<source type="image/webp" srcset="/images/x/label.0a1b2c3d-480.webp 480w, /images/x/label.0a1b2c3d-1000.webp 1000w" sizes="(min-width: 44rem) 40rem, 100vw">' +
        '<img src="/images/x/label.0a1b2c3d-480.png" alt="A label" width="1000" height="500" loading="lazy" decoding="async">' +
        '</picture> in line</p>',
    );
  });

  test('a picture alone with a title is a figure', async () => {
    expect(await html('![A flow](./flow.svg "Who took part")', kind)).toBe(
      '<figure class="figure"><img src="/images/x/flow.0a1b2c3d.svg" alt="A flow" width="480" height="500" loading="lazy" decoding="async">' +
        '<figcaption class="figure-caption">Who took part</figcaption></figure>',
    );
  });

  test('a picture without a description keeps an empty one', async () => {
    expect(await html('![](./flow.svg)', kind)).toContain('alt=""');
  });

  test('an abbreviation is explained where it first stands, by keyboard and touch too', async () => {
    const { hast } = await render('The CI is wide. Another CI.', kind);
    expect(all(hast, 'abbr').map(({ properties }) => properties.title)).toEqual([
      'confidence interval',
    ]);
    expect(all(hast, 'button')[0]!.properties).toMatchObject({
      popoverTarget: 'ws-term-ci',
      ariaLabel: 'What CI stands for',
    });
    const [popup] = all(hast, 'div', 'term-popup');
    expect(popup!.properties).toMatchObject({ id: 'ws-term-ci', popover: 'auto' });
    expect(popup!.children.map((child) => textOf(child))).toEqual([
      'confidence interval',
      'A range.',
    ]);
  });

  const abbreviations: [body: string, explained: string[]][] = [
    ['## CI\n\n[CI](/x/) and `CI`, then **CI**', ['CI']],
    ['SCIENCE, CIs are wide', ['CI']],
    ['CIA and ACI and c.i.', []],
    ['given IV', ['IV']],
    ['phase IV, DSM-IV, Type IV', []],
    ['phase IV, later IV', ['IV']],
    ['Text[^1].\n\n[^1]: The CI.', []],
    ['| CI |\n| - |\n| 1 |', ['CI']],
  ];
  test.each(abbreviations)('abbreviations in: %s', async (body, explained) => {
    const { hast } = await render(body, kind);
    expect(all(hast, 'abbr').map((abbr) => textOf(abbr))).toEqual(explained);
  });

  test('the word stays in the text when a reader view drops the button', async () => {
    expect(await html('given IV today', kind)).toMatch(
      /given <span class="term"><abbr [^>]*>IV<\/abbr><button [^>]*><\/button><\/span> today/,
    );
  });
});

test('destinations are read without rendering', () => {
  const of = (href: string) => destinationOf(href, 'content/posts/x/index.md', 'https://a.example');
  expect(of('../y/index.md#z')).toEqual({ kind: 'page', path: '/posts/y/', hash: '#z' });
  expect(of('/about/')).toEqual({ kind: 'page', path: '/about/', hash: '' });
  expect(of('#z')).toEqual({ kind: 'anchor', hash: '#z' });
  expect(of('https://b.example/')).toEqual({ kind: 'external', href: 'https://b.example/' });
  expect(of('./report.pdf')).toEqual({ kind: 'other', href: './report.pdf' });
  expect(of('https://')).toEqual({ kind: 'external', href: 'https://' });
});
