import type { Entry, ImportedSource } from './entry.ts';

/** Words that the schema of sources allows where an author has to choose. */
export interface Vocabulary {
  designs: readonly string[];
  subjects: readonly string[];
  statuses: readonly string[];
  certainties: readonly string[];
}

/** Fields that no export knows: needed ones first, then those that make a source more useful. */
export const NEEDED = ['design', 'subject'];
export const OPTIONAL = ['population', 'n', 'country', 'funding', 'status', 'findings'];

/** Stands where the author's own words belong. */
const OPEN = '…';
const WIDTH = 98;

const FIELDS = [
  'container-title',
  'issued',
  'volume',
  'issue',
  'page',
  'publisher',
  'DOI',
  'PMID',
  'PMCID',
  'URL',
] as const satisfies (keyof ImportedSource)[];

/**
 * The text of `content/sources/<key>.yaml`: what the export says, and as comments what only someone
 * who has read the publication can say. `npm run check` asks for `design` and `subject`.
 */
export function sourceFile({ source, remarks }: Entry, key: string, words: Vocabulary): string {
  const lines = [
    ...remarks.flatMap((remark) => comment(remark)),
    `type: ${quoted(source.type)}`,
    `title: ${quoted(source.title)}`,
    ...(source.author ? ['author:', ...source.author.flatMap(authorLines)] : []),
    ...FIELDS.flatMap((name) => {
      const value = source[name];
      return value === undefined ? [] : [`${name}: ${quoted(value)}`];
    }),
    `checked: 'partly'`,
    `authorsComplete: ${source.authorsComplete ?? true}`,
    '',
    ...comment('Needed: fill in these two and take away the # before them.'),
    ...comment(`What kind of evidence it is: ${words.designs.join(', ')}.`),
    `# design: ${OPEN}`,
    ...comment(`What was studied: ${words.subjects.join(', ')} (none: a label, an opinion).`),
    `# subject: ${OPEN}`,
    '',
    ...comment('More, as far as you know it.'),
    ...comment('Who was studied.'),
    `# population: ${OPEN}`,
    ...comment('How many people or animals: a whole number.'),
    `# n: ${OPEN}`,
    ...comment('Where: a list, such as [United States].'),
    `# country: [${OPEN}]`,
    ...comment('Who paid for it.'),
    `# funding: ${OPEN}`,
    ...comment(
      `Whether it was corrected, doubted or retracted: ${words.statuses.join(', ')}; the day on which and the place where you looked that up.`,
    ),
    `# status: { is: ${OPEN}, checked: ${OPEN}, where: ${OPEN} }`,
    ...comment(
      `What it found, one item a finding. An article cites this one as [@${key}#response]. certainty: ${words.certainties.join(', ')}. direction: for, against, none. seen: title, abstract, full text. by: a file of content/people.`,
    ),
    '# findings:',
    '#   - id: response',
    `#     says: ${OPEN}`,
    `#     figures: [{ value: ${OPEN}, unit: ${OPEN}, of: ${OPEN} }]`,
    `#     certainty: ${OPEN}`,
    `#     direction: ${OPEN}`,
    `#     seen: ${OPEN}`,
    `#     by: ${OPEN}`,
    `#     on: ${OPEN}`,
  ];
  return `${lines.join('\n')}\n`;
}

function authorLines(name: NonNullable<ImportedSource['author']>[number]): string[] {
  if ('literal' in name) return [`  - literal: ${quoted(name.literal)}`];
  return [
    `  - family: ${quoted(name.family)}`,
    ...(name.given === undefined ? [] : [`    given: ${quoted(name.given)}`]),
  ];
}

/** One line of plain text in single quotes: nothing in it means anything to YAML. */
function quoted(text: string): string {
  return `'${text.replace(/'/g, "''")}'`;
}

/** A text as lines of comment that are not too long. */
function comment(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines.map((line) => `# ${line}`);
}
