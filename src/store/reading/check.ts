import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkLinks } from '../../lib/check/links.ts';
import { crossCheck } from '../../lib/check/rules.ts';
import { byPlace } from '../../lib/diagnostics/diagnose.ts';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.ts';
import { destinationOf } from '../../markdown/links.ts';
import { lookFileFaults } from './look.ts';
import { pictureFaults } from './pictures.ts';
import { readContent } from './read.ts';

export interface Checked {
  /** By file and place. */
  diagnostics: Diagnostic[];
  /** What was checked, in a sentence or two. */
  summary: string;
}

/** Checks all of `content/` below `root`, as of the ISO day `today`. */
export async function checkContent(root: string, { today }: { today: string }): Promise<Checked> {
  const start = performance.now();
  const content = readContent(root);
  const address = content.site?.data.address ?? 'https://localhost';
  const publicFiles = existsSync(join(root, 'public'))
    ? readdirSync(join(root, 'public'), { recursive: true, encoding: 'utf8' })
    : [];
  const diagnostics = [
    ...content.diagnostics,
    ...crossCheck(content, today),
    ...checkLinks(
      content,
      (href, file) => destinationOf(href, file, address),
      publicFiles.map((name) => `/${name.replaceAll('\\', '/')}`),
      today,
    ),
    ...(await pictureFaults(root, content.posts)),
    ...(await lookFileFaults(root, content.site)),
  ].sort(byPlace);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const waiting = content.records.posts
    .filter(({ draft, published }) => !draft && published > today)
    .map(({ published }) => published)
    .sort();
  const notes = [
    `Checked ${counted(content.posts.length, 'article')} in ${seconds} s.`,
    ...(waiting.length > 0
      ? [`Waiting for their day: ${waiting.length}, the next on ${waiting[0]}: build again then.`]
      : []),
    ...(content.answered > 0 ? [`${counted(content.answered, 'fault')} answered in place.`] : []),
    ...(content.formerSlugs === undefined
      ? ['Moved articles were not looked for: the history in git is not complete here.']
      : []),
  ];
  return { diagnostics, summary: notes.join(' ') };
}

/** `1 article`, `2 articles`. */
function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
