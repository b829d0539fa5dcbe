import { has, placeIn, quoted, type Check, type Fault } from '../article.ts';
import type { Evidence } from '../library.ts';
import { CERTAINTY, type Cited } from '../source.ts';
import type { Statement } from '../statements.ts';

/** What an article says that a treatment does. */
export const claims: Check = ({ evidence: kind, statements }, evidence) =>
  statements.flatMap((statement) => [
    ...praise(statement, evidence),
    ...(kind === 'personal'
      ? []
      : [
          ...certainty(statement, evidence),
          ...animal(statement, evidence),
          ...population(statement, evidence),
          ...route(statement, evidence),
          ...uncited(statement),
        ]),
  ]);

/** Verbs of effect, by their third person; the plain form counts behind a plural. */
const EFFECTS =
  'reduce improve relieve prevent help protect lower raise increase ease lift treat cure stop restore strengthen boost slow speed work shorten lessen calm quieten reverse cause trigger'.split(
    ' ',
  );
const THIRD = new RegExp(String.raw`\b(?:${EFFECTS.map((verb) => `${verb}s`).join('|')})\b`, 'i');
const PLURAL = new RegExp(
  String.raw`\b(?!does|this|is|as|was|has|its|thus|always|perhaps|points|scores)\w+s (?:${EFFECTS.join('|')})\b`,
  'i',
);
const PLAIN =
  /\b(?:(?:is|are) (?:an? )?effective|leads? to|results? in|makes? (?:people|patients))\b/i;

const CLAIMS = [THIRD, PLURAL, PLAIN];
/** "It helps to judge that" is no effect. */
const HELPS_US = /\bhelps? (?:us|you|to (?:judge|see|tell|understand|explain|show|know))\b/gi;

/** Words that a claim needs at each certainty; words for less certainty do as well. */
const VERY_UNCERTAIN =
  /very uncertain|cannot (?:be told|tell|say|be said)|no firm conclusion|not (?:be )?known|nobody knows|unclear|uncertain|no (?:one|study|trial) (?:has )?show|not (?:been )?shown|too (?:few|small|weak|early)|open question|unproven|does not (?:show|prove)|do not (?:show|prove)|question/i;
const MAY = /\b(?:may|might|could|perhaps|possibly|seems?|appears?|suggests?)\b/i;
const PROBABLY = /\b(?:probably|likely|usually)\b/i;
const HEDGES: Record<(typeof CERTAINTY)[number], RegExp[]> = {
  high: [],
  moderate: [PROBABLY, MAY, VERY_UNCERTAIN],
  low: [MAY, VERY_UNCERTAIN],
  'very low': [VERY_UNCERTAIN],
};
const WORDING = {
  high: '',
  moderate: 'probably',
  low: 'may',
  'very low': 'the evidence is very uncertain',
};

/** A sentence that reports what somebody found or thinks is no claim of ours. */
const REPORT =
  /\b(?:found|reported|reports?|showed|responded|relapsed|asked?|asks|whether|if|states?|says?|stated|said|concluded|warns?|warned|claims?|argues?|propose[sd]?|measured|hypothes[ei]s|in (?:that|this|the|one|a|another) (?:trial|study|review|analysis))\b/i;

/** The past tense, where it comes before the verb of effect. */
const PAST = /\b(?:was|were|did|had|saw)\b/i;

/** The verb must not be stronger than the surest of the cited findings. */
function certainty(statement: Statement, evidence: Evidence): Fault[] {
  const { text } = statement;
  const told = text.replace(HELPS_US, (words) => ' '.repeat(words.length));
  const claim = Math.min(...CLAIMS.map((pattern) => pattern.exec(told)?.index ?? Infinity));
  if (
    claim === Infinity ||
    text.endsWith('?') ||
    REPORT.test(text) ||
    PAST.test(told.slice(0, claim))
  )
    return [];
  const graded = evidence
    .cited(statement.restsOn)
    .flatMap(({ finding }) => (finding.certainty === 'not graded' ? [] : [finding.certainty]));
  const surest = CERTAINTY.find((one) => graded.includes(one));
  if (!surest || surest === 'high' || has(HEDGES[surest][0]!, text)) return [];
  if (HEDGES[surest].some((hedge) => hedge.test(text))) return [];
  return [
    {
      rule: 'claim/certainty',
      offset: placeIn(statement),
      found: `${quoted(text)} says more than a finding of ${surest} certainty carries.`,
      expected: `A word for how sure it is: "${WORDING[surest]}".`,
      fix: 'Soften the verb, or report what was found in the past tense.',
    },
  ];
}

const ANIMAL_WORDS =
  /\b(?:mice|mouse|rats?|rodents?|animals?|cells?|neurons in|laborator(?:y|ies)|in vitro|dish(?:es)?|tissue|primates?|monkeys?|fish|pigs?)\b/i;

/** "This has never been watched in a living person" claims nothing of people. */
const NOT_IN_PEOPLE =
  /\b(?:never|not|no (?:trial|study|studies|research))\b[^.]*\b(?:in|on|with|of) (?:an? |any )?(?:living )?(?:people|persons?|humans?|patients?)\b/i;

