/**
 * `npm run update`: takes a later version of the software in. What is the owner's is not touched
 * (`src/lib/update/owners.ts` says what that is); what the owner changed in the software is listed
 * and stops it, unless `--replace` is given. Writes all or nothing, commits nothing.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readYaml } from '../src/lib/frontmatter/yaml.ts';
import { suggestion } from '../src/lib/text/did-you-mean.ts';
import { mostAlike } from '../src/lib/update/base.ts';
import { mergePackageJson, takenFrom, withoutSecrets } from '../src/lib/update/package-json.ts';
import { planUpdate, unknownKeeps } from '../src/lib/update/plan.ts';
import { inTheWay, newEntries, refusal, report, versionName } from '../src/lib/update/words.ts';
import { commandLine } from './command-line.ts';
import { cleanCheckout, gitIn, type Git } from './git.ts';
import {
  apply,
  commitOf,
  commits,
  HalfWritten,
  historyFrom,
  packageJsonIn,
  releases,
  textIn,
  unknownAt,
  versionAt,
  type History,
  type Version,
} from './software-history.ts';

const { values } = commandLine(
  `Usage: npm run update -- [--from ADDRESS] [--version NAME] [--base NAME] [--replace]
  --from     where the software comes from: a git address, or a folder; the address is remembered
  --version  a tag or commit; without it the newest release, or the newest commit if there is none
  --base     the version you have, if it is not known: a tag or commit, or a folder
  --replace  overwrites what you changed in the software`,
  {
    from: { type: 'string' },
    version: { type: 'string' },
    base: { type: 'string' },
    replace: { type: 'boolean' },
  },
);

const root = process.cwd();
const histories: History[] = [];
try {
  update();
} catch (error) {
  const { message } = error as Error;
  const end = error instanceof HalfWritten ? '' : 'Nothing was changed.';
  console.error(`${message}${message.includes('\n') ? '\n' : ' '}${end}`.trim());
  process.exitCode = 1;
} finally {
  for (const history of histories) history.remove();
}

function update(): void {
  const mine = versionAt(gitIn(root), cleanCheckout(root));
  const myPackage = packageJsonIn(mine, 'your publication');
  const taken = takenFrom(myPackage);
  const from = values.from ?? taken.from;
  if (from === undefined)
    throw new Error('Say with --from where the software comes from: a git address, or a folder.');
  const history = open(from);
  const shown = withoutSecrets(from);
  const next = laterVersion(history, shown);
  const nextPackage = packageJsonIn(next, shown);
  if (!next.files.has('scripts/update.ts'))
    throw new Error(
      `${shown} holds no later version of this software: it has no scripts/update.ts.`,
    );

  const { base, how } = baseVersion(history, mine, taken, shown);
  const basePackage = packageJsonIn(base, 'the version you have');
  const names = {
    base: { version: String(basePackage['version']), ...(how.meant && { commit: base.commit }) },
    next: {
      version: String(nextPackage['version']),
      ...(!history.single && { commit: next.commit }),
    },
  };
  const isOld =
    base.commit === next.commit ||
    (values.version === undefined && isAncestor(history, next.commit, base.commit));
  if (isOld) {
    console.log(`You have ${versionName(names.base)}: ${shown} has nothing later.`);
    return;
  }

  const versions = { base: base.files, mine: mine.files, next: next.files };
  const keep = taken.keep ?? [];
  const [slip] = unknownKeeps(keep, versions);
  if (slip !== undefined)
    throw new Error(
      `package.json: "keep" names ${slip}, and no such file or folder is there (a folder ends with a slash). ${suggestion(slip, [...mine.files.keys()])}`.trim(),
    );
  const plan = planUpdate(versions, { keep, replace: values.replace });
  const address = values.from === undefined || isFolder(from) ? taken.from : shown;
  const { text, changes, scripts } = mergePackageJson(
    { base: basePackage, mine: myPackage, next: nextPackage },
    { ...names.next, ...(address && { from: address }), ...(taken.keep && { keep }) },
  );
  if (!values.replace && plan.changed.length + scripts.length > 0)
    throw new Error(`${how.said}${refusal(names.base, plan.changed, scripts)}`);
  const unknown = unknownAt(root, plan, mine.files);
  if (unknown.length > 0) throw new Error(inTheWay(unknown));

  const news = newEntries(textIn(base, 'CHANGELOG.md') ?? '', textIn(next, 'CHANGELOG.md') ?? '');
  apply(root, plan, text, next, history);
  console.log(
    how.said +
      report({
        from: shown,
        ...names,
        plan,
        mine: mine.files,
        later: next.files,
        entries: changes,
        scripts,
        news,
      }),
  );
}

/** A folder is meant from where the author stands; npm runs scripts in the project's. */
function pathOf(from: string): string {
  const here = resolve(from);
  return existsSync(here) ? here : resolve(process.env['INIT_CWD'] ?? '.', from);
}

