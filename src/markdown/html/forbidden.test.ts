import { expect, test } from 'vitest';
import { findForbiddenHtml } from './forbidden.ts';
import { parseMarkdown } from '../pipeline.ts';

function found(body: string, kind: 'md' | 'mdx') {
  const source = `---\ntitle: X\n---\n\n${body}\n`;
  const { tree } = parseMarkdown({ path: `content/posts/x/index.${kind}`, source });
  return findForbiddenHtml(tree).map(({ line, column, what }) => `${line}:${column} ${what}`);
}

const both: [body: string, expected: string[]][] = [
  ['<script>alert(1)</script>', ['5:1 <script>']],
  [
    'text <iframe src="https://example.org/"></iframe>',
    ['5:6 <iframe>', '5:14 src="https://example.org/"'],
  ],
  ['<p onclick="x()">a</p>', ['5:4 onclick="x()"']],
  ['<p style="color: red">a</p>', ['5:4 style="color: red"']],
  ['<a href="javascript:x()">a</a>', ['5:4 href="javascript:x()"']],
  ['<a href="JaVa&#115;cript&colon;x">a</a>', ['5:4 href="JaVascript:x"']],
  ['[a](javascript:x)', ['5:1 href="javascript:x"']],
  ['[a][b]\n\n[b]: vbscript:x', ['7:1 href="vbscript:x"']],
  ['<img alt="" src="//example.org/a.png" />', ['5:13 src="//example.org/a.png"']],
  ['a\n\n- b\n\n  <form></form>', ['9:3 <form>']],
  ['<span data-cite="{}">a</span>', ['5:7 data-cite="{}"']],
  ['<span data-note="1">a</span>', ['5:7 data-note="1"']],
  ['<b class="note-ref cite">[1]</b>', ['5:4 class="note-ref cite"']],
  ['<p id="note-smith">a</p>', ['5:4 id="note-smith"']],
  ['<p id="ws-main">a</p>', ['5:4 id="ws-main"']],
  ['<p id="sources">a</p>', ['5:4 id="sources"']],
  ['<keep-articles>a</keep-articles>', ['5:1 <keep-articles>']],
  ['<b popover="auto">a</b>', ['5:4 popover="auto"']],
  ['<template>a</template>', ['5:1 <template>']],
  ['<textarea>a</textarea>', ['5:1 <textarea>']],
  ['<button>[1]</button>', ['5:1 <button>']],
  ['<svg></svg>', ['5:1 <svg>']],
  ['<marquee>a</marquee>', ['5:1 <marquee>']],
  ['<a role="note" href="/x/">a</a>', ['5:4 role="note"']],
  ['<a aria-label="Source 1" href="/x/">a</a>', ['5:4 aria-label="Source 1"']],
  ['<b itemprop="name">a</b>', ['5:4 itemprop="name"']],
  ['<p hidden="">a</p>', ['5:4 hidden=""']],
  ['<p id="what-to-ask" lang="de">a</p>', []],
  ['<details open><summary>a</summary></details>', []],
  ['<table><tr><td colspan="2">a</td></tr></table>', []],
  ['<sub>2</sub> <a href="/x/">x</a> <img src="./a.png" alt="on=1" />', []],
  ['`<script>` and\n\n```\n<style>\n```', []],
];
test.each(
  both.flatMap(([body, expected]) =>
    (['md', 'mdx'] as const).map((kind) => [body, kind, expected] as const),
  ),
)('%j in .%s', (body, kind, expected) => expect(found(body, kind)).toEqual(expected));

const onlyMarkdown: [body: string, expected: string[]][] = [
  ['<div\n  title="a"\n  onload=x>\n', ['7:3 onload="x"']],
  ['<STYLE>p{}</STYLE>', ['5:1 <style>']],
  ['<!-- <script> onclick="x" -->', []],
  ['<a href="java\tscript:x">a</a>', ['5:4 href="java\tscript:x"']],
  ['<div title="a', ['5:1 <div']],
  ['<!DOCTYPE html>', ['5:1 <!…>']],
  ['<div title="a > b" onclick="x">', ['5:20 onclick="x"']],
];
test.each(onlyMarkdown)('%j in .md', (body, expected) =>
  expect(found(body, 'md')).toEqual(expected),
);

test('styles as objects in .mdx', () => {
  expect(found('<p style={{ color: "red" }}>a</p>', 'mdx')).toEqual(['5:4 style="…"']);
});