/** What was found in animals or cells is reported as found there. */
function animal(statement: Statement, evidence: Evidence): Fault[] {
  const sources = evidence.sourcesOf(statement.restsOn);
  const lab = sources.filter(({ subject }) => subject === 'animals' || subject === 'cells');
  if (lab.length === 0 || lab.length < sources.length) return [];
  if (has(ANIMAL_WORDS, statement.text, statement.before?.text)) return [];
  if (NOT_IN_PEOPLE.test(statement.text)) return [];
  return [
    {
      rule: 'claim/animal',
      offset: placeIn(statement),
      found: `${quoted(statement.text)} rests on ${lab.map(({ key }) => key).join(', ')}, a study of ${lab[0]!.subject}.`,
      expected: 'The animals or cells named in the sentence or the one before.',
      fix: `Say in whom it was found: in ${lab[0]!.subject === 'cells' ? 'cells in a dish' : 'mice, or rats'}.`,
    },
  ];
}

const PEOPLE = /\b(?:people|patients|adults|children|men|women|participants)\b/i;

/** A finding in one kind of people is not reported of another. */
function population(statement: Statement, evidence: Evidence): Fault[] {
  const cited = evidence.cited(statement.restsOn);
  const { populations, conditions } = evidence.vocabulary;
  const told = PEOPLE.test(statement.text) || conditions?.test(statement.text);
  if (cited.length === 0 || !told) return [];
  const studied = cited.map(whom);
  const near = `${statement.before?.text ?? ''} ${statement.text}`;
  const other = populations.find(
    (one) => studied.every((text) => one.isRecordedIn(text)) && !one.isNamedIn(near),
  );
  if (!other) return [];
  return [
    {
      rule: 'claim/population',
      offset: placeIn(statement),
      found: `${quoted(statement.text)} does not say that the finding is from ${other.name}.`,
      expected: `Who was studied: ${cited[0]!.finding.population ?? cited[0]!.source.population ?? other.name}.`,
      fix: 'Name them in the sentence or the one before.',
    },
  ];
}

function whom({ source, finding }: Cited): string {
  return finding.population ?? [source.population ?? '', ...(source.conditions ?? [])].join(', ');
}

/** A finding by one way of giving a medicine is not reported of another. */
function route(statement: Statement, evidence: Evidence): Fault[] {
  const given = evidence.cited(statement.restsOn).map(({ finding }) => finding.route);
  if (given.length === 0 || given.some((one) => one === undefined || one === 'any')) return [];
  const named = evidence.vocabulary.routes
    .filter(({ words }) => words.test(statement.text))
    .map(({ name }) => name);
  if (named.length === 0 || named.some((name) => given.includes(name))) return [];
  return [
    {
      rule: 'claim/route',
      offset: placeIn(statement),
      found: `${quoted(statement.text)} speaks of the ${named.join(' or ')} route; the finding is ${given[0]}.`,
      expected: 'The route of the finding, or a word that it was another.',
      fix: `Say that it was given by the ${given[0]} route, or cite a finding of this one.`,
    },
  ];
}

const DENIED = /\b(?:not|no|never|isn't|nor|neither|without|cannot|hardly|than a)\b[^.;:]{0,40}$/i;

/** Words of praise, unless they are somebody else's, are denied, or mean something clinical. */
function praise(statement: Statement, { vocabulary }: Evidence): Fault[] {
  const { text, passage } = statement;
  if (passage.kind === 'quotation') return [];
  const blank = (words: string) => ' '.repeat(words.length);
  const own = text.replace(/["“][^"”]*["”]|‘[^’]*’/g, blank);
  return vocabulary.praise.flatMap(({ word, clinical }) => {
    const plain = clinical ? own.replace(clinical, blank) : own;
    return [...plain.matchAll(word)].flatMap((match): Fault[] => {
      if (DENIED.test(own.slice(Math.max(0, match.index - 60), match.index))) return [];
      return [
        {
          rule: 'claim/praise',
          offset: placeIn(statement, match.index),
          found: `"${match[0]}" is praise.`,
          expected: 'What was found, in plain words: praise counts as a claim (FTC, 2022).',
          fix: 'Say what was measured and in how many people, or leave the word out.',
        },
      ];
    });
  });
}

const SHOW =
  /\b(?:studies|research|trials?|evidence|science|data|scientists|researchers|experts)\b[^.;]{0,20}\b(?:shows?|suggests?|shown|proves?|indicates?|confirms?|found|finds?|agree)\b/i;
const COMPARES =
  /\b(?:(?:works?|helps?|acts?|lasts?|heals?|relieves?)\b[^.;]{0,30}\b(?:better|faster|longer|more)|(?:more|less) effective|better|safer|faster) than\b/i;
/** A sentence that says that nothing was shown, or asks what was, needs no source for it. */
const NOTHING = /\b(?:no|not|nobody|none|never|nothing|few|whether|without|what|how)\b/i;

/** Claims of what was shown, without a source. */
function uncited(statement: Statement): Fault[] {
  if (statement.cited.length > 0) return [];
  const match = SHOW.exec(statement.text) ?? COMPARES.exec(statement.text);
  if (!match || NOTHING.test(statement.text) || statement.text.endsWith('?')) return [];
  return [
    {
      rule: 'claim/uncited',
      offset: placeIn(statement, match.index),
      found: `${quoted(statement.text)} names no source.`,
      expected: 'A citation in the sentence, or at the end of its paragraph.',
      fix: 'Cite the study, or leave the sentence out.',
    },
  ];
}
