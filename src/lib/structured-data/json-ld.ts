import type { Graph } from 'schema-dts';

/**
 * Structured data as the text of a `<script type="application/ld+json">`, to be set as it is
 * (`set:html`). Nothing in it can end the element: `<`, `>` and `&` are written as escapes of JSON.
 * The Content-Security-Policy lets such a block stand, since no browser runs it.
 */
export function jsonLd(graph: Graph): string {
  return JSON.stringify(graph).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
