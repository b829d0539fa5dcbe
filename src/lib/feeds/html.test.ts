import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { postView } from '../posts/view-fixture.ts';
import { interfaceOf } from '../interface/interface.ts';
import { feedHtml } from './html.ts';

const t = interfaceOf('en');

function inFeed(html: string, post = postView()): string {
  const tree = unified()
    .use(rehypeRaw)
    .runSync({ type: 'root', children: [{ type: 'raw', value: html }] } as Root);
  return feedHtml(tree, post, 'https://test.example/sub/help/', t)
    .replace(/<hr>.*$/s, '')
    .trim();
}

test('notes become marks that feed readers know, with ids of this post', () => {
  expect(
    inFeed(
      '<p>More.<span class="note-ref" id="noteref-a"><button popovertarget="p">[1]</button><a href="#note-a">[1]</a></span></p>' +
        '<div class="note-popup" id="p" popover="auto" role="note"><p>Smith.</p></div>' +
        '<section class="footnotes" data-footnotes aria-labelledby="notes"><div class="heading"><h2 id="notes">Notes</h2><a class="heading-link" href="#notes">#</a></div>' +
        '<ol><li id="note-a"><p>Smith. <span class="note-backs"><a class="note-back" href="#noteref-a">↩</a></span></p></li></ol></section>',
    ),
  ).toBe(
    '<p>More.<sup id="fnref-omega-3-a"><a href="#fn-omega-3-a">[1]</a></sup></p>' +
      '<section><h2>Notes</h2><ol><li id="fn-omega-3-a"><p>Smith. <a href="#fnref-omega-3-a">↩</a></p></li></ol></section>',
  );
});

test('a mark of several sources keeps them all', () => {
  const marks = ['a', 'b'].map(
    (key) => `<button>[${key}]</button><a href="#note-${key}">[${key}]</a>`,
  );
  const items = '<ol><li id="note-a">A</li><li id="note-b">B</li></ol>';
  expect(
    inFeed(`<p><span class="note-ref cite" id="noteref-a">${marks.join('')}</span></p>${items}`),
  ).toContain(
    '<sup id="fnref-omega-3-a"><a href="#fn-omega-3-a">[a]</a><a href="#fn-omega-3-b">[b]</a></sup>',
  );
});

test('addresses are absolute, those within the article too', () => {
  expect(inFeed('<a href="/sub/posts/b/">b</a><a href="../c/#d">c</a><a href="#e">e</a>')).toBe(
    '<a href="https://test.example/sub/posts/b/">b</a>' +
      '<a href="https://test.example/sub/posts/c/#d">c</a>' +
      '<a href="https://test.example/sub/posts/omega-3/#e">e</a>',
  );
});

test('an address that would run code is none', () => {
  expect(inFeed('<a href="javascript:alert(1)">x</a><img src="data:text/html,x" alt="">')).toBe(
    '<a>x</a><img alt="">',
  );
});

test('a picture is one file', () => {
  expect(
    inFeed(
      '<picture><source type="image/avif" srcset="/sub/images/a-800.avif 800w"><img src="/sub/images/a-800.jpg" alt="Fish" width="800" height="600" loading="lazy" decoding="async" class="x"></picture>',
    ),
  ).toBe(
    '<img src="https://test.example/sub/images/a-800.jpg" alt="Fish" width="800" height="600">',
  );
});

test('what belongs to the page stays there', () => {
  expect(
    inFeed(
      '<div class="heading heading-2"><h2 id="a">A</h2><a class="heading-link" href="#a">#</a></div>' +
        '<p>The <span class="term"><abbr title="confidence interval">CI</abbr><button class="term-button"></button></span></p>' +
        '<div class="term-popup" popover="auto" role="note"><p>Range</p></div>' +
        '<div class="table-scroll" role="region" tabindex="0"><table><tbody><tr><td class="align-right" colspan="2" onclick="x()">1<svg><rect/></svg></td></tr></tbody></table></div>' +
        '<script>alert(1)</script><style>a{}</style><iframe src="https://else.example"></iframe>',
    ),
  ).toBe(
    '<h2>A</h2><p>The <abbr title="confidence interval">CI</abbr></p><table><tbody><tr><td colspan="2">1</td></tr></tbody></table>',
  );
});

test('remarks, tasks and steps are told without a style sheet', () => {
  expect(
    inFeed(
      '<div class="aside aside-caution" role="note"><p class="aside-title"><span class="aside-kind">Caution: </span>Alcohol</p><p>No.</p></div>' +
        '<ul><li class="task-list-item"><label><input type="checkbox" checked disabled>Done</label></li></ul>',
    ),
  ).toBe(
    '<blockquote><p><strong>Caution: Alcohol</strong></p><p>No.</p></blockquote><ul><li>☑ Done</li></ul>',
  );
});

test('the end says whether the article was reviewed, and the beginning where help is', () => {
  const plain = feedHtml(
    { type: 'root', children: [] },
    postView(),
    'https://test.example/help/',
    t,
  );
  expect(plain).toMatch(
    /^<hr><p><small>Not yet reviewed by a clinician\. Nobody paid for this\. .*<\/small><\/p>$/,
  );
  const person = postView().authors[0]!;
  const reviewed = feedHtml(
    { type: 'root', children: [] },
    postView({
      sensitive: ['suicide'],
      reviewedBy: { person: { ...person, name: 'Dr A' }, on: '2026-09-01', scope: 'doses only.' },
    }),
    'https://test.example/help/',
    t,
  );
  expect(reviewed).toMatch(/^<p><strong>If you need help now: <\/strong><a href="https:\/\/test/);
  expect(reviewed).toContain('Reviewed by Dr A on 1 September 2026: doses only. Nobody');
});
