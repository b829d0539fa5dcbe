/** `npm run new "Title"`: a folder with a draft. Never overwrites. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { planPost } from '../src/lib/posts/new-post.ts';
import { readContent } from '../src/store/reading/read.ts';
import { today } from '../src/store/reading/today.ts';
import { commandLine } from './command-line.ts';

const { positionals, values } = commandLine(
  `Usage: npm run new "TITLE" -- [--slug short-name]
  --slug NAME   the address, /posts/NAME/, in place of the one made from the title`,
  { slug: { type: 'string' } },
);
const { site, people, posts, formerSlugs } = readContent(process.cwd());

/** Addresses in use, then those that readers may still have: a link must not change its meaning. */
const slugs = new Map([
  ...(formerSlugs ?? []).map(({ slug, file }) => [slug, `${file}, which was published`] as const),
  ...posts.flatMap(({ file, post }) =>
    (post?.slugHistory ?? []).map((slug) => [slug, `${file}, as an old address`] as const),
  ),
  ...posts.map(({ slug, file }) => [slug, file] as const),
]);
const plan = planPost(positionals.join(' ').trim(), values.slug, today(), {
  topics: site?.data.topics.map(({ id }) => id),
  people: people.map(({ data }) => data.id),
  slugs,
});
if ('problem' in plan) {
  console.error(plan.problem);
  process.exit(1);
}
const folder = `content/posts/${plan.slug}`;
if (existsSync(folder)) {
  console.error(`${folder} is there already. Remove it, or choose another address with --slug.`);
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/index.md`, plan.text, { flag: 'wx' });
console.log(
  `${folder}/index.md is ready.\nSee it with \`npm run dev\` at /posts/${plan.slug}/, check it with \`npm run check\`.`,
);
