import { short } from './entry.ts';
import type { Plan } from './plan.ts';
import { NEEDED, OPTIONAL } from './source-file.ts';

/** What a plan did, for the author: each file, how to cite it, and what is still to be filled in. */
export function importReport({ files, known }: Plan): string {
  const blocks = files.map(({ key, path, entry }) =>
    [
      path,
      `  Cite it: [@${key}]`,
      `  To fill: ${NEEDED.join(', ')} (needed); ${OPTIONAL.join(', ')}`,
      ...entry.remarks.map((remark) => `  Look at: ${remark}`),
      '',
    ].join('\n'),
  );
  const there = known.map(
    ({ entry, file, same, planned }) =>
      `${entry.file}:${entry.line} "${short(entry.source.title)}" is ${planned ? 'the same as' : 'there already:'} ${file} (same ${same}). Nothing was written for it.`,
  );
  const count = `${files.length} ${files.length === 1 ? 'file' : 'files'} written, ${known.length} there already.`;
  const next =
    files.length > 0 ? ['`npm run check` asks for design and subject until they are there.'] : [];
  return [...blocks, ...there, count, ...next].join('\n');
}
