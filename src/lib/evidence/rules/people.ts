import { placeIn, type Article, type Check, type Fault } from '../article.ts';

/**
 * Words that hurt or mislead, with words to use, after the World Health Organization's guide for
 * media (2023) and the usual advice to put the person first.
 */
const WORDING: { pattern: RegExp; use: string }[] = [
  { pattern: /\bcommit(?:s|ted|ting)? suicide\b/gi, use: '"died by suicide"' },
  { pattern: /\b(?:successful|completed) suicides?\b/gi, use: '"died by suicide"' },
  {
    pattern: /\b(?:failed|unsuccessful|successful) (?:suicide )?attempts?\b/gi,
    use: '"attempted suicide"',
  },
  { pattern: /\bsuicide epidemic\b/gi, use: '"rising rates"' },
  {
    pattern: /\b(?:drug )?(?:addicts?|junkies?|junkie|druggies?|users of drugs)\b/gi,
    use: '"people with an addiction"',
  },
  {
    pattern: /\b(?:an|the|many|most|some) alcoholics?\b(?! (?:drinks?|hepatitis|liver))/gi,
    use: '"people with alcohol dependence"',
  },
  { pattern: /\bschizophrenics?\b/gi, use: '"people with schizophrenia"' },
  {
    pattern: /\b(?:bipolars|depressives|manic[- ]depressives?|psychotics)\b/gi,
    use: '"people with" the condition',
  },
  { pattern: /\bsuffer(?:s|ed|ing)? from\b/gi, use: '"has" or "lives with"' },
  {
    pattern: /\b(?:depression|schizophrenia|anxiety|PTSD|addiction) sufferers?\b/gi,
    use: '"people with" the condition',
  },
  {
    pattern: /\bvictims? of (?:depression|mental|addiction|bipolar|schizophrenia|anxiety|PTSD)\b/gi,
    use: '"people with" the condition',
  },
  { pattern: /\b(?:afflicted|stricken) (?:with|by)\b/gi, use: '"has" or "lives with"' },
  { pattern: /\b(?:the )?mentally ill\b/gi, use: '"people with a mental illness"' },
  {
    pattern: /\b(?:crazy|insane|lunatics?|nutcases?|psychos?)\b/gi,
    use: 'plain words for what is meant',
  },
];

const SUICIDE =
  /\b(?:suicid\w*|self-harm\w*|(?:end|take|took|ending|taking) (?:(?:his|her|their|your|one's) )?(?:own )?li(?:fe|ves)|kill(?:ed|ing)? (?:him|her|them|your)sel(?:f|ves))\b/i;
const METHOD =
  /\b(?:hang(?:ed|ing)|noose|overdos(?:e|ed|ing) (?:of|on|with)|jump(?:ed|ing)? (?:from|off|in front)|gun(?:shot)?|shot (?:him|her|them)sel\w+|slit|cut(?:ting)? (?:his|her|their) wrists?|drown(?:ed|ing)|poison(?:ed|ing)|suffocat\w+|swallow(?:ed|ing)? (?:\w+ )?(?:pills|tablets)|helium|carbon monoxide)\b/i;

/** How people are spoken of. */
export const people: Check = (article) => [...wording(article), ...method(article)];

function wording({ statements }: Article): Fault[] {
  return statements.flatMap((statement) => {
    if (statement.passage.kind === 'quotation') return [];
    const own = statement.text.replace(/["“][^"”]*["”]/g, (words) => ' '.repeat(words.length));
    return WORDING.flatMap(({ pattern, use }) =>
      [...own.matchAll(pattern)].map((match): Fault => ({
        rule: 'person/wording',
        offset: placeIn(statement, match.index),
        found: `"${match[0]}" puts a label on people.`,
        expected: `${use} (World Health Organization, guide for the media, 2023).`,
        fix: `Write ${use}.`,
      })),
    );
  });
}

/** So many sentences before and behind one that speaks of suicide are about it too. */
const NEAR = 3;

/** Means of suicide, and amounts, are never described. */
function method({ statements, sensitive }: Article): Fault[] {
  return statements.flatMap((statement, at) => {
    const { text } = statement;
    const near = statements.slice(Math.max(0, at - NEAR), at + NEAR + 1);
    const about =
      SUICIDE.test(text) ||
      (sensitive.includes('suicide') && near.some((one) => SUICIDE.test(one.text)));
    const match = about ? METHOD.exec(text) : null;
    if (!match) return [];
    return [
      {
        rule: 'person/method' as const,
        offset: placeIn(statement, match.index),
        found: `"${match[0]}" names a means of suicide.`,
        expected: 'No means and no amounts (World Health Organization, guide for the media, 2023).',
        fix: 'Leave the means out; say how to get help.',
      },
    ];
  });
}

/** True where a text speaks of suicide, self-harm or abuse, so that help must stand beside it. */
export function needsHelp({
  statements,
}: Article): { subject: string; offset: number } | undefined {
  const numbers = new Set(
    statements
      .filter(({ figures }) => figures.some(({ ordinary }) => ordinary === 'telephone number'))
      .map(({ passage }) => passage),
  );
  const ABUSE =
    /\b(?:domestic (?:abuse|violence)|sexual(?:ly)? abus\w+|child abuse|was abused|abusive (?:partner|relationship|husband|wife))\b/i;
  for (const statement of statements) {
    // A passage with a number to call is help itself.
    if (numbers.has(statement.passage)) continue;
    const suicide = SUICIDE.exec(statement.text);
    if (suicide) return { subject: 'suicide', offset: placeIn(statement, suicide.index) };
    const abuse = ABUSE.exec(statement.text);
    if (abuse) return { subject: 'abuse', offset: placeIn(statement, abuse.index) };
  }
  return undefined;
}
