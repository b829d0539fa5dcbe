import type { Place } from '../address/urls.ts';

/**
 * Where the site will lie: what `content/site.yaml` says, unless the environment says otherwise
 * (`SITE_ADDRESS`, `BASE_PATH`, as hosts hand them to a build). Slashes are corrected: GitHub Pages
 * gives `/repository`, or nothing at all for a site at the top of its domain.
 *
 * Throws an Error with a sentence when `SITE_ADDRESS` is no web address or has a path, or
 * `BASE_PATH` is no folder of plain names.
 */
export function placeFrom(env: Record<string, string | undefined>, site: Place): Place {
  const { SITE_ADDRESS, BASE_PATH } = env;
  return {
    address: SITE_ADDRESS ? originOf(SITE_ADDRESS) : site.address,
    base: BASE_PATH === undefined ? site.base : folderOf(BASE_PATH),
  };
}

/** Letters, digits, `-`, `_`, `.` and `~`, which no browser and no host writes otherwise. */
function folderOf(path: string): string {
  const names = path.split('/').filter((name) => name !== '');
  if (names.every((name) => /^[\w.~-]+$/.test(name) && !/^\.+$/.test(name)))
    return names.length === 0 ? '/' : `/${names.join('/')}/`;
  throw new Error(
    `BASE_PATH is "${path}". It must be a folder such as /sub/, of letters, digits, "-", "_", "." and "~".`,
  );
}

function originOf(address: string): string {
  const url = URL.parse(address);
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/') return url.origin;
  throw new Error(
    `SITE_ADDRESS is "${address}". It must look like https://example.org; a folder goes into BASE_PATH.`,
  );
}
