/**
 * Text for XML 1.0. Characters that no XML document may hold (control characters, halves of
 * surrogate pairs, U+FFFE and U+FFFF) are left out: one of them makes a reader refuse a whole feed.
 */
export function xmlText(text: string): string {
  return (
    text
      .replace(/\p{Surrogate}/gu, '')
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // A bare one would be read as a line feed.
      .replaceAll('\r', '&#13;')
  );
}

/** `<name a="1">text</name>` with all escaped; attributes that are `undefined` are left out. */
export function xmlElement(
  name: string,
  attributes: Record<string, string | undefined> = {},
  text?: string,
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${xmlText(value!)}"`)
    .join('');
  return text === undefined
    ? `<${name}${written}/>`
    : `<${name}${written}>${xmlText(text)}</${name}>`;
}
