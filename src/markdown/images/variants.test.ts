import { expect, test } from 'vitest';
import {
  parseAddress,
  variantAddresses,
  variantsOf,
  widthsFor,
  type Original,
} from './variants.ts';

test.each([
  [300, [300]],
  [480, [480]],
  [481, [480, 481]],
  [1000, [480, 800, 1000]],
  [1600, [480, 800, 1200, 1600]],
  [4000, [480, 800, 1200, 1600]],
])('a picture of %i pixels is offered at %j', (intrinsic, widths) => {
  expect(widthsFor(intrinsic)).toEqual(widths);
});

const original: Original = {
  file: 'omega-3/label.front.jpg',
  width: 600,
  height: 400,
  hash: '0a1b2c3d',
  fallback: 'jpg',
};

test('addresses carry base, post, name, hash, width and format', () => {
  expect(variantsOf(original, '/sub/').map(({ href }) => href)).toEqual([
    '/sub/images/omega-3/label.front.0a1b2c3d-480.avif',
    '/sub/images/omega-3/label.front.0a1b2c3d-600.avif',
    '/sub/images/omega-3/label.front.0a1b2c3d-480.webp',
    '/sub/images/omega-3/label.front.0a1b2c3d-600.webp',
    '/sub/images/omega-3/label.front.0a1b2c3d-480.jpg',
    '/sub/images/omega-3/label.front.0a1b2c3d-600.jpg',
  ]);
});

test('a drawing is offered as it is', () => {
  expect(variantsOf({ ...original, file: 'x/flow.svg', fallback: 'svg' }, '/')).toEqual([
    { width: 600, format: 'svg', href: '/images/x/flow.0a1b2c3d.svg' },
  ]);
});

test.each(['x/plain', "x/it's, a name & more", 'x/grün 100%', 'x/sub/deep.er'])(
  'the address of %j is found in HTML and read back',
  (stem) => {
    const [variant] = variantsOf({ ...original, file: `${stem}.jpg` }, '/sub/');
    const { href } = variant!;
    const html = `<source srcset="${href} 480w, ${href} 600w"><img src='${href}'>`;
    expect([...variantAddresses(html, '/sub/')]).toEqual([href]);
    expect(parseAddress(href, '/sub/')).toEqual({
      stem,
      hash: '0a1b2c3d',
      format: 'avif',
      width: 480,
    });
  },
);

test.each([
  '/images/x/y.png',
  '/images/../../etc/passwd.0a1b2c3d.svg',
  '/images/x/%2e%2e/y.0a1b2c3d-480.jpg',
  '/images//y.0a1b2c3d-480.jpg',
  '/images/x/%zz.0a1b2c3d-480.jpg',
  '/other/x/y.0a1b2c3d-480.jpg',
])('%s is no address of ours', (address) => {
  expect(parseAddress(address, '/')).toBeUndefined();
});
