/** Media types of the files that the built site holds, by the ending of their names. */
const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
};

/** The media type of a file, or that of unknown bytes (as for those of the search index). */
export function mediaType(path: string): string {
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase();
  return (ending !== undefined && TYPES[ending]) || 'application/octet-stream';
}

/** True when a file of this type becomes smaller by compression. */
export function isCompressible(type: string): boolean {
  return /^text\/|^image\/svg|[/+](json|xml)\b|^application\/(x-bibtex|x-research)/.test(type);
}
