import type { VFile } from 'vfile';

/** `content/posts/x/index.md:12:5`, as the beginning of an error. */
export function placeOf(
  node: { position?: { start: { line: number; column: number } } | undefined },
  file: VFile,
): string {
  const start = node.position?.start;
  return start ? `${file.path}:${start.line}:${start.column}` : file.path;
}
