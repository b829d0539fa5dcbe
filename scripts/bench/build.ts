/**
 * Times the build of a publication with many posts.
 *
 *   npm run bench:build -- --posts 1000 --mdx 50
 *
 * Makes the posts in a temporary copy of the project from paragraphs of the demonstration
 * articles, `--mdx` of them (none if not given) as `.mdx` with two parts in each. Checks them, then
 * builds: cold (no cache), warm after one edit of each kind of post, and warm with nothing changed.
 * Prints wall seconds, user CPU seconds (every process of the build) and the peak of the memory
 * that they held together, where the system tells (Linux).
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { syntheticPosts, withoutPostLinks } from '../../src/lib/posts/synthetic.ts';
import { scratchProject } from '../scratch-project.ts';
import { commandLine } from '../command-line.ts';

const { values } = commandLine('Usage: npm run bench:build -- [--posts N] [--mdx N] [--json]', {
  posts: { type: 'string', default: '1000' },
  mdx: { type: 'string', default: '0' },
  json: { type: 'boolean' },
});
const count = Number(values.posts);
if (!Number.isInteger(count) || count < 1) {
  console.error(`--posts takes a whole number from 1 on, not "${values.posts}".`);
  process.exit(1);
}
const countMdx = Number(values.mdx);
if (!Number.isInteger(countMdx) || countMdx < 0 || countMdx > count) {
  console.error(`--mdx takes a whole number from 0 to ${count}, not "${values.mdx}".`);
  process.exit(1);
}

/** What an `.mdx` post has more than its `.md` fellow: parts, for which authors choose it. */
const PARTS = `
<Aside kind="note" title="In short">

What stands above was put together for a measurement.

</Aside>

<Details summary="How it was put together">

Sections of other articles, in an order of their own.

</Details>
`;

interface Measurement {
  wall: number;
  user: number | undefined;
  peakMegabytes: number | undefined;
}

const project = await scratchProject(process.cwd());
try {
  const posts = join(project.root, 'content/posts');
  const articles = await Promise.all(
    readdirSync(posts)
      .map((slug) => join(posts, slug, 'index.md'))
      .filter((path) => readdirSync(join(path, '..')).includes('index.md'))
      .map((path) => readFile(path, 'utf8')),
  );
  await rm(posts, { recursive: true });
  await rm(join(project.root, 'content/comments'), { recursive: true, force: true });
  for (const page of readdirSync(join(project.root, 'content/pages'))) {
    const path = join(project.root, 'content/pages', page);
    await writeFile(path, withoutPostLinks(await readFile(path, 'utf8')));
  }
  const made = syntheticPosts(articles, count, otherSide(join(project.root, 'content/sources')));
  const inMdx = new Set(
    Array.from({ length: countMdx }, (_, index) => Math.floor((index * count) / countMdx)),
  );
  const files = { md: [] as string[], mdx: [] as string[] };
  for (const [index, { slug, source }] of made.entries()) {
    const kind = inMdx.has(index) ? 'mdx' : 'md';
    const file = join(posts, slug, `index.${kind}`);
    await mkdir(join(posts, slug), { recursive: true });
    await writeFile(file, kind === 'mdx' ? source + PARTS : source);
    files[kind].push(file);
  }

  const results: Record<string, Measurement> = {
    'check, cold': await run(project.root, 'check'),
    'check, nothing changed': await run(project.root, 'check'),
  };
  await rm(join(project.root, '.cache'), { recursive: true });
  results['cold'] = await run(project.root, 'build');
  for (const [kind, [file]] of Object.entries(files)) {
    if (!file) continue;
    await appendFile(file, '\nOne more sentence, added by the author this morning.\n');
    results[`one .${kind} edited`] = await run(project.root, 'build');
  }
  results['nothing changed'] = await run(project.root, 'build');

  if (values.json) console.log(JSON.stringify({ posts: count, mdx: countMdx, results }));
  else {
    const words = made.reduce((sum, { source }) => sum + source.split(/\s+/).length, 0) / count;
    console.log(
      `${count} posts (${countMdx} .mdx) of ${Math.round(words)} words, ${cpus().length} cores`,
    );
    console.log('| run | wall s | user CPU s | peak memory MB |\n| --- | ---: | ---: | ---: |');
    for (const [name, { wall, user, peakMegabytes }] of Object.entries(results)) {
      const cells = [wall.toFixed(1), user?.toFixed(1) ?? '–', peakMegabytes?.toFixed(0) ?? '–'];
      console.log(`| ${name} | ${cells.join(' | ')} |`);
    }
  }
} finally {
  await project.remove();
}

/** A paragraph that cites all that speaks against something: sections alone tell one side. */
function otherSide(sources: string): string {
  const keys = readdirSync(sources)
    .filter((name) => readFileSync(join(sources, name), 'utf8').includes('direction: against'))
    .map((name) => `@${name.replace('.yaml', '')}`);
  const advice = 'Do not take any of it on your own: ask your prescriber.';
  return `${advice} What speaks against it stands here.[${keys.join('; ')}]`;
}

/** Runs a command of the project as its own process. Throws with its output when it fails. */
async function run(root: string, command: 'check' | 'build'): Promise<Measurement> {
  const userBefore = childrenUserSeconds();
  const start = performance.now();
  const child = spawn(process.execPath, [`scripts/${command}.ts`], { cwd: root });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  let peak: number | undefined;
  const timer = setInterval(() => {
    const now = treeMegabytes(child.pid!);
    if (now !== undefined) peak = Math.max(peak ?? 0, now);
  }, 100);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(timer);
  const wall = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`The ${command} failed.\n${output.slice(-4000)}`);
  const userAfter = childrenUserSeconds();
  const user =
    userBefore === undefined || userAfter === undefined ? undefined : userAfter - userBefore;
  return { wall, user, peakMegabytes: peak };
}

/** User CPU of all ended children of this process (field 16 of proc_pid_stat(5), 100 ticks a second). */
function childrenUserSeconds(): number | undefined {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[13]) / 100;
  } catch {
    return undefined;
  }
}

/** Resident memory of a process and all below it, in megabytes. */
function treeMegabytes(pid: number): number | undefined {
  try {
    const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean),
    );
    return children.reduce(
      (sum, child) => sum + (treeMegabytes(Number(child)) ?? 0),
      Number(resident?.[1] ?? 0) / 1024,
    );
  } catch {
    return undefined;
  }
}
