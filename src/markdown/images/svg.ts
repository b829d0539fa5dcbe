/**
 * Drawings are copied and not redrawn, so what they carry has to be looked at: programs, things
 * fetched from other sites, and what drawing programs write about the person who used them.
 */

/** Parts that tell of the maker and her computer (Inkscape writes paths of her disk into them). */
const PRIVATE = [
  /<!--[^]*?-->/g,
  /<metadata\b[^]*?(?:<\/metadata\s*>|\/>)/gi,
  /<sodipodi:[\w-]+\b[^>]*?(?:\/>|>[^]*?<\/sodipodi:[\w-]+\s*>)/gi,
  /\s(?:inkscape|sodipodi):[\w-]+\s*=\s*(?:"[^"]*"|'[^']*')/gi,
];

const FAULTS: [pattern: RegExp, what: string][] = [
  [/<script\b/i, 'a program (<script>)'],
  [/<(?:foreignObject|iframe|object|embed)\b/i, 'HTML (<foreignObject>)'],
  [/[\s"'/]on[a-z]+\s*=/i, 'a program (an attribute that begins with "on")'],
  [/<!ENTITY|<!DOCTYPE[^>]*\[/i, 'definitions of its own (<!ENTITY>)'],
  [
    /(?:href|src)\s*=\s*["']?\s*(?!["'#]|data:image\/(?:png|jpe?g|webp|avif|gif)[;,])[^\s"'>]/i,
    'a link',
  ],
  [/url\(\s*["']?\s*(?!["'#]|data:)[^\s"')]/i, 'something from another place (url(…))'],
  [/@import/i, 'something from another place (@import)'],
];

/** The drawing without private parts, and what it must not hold, in words. */
export function cleanSvg(source: string): { svg: string; faults: string[] } {
  const svg = PRIVATE.reduce((text, pattern) => text.replace(pattern, ''), source);
  return { svg, faults: FAULTS.filter(([pattern]) => pattern.test(svg)).map(([, what]) => what) };
}
