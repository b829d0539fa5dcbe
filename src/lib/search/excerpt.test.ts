import { expect, test } from 'vitest';
import { excerptSegments } from './excerpt.ts';

test('words of the query are marked', () => {
  expect(excerptSegments('A glass of <mark>wine</mark>, or <mark>beer</mark>.')).toEqual([
    { text: 'A glass of ', marked: false },
    { text: 'wine', marked: true },
    { text: ', or ', marked: false },
    { text: 'beer', marked: true },
    { text: '.', marked: false },
  ]);
});

test('what the engine escaped is text again', () => {
  expect(excerptSegments('p &lt; 0.05 &amp; more')).toEqual([
    { text: 'p < 0.05 & more', marked: false },
  ]);
});

test('markup stays text', () => {
  const hostile = '<img src=x onerror=alert(1)><mark class="x">a</mark> <script>b</script>';
  const segments = excerptSegments(hostile);
  expect(segments.map(({ text }) => text).join('')).toContain('<img src=x onerror=alert(1)>');
  expect(segments.some(({ marked }) => marked)).toBe(false);
});

test('an escaped mark is not a mark', () => {
  expect(excerptSegments('&lt;mark&gt;x&lt;/mark&gt;')).toEqual([
    { text: '<mark>x</mark>', marked: false },
  ]);
});

test('an unclosed mark ends with the excerpt', () => {
  expect(excerptSegments('<mark>x')).toEqual([{ text: 'x', marked: true }]);
  expect(excerptSegments('')).toEqual([]);
});
