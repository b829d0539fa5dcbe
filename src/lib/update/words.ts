import type { EntryChange } from './package-json.ts';
import type { Change, Files, Plan } from './plan.ts';

/** A version of the software, for people. */
export interface Named {
  /** `version` of its `package.json`. */
  version: string;
  /** Missing where it comes from a folder without git. */
  commit?: string;
}

/** `0.2.0 (1a2b3c4d5e)` */
export const versionName = ({ version, commit }: Named): string =>
  commit === undefined ? version : `${version} (${commit.slice(0, 10)})`;

const counted = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`;
const listed = (lines: string[]) => lines.map((line) => `  ${line}`).join('\n');

const BY = {
  changed: 'changed here',
  removed: 'removed here',
  added: 'yours, where the later version has a file of its own',
};

/** Why nothing was done: what the owner changed in the software, and the ways on. */
export function refusal(base: Named, changed: Change[], scripts: string[]): string {
  const lines = [
    ...changed.map(
      ({ path, by, both }) =>
        `${path}: ${BY[by]}${both && by !== 'added' ? ', and changed by the later version too' : ''}`,
    ),
    ...scripts.map((name) => `package.json: the command "${name}" is not the software's`),
  ];
  return `These parts of the software are not as ${versionName(base)} had them:
${listed(lines)}
You can
  keep files as they are: name them in package.json, "wellsourced": { "keep": ["…"] }, and commit
  let the later version overwrite all of them: run this again with --replace`;
}

/** Why nothing was done: files outside git, which nothing could bring back. */
export function inTheWay(paths: string[]): string {
  return `The later version has files where some of yours stand that git does not know:
${listed(paths)}
Move or remove them, and run this again.`;
}

export interface Report {
  from: string;
  base: Named;
  next: Named;
  plan: Plan;
  /** The owner's files before. */
  mine: Files;
  /** The later version's files. */
  later: Files;
  entries: EntryChange[];
  /** Commands of the owner's that were written over. */
  scripts: string[];
  /** What the changelog has that it did not have. */
  news: string;
}

/** What was done, and what to do next. */
export function report({
  from,
  base,
  next,
  plan,
  mine,
  later,
  entries,
  scripts,
  news,
}: Report): string {
  const added = plan.write.filter((path) => !mine.has(path));
  const counts = [
    counted(plan.write.length - added.length, 'file is', 'files are') + ' changed',
    `${added.length} added`,
    `${plan.remove.length} removed`,
  ];
  const overwritten = [
    ...plan.changed.map(({ path }) => path),
    ...scripts.map((name) => `package.json, command "${name}"`),
  ];
  const parts = [
    news && `What is new, from CHANGELOG.md:\n${news}\n`,
    `Taken in from ${from}: ${versionName(next)}, after ${versionName(base)}.`,
    `${counts.join(', ')}. \`git diff --staged\` shows them.`,
    entries.length > 0 && `In package.json:\n${listed(entries.map(entryLine))}`,
    overwritten.length > 0 &&
      `Overwritten, as you asked, though they were changed here:\n${listed(overwritten)}`,
    plan.kept.length > 0 &&
      `Yours, left as they are, though the later version has changed them too:\n${listed(
        plan.kept.map((path) => keptLine(path, mine, later)),
      )}`,
    `Nothing is committed. Now:
  npm install
  npm test
  git add -A && git commit -m "Take in version ${next.version} of the software"
To undo all this before the commit: git reset --hard`,
  ];
  return parts.filter(Boolean).join('\n');
}

function entryLine({ field, name, was, will }: EntryChange): string {
  if (was === undefined) return `${field}: ${name} ${will} is new`;
  if (will === undefined) return `${field}: ${name} is gone`;
  return `${field}: ${name} ${was} is now ${will}`;
}

/** With the command that shows both beside each other, where there are two. */
function keptLine(path: string, mine: Files, later: Files): string {
  const [, id] = later.get(path)?.split(' ') ?? [];
  if (id === undefined) return `${path} (the later version has it no more)`;
  if (!mine.has(path)) return `${path} (you removed it)`;
  return `${path}   git diff HEAD:${path} ${id.slice(0, 12)}`;
}

/**
 * The lines that a later changelog has and an earlier one has not, headings above them included but
 * not the title.
 * Empty when there are none. Pure.
 */
export function newEntries(earlier: string, later: string): string {
  const known = new Set(earlier.split('\n'));
  const isHeading = (line: string) => line.startsWith('#');
  const kept: string[] = [];
  for (const line of later.split('\n')) {
    if (line.startsWith('# ')) continue;
    if (isHeading(line)) {
      // A heading without an entry gives way to the next one of its rank or a higher one.
      const rank = line.indexOf(' ');
      while (isHeading(kept.at(-1) ?? '') && kept.at(-1)!.indexOf(' ') >= rank) kept.pop();
      kept.push(line);
    } else if (line.trim() !== '' && !known.has(line)) kept.push(line);
  }
  while (isHeading(kept.at(-1) ?? '')) kept.pop();
  return kept.join('\n');
}
