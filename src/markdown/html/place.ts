/** 1-based, in the file on disk. */
export interface Point {
  line: number;
  column: number;
}

/** Where an offset of `text` stands in the file, if the text begins at `start`. */
export function pointIn(text: string, offset: number, start: Point): Point {
  const before = text.slice(0, offset).split('\n');
  const last = before.at(-1)!.length;
  return before.length === 1
    ? { line: start.line, column: start.column + last }
    : { line: start.line + before.length - 1, column: last + 1 };
}
