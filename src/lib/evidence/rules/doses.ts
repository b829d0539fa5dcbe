import type { RuleId } from '../../rules/rules.ts';
import { has, placeIn, quoted, type Article, type Check, type Fault } from '../article.ts';
import type { ReadFigure } from '../figures/figure.ts';
import type { Evidence } from '../library.ts';
import type { Statement } from '../statements.ts';
import { clinicalFigures } from './figures.ts';

const isDose = ({ unit }: ReadFigure) => /^(?:mg|ml|IU)(?:\/|$)/.test(unit);

/** Words by which an amount becomes advice. */
const ADVICE =
  /^(?:\W*)(?:take|start|try|use|choose|aim|begin|swallow|drink|buy|add)\b|\b(?:you|your|should|recommend\w*|advis\w*|needs?|must|take|aim)\b/i;
const CEILING =
  /\b(?:at most|(?:no|not|never) more than|(?:not|never) (?:over|exceed)|up to|maximum|ceiling|upper limit|below|under|less than)\b/i;
const WHO_SHOULD_NOT =
  /\b(?:should not|must not|do not|don't|avoid|not for|who should not|unsafe for|not safe for|not suitable)\b/i;
const ASK =
  /\b(?:ask|talk to|speak to|speak with|talk with|check with|tell|consult|agree \w+ with|decided? with)\b[^.;]{0,60}\b(?:prescriber|doctor|pharmacist|clinician|physician|nurse|psychiatrist)/i;

/** Doses that a reader could act on are whole: with a ceiling, and with who must not take them. */
export const doses: Check = (article, evidence) => {
  if (article.evidence === 'personal') return [];
  return [...article.statements.flatMap(openEnded), ...salts(article, evidence), ...alone(article)];
};

function openEnded(statement: Statement): Fault[] {
  const near = [statement.text, statement.after?.text];
  return clinicalFigures(statement)
    .filter(
      (figure) => isDose(figure) && (figure.bound === 'at least' || figure.bound === 'more than'),
    )
    .filter(() => ADVICE.test(statement.text) && !has(CEILING, ...near))
    .map(({ text, start }) =>
      fault(
        'dose/open-ended',
        statement,
        start,
        `"${text}" has a floor and no ceiling in ${quoted(statement.text)}`,
        'The most that was tested or is safe as well.',
        'Add the upper end, such as "1 to 2 g a day, and not more".',
      ),
    );
}

/** A gram of a salt holds less than a gram of the substance. */
function salts({ statements }: Article, { vocabulary }: Evidence): Fault[] {
  return statements.flatMap((statement) => {
    const near = [statement.before?.text, statement.text, statement.after?.text].join(' ');
    const open = vocabulary.salts.find(
      ({ word, forms }) => word.test(statement.text) && !forms.test(near),
    );
    if (!open) return [];
    return clinicalFigures(statement)
      .filter(isDose)
      .slice(0, 1)
      .map(({ text, start }) =>
        fault(
          'dose/salt',
          statement,
          start,
          `"${text}" does not say whether it is ${open.of} or a salt of it.`,
          'The salt, or the word elemental.',
          `Say which, such as "${open.example}".`,
        ),
      );
  });
}

/** Advice on a dose never stands without who should not take it and whom to ask. */
function alone({ statements }: Article): Fault[] {
  const text = statements.map((statement) => statement.text).join(' ');
  for (const statement of statements) {
    const dose = clinicalFigures(statement).find(isDose);
    if (!dose || !ADVICE.test(statement.text)) continue;
    const missing = [
      ...(WHO_SHOULD_NOT.test(text) ? [] : ['who should not take it']),
      ...(ASK.test(text) ? [] : ['to ask a prescriber']),
    ];
    if (missing.length === 0) return [];
    return [
      fault(
        'dose/advice',
        statement,
        dose.start,
        `The article gives a dose, "${dose.text}", and does not say ${missing.join(' nor ')}.`,
        'Who should not take it, and "ask your prescriber".',
        'Add a sentence on both.',
      ),
    ];
  }
  return [];
}

function fault(
  rule: RuleId,
  statement: Statement,
  start: number,
  found: string,
  expected: string,
  fix: string,
): Fault {
  return { rule, offset: placeIn(statement, start), found, expected, fix };
}
