import { expect, test } from 'vitest';
import { cleanSvg } from './svg.ts';

const svg = (content: string) => `<svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`;

test.each([
  ['<script>x</script>', /program/],
  ['<rect onload="x"/>', /program/],
  ["<rect\nONclick='x'/>", /program/],
  ['<foreignObject><p/></foreignObject>', /HTML/],
  ['<image href="https://example.org/a.png"/>', /link/],
  ['<image xlink:href="//example.org/a.png"/>', /link/],
  ['<a href="javascript:x"><rect/></a>', /link/],
  ['<image href="data:text/html,x"/>', /link/],
  ['<rect fill="url(https://example.org/#a)"/>', /another place/],
  ['<style>@import "x.css";</style>', /another place/],
])('a drawing with %s is refused', (content, words) => {
  expect(cleanSvg(svg(content)).faults.join()).toMatch(words);
});

test.each([
  '<use href="#a"/><rect fill="url(#b)"/><text font-family="sans-serif">onset = 3</text>',
  '<image href="data:image/png;base64,AAAA"/>',
  '<style>.a { fill: currentColor }</style><title>Only one</title>',
])('a drawing with %s is kept as it is', (content) => {
  expect(cleanSvg(svg(content))).toEqual({ svg: svg(content), faults: [] });
});

test('what a drawing program tells of its user is left out', () => {
  const source =
    '<svg xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" sodipodi:docname="/home/jane/x.svg">' +
    '<!-- by Jane --><metadata><rdf:RDF>Jane</rdf:RDF></metadata><sodipodi:namedview inkscape:window-x="1"/>' +
    '<g inkscape:label="Layer"><rect/></g></svg>';
  expect(cleanSvg(source).svg).toBe(
    '<svg xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"><g><rect/></g></svg>',
  );
});
