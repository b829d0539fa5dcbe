import { languageName } from '../../interface/interface.ts';
import type { Check } from '../article.ts';
import { readsProse } from '../language.ts';

/** That the rules do not read an article in another language is reported, and readers see it too. */
export const languages: Check = ({ language = 'en' }) => {
  if (readsProse(language)) return [];
  const name = languageName(language, 'en');
  return [
    {
      rule: 'page/language',
      offset: 0,
      field: 'language',
      found: `The article is in ${name}, which the rules on prose do not read.`,
      expected:
        'Only citations were checked, and figures with a unit, such as 23,6 % or 1.500 mg. Claims, doses, wording and help were not.',
      fix: 'Let a second person hold it against the rules, and set sensitive: where it speaks of suicide, abuse or drugs.',
    },
  ];
};
