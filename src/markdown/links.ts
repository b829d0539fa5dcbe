import { posix } from 'node:path';
import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { withBase } from '../lib/address/urls.ts';
import { addClass, eachElement } from './elements.ts';

/** Where a link leads. `path` is a root path without the base; `hash` begins with `#` or is empty. */
export type Destination =
  | { kind: 'page'; path: string; hash: string }
  | { kind: 'anchor'; hash: string }
  | { kind: 'external'; href: string }
  | { kind: 'other'; href: string };

/**
 * Reads the address of a link in the file `from`.
 *
 * - `page`: a root path (`/topics/`), or a file or folder of `content/posts` or `content/pages`
 *   named from where the author stands (`../omega-3/index.md`), as the path of its page;
 * - `anchor`: a place on the same page;
 * - `external`: a web address on another origin than `address`;
 * - `other`: e-mail, telephone, and what cannot be read.
 */
export function destinationOf(href: string, from: string, address: string): Destination {
  if (href.startsWith('#')) return { kind: 'anchor', hash: href };
  if (/^(?:https?:)?\/\//i.test(href)) {
    return URL.parse(href, address)?.origin === URL.parse(address)?.origin
      ? { kind: 'other', href }
      : { kind: 'external', href };
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return { kind: 'other', href };
  const [, path = '', hash = ''] = /^([^#]*)(#.*)?$/s.exec(href)!;
  if (path.startsWith('/')) return { kind: 'page', path, hash };
  const file = posix.join(posix.dirname(from), decode(path));
  const post = /^content\/posts\/([^/]+)(?:\/(?:index\.mdx?)?)?$/.exec(file);
  if (post) return { kind: 'page', path: `/posts/${encodeURIComponent(post[1]!)}/`, hash };
  const page = /^content\/pages\/([^/]+)\.mdx?$/.exec(file);
  if (page) return { kind: 'page', path: `/${encodeURIComponent(page[1]!)}/`, hash };
  return { kind: 'other', href };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * A rehype step: root paths get the base, links between files become addresses, and links to other
 * sites give no referrer and no handle on the window, and carry the class `external`.
 */
export function links({ base, address }: { base: string; address: string }) {
  return (tree: Root, file: VFile): void =>
    eachElement(tree, (element) => {
      const { href } = element.properties;
      if (element.tagName !== 'a' || typeof href !== 'string') return;
      const to = destinationOf(href, file.path, address);
      if (to.kind === 'page') element.properties.href = withBase(to.path, base) + to.hash;
      else if (to.kind === 'external') {
        element.properties.rel = ['noopener', 'noreferrer'];
        addClass(element, 'external');
      }
    });
}
