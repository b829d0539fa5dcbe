import { expect, test } from 'vitest';
import { placeFrom } from './place.ts';

const site = { address: 'https://a.example', base: '/' };

test('without variables the site lies where its file says', () => {
  expect(placeFrom({}, site)).toEqual(site);
});

test.each([
  ['/repository', '/repository/'],
  ['repository/', '/repository/'],
  ['/a/b/', '/a/b/'],
  ['', '/'],
  ['/', '/'],
])('BASE_PATH "%s" is %s', (BASE_PATH, base) => {
  expect(placeFrom({ BASE_PATH }, { ...site, base: '/own/' }).base).toBe(base);
});

test.each(['/../..', '/a/../b', '/a b', '/a?b', '/a#b', '\\evil', '/%2e%2e/', '/.'])(
  'BASE_PATH "%s" is refused in a sentence',
  (BASE_PATH) => {
    expect(() => placeFrom({ BASE_PATH }, site)).toThrow('It must be a folder such as /sub/');
  },
);

test('SITE_ADDRESS is an origin', () => {
  expect(placeFrom({ SITE_ADDRESS: 'https://name.github.io/' }, site).address).toBe(
    'https://name.github.io',
  );
  expect(() => placeFrom({ SITE_ADDRESS: 'https://a.example/b' }, site)).toThrow('BASE_PATH');
  expect(() => placeFrom({ SITE_ADDRESS: 'a.example' }, site)).toThrow('https://example.org');
});
