import type { Check, Fault } from '../article.ts';
import { claimsDigest } from '../claims-digest.ts';
import { smog } from '../readability.ts';
import { needsHelp } from './people.ts';

/** Above this grade most readers struggle (NHS digital service manual). */
const HARDEST = 14;

/** What the front matter of a page records, in any language. */
export const records: Check = (article) => {
  const faults: Fault[] = [];
  if (/^(?:none|n\/?a|no|nothing|-|\.)\.?$/i.test(article.disclosure.trim())) {
    faults.push({
      rule: 'page/disclosure-missing',
      offset: 0,
      field: 'disclosure',
      found: `The disclosure says "${article.disclosure}".`,
      expected: 'A sentence on whether the author sells, or sends people to, what it is about.',
      fix: 'Write it, such as "The author sells nothing and refers nobody."',
    });
  }
  const digest = claimsDigest(article.statements);
  if (article.reviewed && article.reviewed.claims !== digest) {
    const { claims } = article.reviewed;
    faults.push({
      rule: 'page/changed-since-review',
      offset: 0,
      field: 'reviewed',
      found: claims
        ? `The claims of the article are no longer those that were reviewed (${claims}).`
        : 'The review does not say which claims were reviewed.',
      expected: `claims: '${digest}' in the record of the review.`,
      fix: 'Let the reviewer read the changed sentences, then write the new day and claims.',
    });
  }
  return faults;
};

/** What a page must have whatever it says. */
export const pages: Check = (article, { vocabulary }) => {
  const faults: Fault[] = [];
  const help = needsHelp(article);
  if (help && !article.sensitive.includes(help.subject)) {
    faults.push({
      rule: 'page/help-missing',
      offset: help.offset,
      found: `The article speaks of ${help.subject}, and no help box is asked for.`,
      expected: `sensitive: [${[...article.sensitive, help.subject].join(', ')}] in the front matter.`,
      fix: 'Add it: the page then shows where to get help, above the text.',
    });
  }
  const prose = article.statements.filter(({ passage }) =>
    ['paragraph', 'item'].includes(passage.kind),
  );
  const grade = smog(
    prose.map(({ text }) => text),
    (word) => vocabulary.isFamiliar(word),
  );
  if (grade !== undefined && grade > HARDEST) {
    faults.push({
      rule: 'page/readability',
      offset: 0,
      found: `The text reads at SMOG grade ${grade.toFixed(1)}.`,
      expected: `At most ${HARDEST}, names of drugs and conditions left out.`,
      fix: 'Cut long sentences, and choose shorter words.',
    });
  }
  return faults;
};
