import { parseDocument, type Pair, type Scalar, type YAMLMap } from 'yaml';

/** What an owner answers when a publication begins. */
export interface Beginning {
  /** Name of the publication. */
  name: string;
  /** Who writes, as readers see it. */
  author: string;
  /** Where readers write to. */
  email: string;
  /** ISO day. */
  day: string;
  /** The commit of the demonstration's last state. */
  commit: string;
}

/** Files of the demonstration's own tests. */
export const DEMONSTRATION_TESTS = [
  'tests/demonstration.test.ts',
  'tests/demonstration.questions.yaml',
];

/** What is emptied, below `content/`. */
export const EMPTIED = ['posts', 'sources', 'comments', 'people', 'pages'];

/** Id of the first author, and name of the file in `content/people`. */
const AUTHOR = 'editors';

/**
 * The files that a fresh publication begins with, by their paths. `site` and `vocabulary` are the
 * texts of the demonstration's files: their explaining comments stay. Pure.
 */
export function freshFiles(
  beginning: Beginning,
  { site, vocabulary }: { site: string; vocabulary: string },
): Map<string, string> {
  return new Map([
    ['content/site.yaml', freshSite(site, beginning)],
    ['content/vocabulary.yaml', freshVocabulary(vocabulary)],
    ['content/glossary.yaml', GLOSSARY],
    ['content/posts/README.md', POSTS],
    ['content/sources/README.md', SOURCES],
    [`content/people/${AUTHOR}.yaml`, person(beginning)],
    ...Object.entries(pages(beginning)).map(
      ([slug, text]) => [`content/pages/${slug}.md`, text] as const,
    ),
  ]);
}

/** As the demonstration's files are written. */
const STYLE = { lineWidth: 100, flowCollectionPadding: false, singleQuote: true };

function freshSite(text: string, { name, author, email, commit }: Beginning): string {
  const site = parseDocument(text);
  site.set('name', name);
  site.set('tagline', 'A few words about what you write');
  site.set('description', 'One or two sentences on what readers find here.');
  site.set('address', 'https://your-address.example');
  site.set('email', email);
  site.set('copyright', author);
  site.set(
    'topics',
    site.createNode([
      {
        id: 'general',
        name: 'General',
        description: 'Replace this by the topics you write about.',
      },
    ]),
  );
  site.set('series', site.createNode([]));
  site.set('questions', site.createNode([]));
  const started = site.createPair('startedFrom', commit);
  (started.key as unknown as Scalar).commentBefore =
    ' The state of the software with which this publication began: nobody misses its articles.';
  (site.contents as YAMLMap).add(started as Pair);
  return site.toString(STYLE);
}

/** Keeps what holds in any field: ways of giving a medicine, and praise. */
function freshVocabulary(text: string): string {
  const vocabulary = parseDocument(text);
  for (const field of ['populations', 'conditions', 'familiar', 'salts']) {
    vocabulary.set(field, vocabulary.createNode([], { flow: true }));
  }
  return vocabulary.toString(STYLE);
}

const GLOSSARY = `# Words that readers may not know and words that they type in their place.
#   term          the full form, as an article would write it
#   abbreviation  its short form; explained in an article where it first stands
#   meaning       one or two plain sentences, without clinical figures
#   synonyms      other words for it: everyday words, brand names, spellings. Only for the search.
[]
`;

const POSTS = `# Articles

Each is a folder, named like its address, with \`index.md\` or \`index.mdx\` and its pictures. \`npm run new "The title"\` makes one.
`;

const SOURCES = `# Sources

Each study, label or guideline is a file, named by the key that citations use: \`doe2020.yaml\` is cited as \`[@doe2020]\`. \`npm run source add export.bib\` makes them from a file of a reference manager.
`;

function person({ author }: Beginning): string {
  return `name: ${JSON.stringify(author)}
kind: organisation
role: Author
bio: Say who writes here and what they know about it.
`;
}

function pages({ name, email, day }: Beginning): Record<string, string> {
  const page = (title: string, description: string, text: string) =>
    `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(description)}\nupdated: ${day}\n---\n\n${text}\n`;
  return {
    about: page(
      `About ${name}`,
      'Who writes here, and for whom.',
      `Say who writes here, for whom, and who pays for it.

## Write to us

Corrections are welcome at ${email}. We are no emergency service: the [help page](/help/) lists lines that answer.`,
    ),
    'how-we-check': page(
      'How we check',
      'What stands behind a claim here, what a program checks, and what people check.',
      `A sentence about a treatment or an illness names its source. Before the site is built, a program holds the figures of each cited sentence against those that are recorded for its source: [all rules, with examples](/how-we-check/rules/). It does not know whether a record is right or a study good. Say here who checks that, and how you correct mistakes.`,
    ),
    privacy: page(
      'Privacy',
      'What this site learns about its readers.',
      `This site sets no cookie, loads nothing from other sites and sends no word that you search for. Say here who hosts it, and what the host records.`,
    ),
    disclaimer: page(
      'Disclaimer',
      'The articles are for information. They are no medical advice.',
      `What stands here is for information. It is no medical advice, no diagnosis and no prescription. Do not start, stop or change a treatment because of it: ask somebody who is trained and who knows you.

If your life or somebody else's is in danger, call the emergency number. The [help page](/help/) lists people who listen.`,
    ),
  };
}
