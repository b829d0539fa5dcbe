import { expect, test } from 'vitest';
import { pageFiles, filesWithin } from './page-files.ts';

test('what a page needs is found, and nothing of others', () => {
  const html = `<link rel="stylesheet" href="/_astro/a.css">
    <link href="/favicon.svg" rel="icon" type="image/svg+xml">
    <link rel="preload" href="/fonts/serif.woff2" as="font">
    <link rel="alternate" href="/feed.xml"><link rel="canonical" href="https://x.example/">
    <script type="module" src="/_astro/site.js"></script><script src="https://x.example/t.js"></script>
    <script src="//x.example/u.js"></script>
    <img alt="" src="/images/a.svg"><a href="/posts/b/">b</a>`;
  expect(pageFiles(html)).toEqual([
    '/_astro/a.css',
    '/favicon.svg',
    '/fonts/serif.woff2',
    '/_astro/site.js',
    '/images/a.svg',
  ]);
});

test('of a picture one size is kept, in the form that browsers take first', () => {
  const html = `<picture><source type="image/avif" srcset="/i/a-400.avif 400w, /i/a-1200.avif 1200w, /i/a-2400.avif 2400w">
    <source type="image/webp" srcset="/i/a-400.webp 400w"><img src="/i/a-400.jpg" alt=""></picture>`;
  expect(pageFiles(html)).toEqual(['/i/a-1200.avif']);
});

test('a style sheet names its fonts', () => {
  const css = `@font-face{src:url("/fonts/serif.woff2") format("woff2")}
    .a{background:url(../images/b.svg)} .c{background:url(https://x.example/c.png)}`;
  expect(filesWithin(css, '/_astro/a.css')).toEqual(['/fonts/serif.woff2', '/images/b.svg']);
});

test('a script names the scripts that it imports', () => {
  const js =
    'import{a as t}from"./kept.B8.js";import"./b.js";const c=()=>import(`./c.js`);"from x"';
  expect(filesWithin(js, '/sub/_astro/a.js')).toEqual([
    '/sub/_astro/kept.B8.js',
    '/sub/_astro/b.js',
    '/sub/_astro/c.js',
  ]);
  expect(filesWithin(js, '/favicon.svg')).toEqual([]);
});
