/** A run of text of an excerpt; `marked` where it is a word of the query. */
export interface Segment {
  text: string;
  marked: boolean;
}

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
};

/**
 * Takes an excerpt apart, so that it can be put on the page as text: `<mark>` and `</mark>` are the
 * only tags that mean anything, everything else stays text, tags of an attacker included.
 */
export function excerptSegments(excerpt: string): Segment[] {
  const segments: Segment[] = [];
  let marked = false;
  for (const piece of excerpt.split(/(<\/?mark>)/)) {
    if (piece === '<mark>') marked = true;
    else if (piece === '</mark>') marked = false;
    else if (piece !== '') {
      const text = piece.replace(/&(?:lt|gt|amp|quot|#39);/g, (entity) => ENTITIES[entity]!);
      segments.push({ text, marked });
    }
  }
  return segments;
}
