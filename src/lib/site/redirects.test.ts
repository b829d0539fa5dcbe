import { expect, test } from 'vitest';
import { redirectIn } from './redirects.ts';

test('a page that leads on is recognised with its target', () => {
  const html =
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=/sub/posts/new/"><title>Moved';
  expect(redirectIn(html, '/sub/posts/old/')).toEqual({
    from: '/sub/posts/old/',
    to: '/sub/posts/new/',
  });
});

test('an ordinary page is none', () => {
  expect(redirectIn('<head><meta charset="utf-8"><title>Refresh</title>', '/a/')).toBeUndefined();
});
