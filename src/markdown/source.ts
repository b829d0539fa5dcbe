const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n(?:[^]*?\r?\n)?---[ \t]*(?=\r?\n|$)/;

/**
 * The file with its front matter turned into blanks, line breaks kept: what is parsed then has the
 * lines, columns and offsets of the file on disk. A file without front matter comes back as it is.
 */
export function blankFrontMatter(source: string): string {
  return source.replace(FRONT_MATTER, (matter) => matter.replace(/[^\r\n]/g, ' '));
}
