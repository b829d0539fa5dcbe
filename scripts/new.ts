/** `npm run new "Title"`: a folder with a draft. Never overwrites. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { newPost, slugOf } from '../src/lib/posts/new-post.ts';
import { readContent } from '../src/store/read.ts';
import { today } from '../src/store/today.ts';
import { commandLine } from './command-line.ts';

const { positionals } = commandLine('Usage: npm run new "TITLE"', {});
const title = positionals.join(' ').trim();
const slug = slugOf(title);
const folder = `content/posts/${slug}`;
const { site, people } = readContent(process.cwd());

const problem =
  slug === ''
    ? 'An article needs a title with letters or digits: npm run new "Sleep after a session"'
    : existsSync(folder)
      ? `${folder} is there already (${readdirSync(folder).join(', ') || 'empty'}). Edit that article, or choose another title.`
      : !site || people.length === 0
        ? 'content/site.yaml or content/people cannot be read. Run `npm run check` first.'
        : undefined;
if (problem) {
  console.error(problem);
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
writeFileSync(
  `${folder}/index.md`,
  newPost({ title, day: today(), author: people[0]!.data.id, topic: site!.data.topics[0]!.id }),
  { flag: 'wx' },
);
console.log(
  `${folder}/index.md is ready.\nSee it with \`npm run dev\` at /posts/${slug}/, check it with \`npm run check\`.`,
);