function isFolder(from: string): boolean {
  return statSync(pathOf(from), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function open(from: string): History {
  const history = historyFrom(existsSync(pathOf(from)) ? pathOf(from) : from);
  histories.push(history);
  return history;
}

function laterVersion(history: History, shown: string): Version {
  const tags = releases(history);
  const name = values.version ?? tags[0] ?? 'HEAD';
  if (history.single && values.version !== undefined)
    throw new Error(
      `${shown} is a folder without git, with one version in it: leave --version out.`,
    );
  const commit = commitOf(history.git, name);
  if (commit === undefined) {
    const there = tags.length > 0 ? `The newest releases are ${tags.slice(0, 5).join(', ')}.` : '';
    throw new Error(
      `There is no version "${name}" in ${shown}. ${suggestion(name, tags)}${there}`.trim(),
    );
  }
  return versionAt(history.git, commit);
}

interface Base {
  base: Version;
  how: {
    /** What the owner should know of how it was found, with a line break, or nothing. */
    said: string;
    /** Whether its commit means anything to others. */
    meant: boolean;
  };
}

/**
 * The version that the owner has: the one given, else the one that the last update wrote down, else
 * the one that `startedFrom` of content/site.yaml names, else the one that is most alike.
 */
function baseVersion(
  history: History,
  mine: Version,
  taken: { version?: string; commit?: string },
  shown: string,
): Base {
  const known = { said: '', meant: true };
  if (values.base !== undefined) {
    const commit = commitOf(history.git, values.base);
    if (commit !== undefined && !history.single)
      return { base: versionAt(history.git, commit), how: known };
    if (!isFolder(values.base))
      throw new Error(`"${values.base}" is no version in ${shown}, and no folder.`);
    const other = open(values.base);
    const base = versionAt(other.git, commitOf(other.git, 'HEAD')!);
    return { base, how: { said: '', meant: !other.single } };
  }
  // The first update has nothing but the day on which the publication began.
  const recorded = taken.version === undefined ? startedFrom() : taken.commit;
  const places: { git: Git }[] = history.single ? [mine] : [history];
  // A commit of the software's own is the same wherever it is found.
  if (taken.commit !== undefined) places.push(mine);
  for (const { git } of places) {
    const commit = recorded === undefined ? undefined : commitOf(git, recorded);
    if (commit !== undefined) return { base: versionAt(git, commit), how: known };
  }
  const versions = history.single
    ? []
    : commits(history)
        .values()
        .map((commit) => versionAt(history.git, commit));
  const base = mostAlike(mine.files, versions);
  if (base === undefined)
    throw new Error(
      `Which version you have is written down nowhere, and no version in ${shown} is like it: name it with --base, or give a git address, which has the history.`,
    );
  const name = versionName({
    version: String(packageJsonIn(base, 'the version you have')['version']),
    commit: base.commit,
  });
  return {
    base,
    how: { said: `By its files, your publication was made from ${name}.\n`, meant: true },
  };
}

/** `startedFrom` of content/site.yaml, if it is there and can be read. */
function startedFrom(): string | undefined {
  const file = 'content/site.yaml';
  if (!existsSync(file)) return undefined;
  const { data } = readYaml(readFileSync(file, 'utf8'), file);
  const commit = (data as { startedFrom?: unknown } | undefined)?.startedFrom;
  return typeof commit === 'string' ? commit : undefined;
}

function isAncestor({ git }: History, earlier: string, later: string): boolean {
  try {
    git(['merge-base', '--is-ancestor', earlier, later]);
    return true;
  } catch {
    return false;
  }
}
