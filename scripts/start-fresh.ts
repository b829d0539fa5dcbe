/**
 * `npm run start-fresh`: turns the demonstration into a publication of one's own, with nothing in it
 * yet. Asks first, commits nothing, and git brings everything back.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { DEMONSTRATION_TESTS, EMPTIED, freshFiles } from '../src/lib/start/fresh.ts';
import { today } from '../src/store/reading/today.ts';
import { commandLine } from './command-line.ts';
import { cleanCheckout } from './git.ts';

const { values } = commandLine(
  `Usage: npm run start-fresh -- [--name "…"] [--author "…"] [--email …] [--yes]
  --name    the name of the publication
  --author  who writes, as readers see it
  --email   where readers write to
  --yes     do not ask`,
  {
    name: { type: 'string' },
    author: { type: 'string' },
    email: { type: 'string' },
    yes: { type: 'boolean' },
  },
);

const stop = (reason: string): never => {
  console.error(`${reason} Nothing was changed.`);
  process.exit(1);
};
const cleanCommit = () => {
  try {
    return cleanCheckout(process.cwd());
  } catch (error) {
    return stop((error as Error).message);
  }
};
const commit = cleanCommit();

const asks = createInterface({ input: stdin, output: stdout });
const answer = async (given: string | undefined, question: string, otherwise: string) =>
  given ??
  (values.yes ? otherwise : (await asks.question(`${question} [${otherwise}] `)) || otherwise);
const name = await answer(values.name, 'What is the publication called?', 'My publication');
const author = await answer(values.author, 'Who writes it?', `${name} editors`);
const email = await answer(
  values.email,
  'Where do readers write to?',
  'editors@your-address.example',
);
if (!values.yes) {
  const sure = await asks.question(
    `All articles, sources, people, pages and comments in content/ are removed. Go on? [y/N] `,
  );
  if (!/^y(?:es)?$/i.test(sure.trim())) stop('You did not say yes.');
}
asks.close();

const files = freshFiles(
  { name, author, email, day: today(), commit },
  {
    site: readFileSync('content/site.yaml', 'utf8'),
    vocabulary: readFileSync('content/vocabulary.yaml', 'utf8'),
  },
);
for (const folder of EMPTIED) rmSync(`content/${folder}`, { recursive: true, force: true });
for (const file of DEMONSTRATION_TESTS) rmSync(file, { force: true });
for (const [file, text] of files) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
console.log(`${name} is ready, with nothing in it yet.
Now go through content/site.yaml, content/people and content/pages, and then:
  npm run new "The title of the first article"
  git add -A && git commit -m "Begin ${name.replaceAll('"', "'")}"
To undo all this before the commit: git restore . && git clean -d content`);
