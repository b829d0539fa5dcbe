/**
 * Whose a path is. The one place that says what `npm run update` leaves alone. A folder ends with a
 * slash, the beginning of a name with a dot. What stands in neither list and in no version of the
 * software is the owner's as well.
 */

/** The owner's from the first day: an update never writes, removes or compares these. */
export const OWNERS = ['content/', 'public/favicon.svg', 'public/icons/', 'tests/demonstration.'];

/** The owner's once they are changed or removed here; until then an update brings the later ones. */
export const OWNERS_ONCE_CHANGED = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'LICENSE-articles',
  '.github/',
  '.ci/',
  '.gitignore',
  '.prettierignore',
  'docs/screenshots/',
];

/** Merged entry by entry: the owner's and the software's stand in one file. */
export const MERGED = 'package.json';

/** Written by npm from `package.json`, so no change in it is an owner's. */
export const NPMS = 'package-lock.json';

/** Whether a path is in a list: by itself, or as part of a folder or beginning. */
export const isAmong = (path: string, list: string[]): boolean =>
  list.some((one) => (/[/.]$/.test(one) ? path.startsWith(one) : path === one));
