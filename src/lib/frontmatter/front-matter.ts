import { diagnose } from '../diagnostics/diagnose.ts';
import { readYaml, type ReadYaml } from './yaml.ts';

/** Reads the front matter of a Markdown file. Never throws. */
export function readFrontMatter(source: string, file: string): ReadYaml {
  const open = /^\uFEFF?---[ \t]*\r?\n/.exec(source);
  if (!open) {
    return unreadable(file, 'The file does not begin with a line of ---.');
  }
  const close = /^---[ \t]*$/m.exec(source.slice(open[0].length));
  if (!close) return unreadable(file, 'The front matter has no line of --- at its end.');
  return readYaml(source.slice(open[0].length, open[0].length + close.index), file, 2);
}

function unreadable(file: string, found: string): ReadYaml {
  const place = { line: 1, column: 1 };
  return {
    data: undefined,
    placeOf: () => place,
    diagnostics: [
      diagnose('yaml/missing', file, place, {
        found,
        expected: 'Front matter (title, description and so on) between two lines of ---.',
        fix: 'Copy the beginning of another article, or run `npm run new "Title"`.',
      }),
    ],
  };
}
