import type { RuleId } from './rules.ts';

/** How a rule is broken and kept. Lines that begin a file with `---` are front matter. */
export interface Example {
  wrong: string;
  right: string;
  /** What the text stands in: an article where nothing is said. */
  file?: string;
  /** The rule looks at a whole text: the lines are repeated so often. */
  repeated?: number;
}

/**
 * Wrong and right examples of the rules on evidence, for authors. They lean on the invented studies of
 * `tests/fixtures/publication`, and are tested: the wrong one breaks its rule, the right one does not.
 */
export const EXAMPLES: Partial<Record<RuleId, Example>> = {
  'source/unknown': {
    wrong: 'More people slept better with sleep training than with tablets.[@harow2023]',
    right: 'More people slept better with sleep training than with tablets.[@harrow2023]',
  },
  'source/unknown-finding': {
    wrong: 'More people slept better with sleep training than with tablets.[@harrow2023#respons]',
    right: 'More people slept better with sleep training than with tablets.[@harrow2023#response]',
  },
  'source/unused': {
    wrong: 'A file of content/sources that nothing cites.',
    right: 'The same file, and [@harrow2023] in an article.',
    file: 'content/sources/harrow2023.yaml',
  },
  'source/duplicate': {
    wrong: 'DOI: 10.5555/harrow in harrow2023.yaml and in sleep-training.yaml.',
    right: 'DOI: 10.5555/harrow in harrow2023.yaml alone.',
    file: 'content/sources/',
  },
  'source/incomplete': {
    wrong: 'A source that is cited, without findings.',
    right: 'findings:\n  - id: response\n    says: …',
    file: 'content/sources/harrow2023.yaml',
  },
  'source/retracted': {
    wrong: 'Beetroot lowered blood pressure in a trial.[@dune2020]',
    right: 'A trial of beetroot was withdrawn, so we leave it out.',
  },
  'source/corrected': {
    wrong: 'status:\n  is: corrected\n  checked: 2026-11-01\n  where: the journal',
    right:
      'status:\n  is: corrected\n  checked: 2026-11-01\n  where: the journal\n  notice: moss2021correction',
    file: 'content/sources/moss2019.yaml',
  },
  'source/status-stale': {
    wrong: 'status: { is: current, checked: 2025-01-10, where: PubMed }',
    right: 'status: { is: current, checked: 2026-11-01, where: PubMed }',
    file: 'content/sources/harrow2023.yaml',
  },
  'figure/unread': {
    wrong: 'Upper pressure was 4.2.0 mmHg lower with less salt.[@heath2021]',
    right: 'Upper pressure was 4.2 mmHg lower with less salt.[@heath2021]',
  },
  'figure/not-in-source': {
    wrong: 'With sleep training 53.8% responded, with tablets 44.1%.[@harrow2023]',
    right: 'With sleep training 58.3% responded, with tablets 44.1%.[@harrow2023]',
  },
  'figure/uncited': {
    wrong: 'With sleep training 58.3% responded, with tablets 44.1%.',
    right: 'With sleep training 58.3% responded, with tablets 44.1%.[@harrow2023]',
  },
  'figure/one-arm': {
    wrong: 'With sleep training 58.3% responded.[@harrow2023]',
    right: 'With sleep training 58.3% responded, with tablets 44.1%.[@harrow2023]',
  },
  'claim/certainty': {
    wrong: 'Less salt lowers blood pressure.[@heath2021]',
    right: 'Less salt probably lowers blood pressure.[@heath2021]',
  },
  'claim/animal': {
    wrong: 'A fixed hour of rising builds up sleep pressure.[@gorse2016]',
    right: 'In mice, a fixed hour of rising built up sleep pressure.[@gorse2016]',
  },
  'claim/population': {
    wrong: 'People who took a nap needed longer to fall asleep.[@brack2021]',
    right: 'Healthy men who took a nap needed longer to fall asleep.[@brack2021]',
  },
  'claim/route': {
    wrong: 'Iron into a vein may help against tiredness.[@moss2019]',
    right: 'Iron by mouth may help against tiredness.[@moss2019]',
  },
  'claim/praise': {
    wrong: 'Sleep training is a breakthrough.',
    right: 'In one trial more people responded to sleep training than to tablets.[@harrow2023]',
  },
  'claim/uncited': {
    wrong: 'Studies show that iron helps against tiredness.',
    right: 'A review found less tiredness with some amounts of iron.[@moss2019]',
  },
  'claim/one-sided': {
    wrong: 'Sleep training may relieve insomnia.[@harrow2023]',
    right:
      'Sleep training may relieve insomnia.[@harrow2023] A blinded trial found no clear difference from a sham.[@pellow2024]',
  },
  'dose/open-ended': {
    wrong: 'Take at least 80 mg of elemental iron a day.[@moss2019]',
    right:
      'The review speaks of up to 80 mg of elemental iron a day.[@moss2019] Do not start on your own: ask your doctor.',
  },
  'dose/salt': {
    wrong: 'Some were given 80 mg of iron a day.[@moss2019]',
    right: 'Some were given 80 mg of elemental iron a day.[@moss2019]',
  },
  'dose/advice': {
    wrong: 'You should take up to 80 mg of elemental iron a day.[@moss2019]',
    right:
      'You should take up to 80 mg of elemental iron a day.[@moss2019] It is unsafe for people with too much iron in the blood. Ask your doctor first.',
  },
  'person/wording': { wrong: 'He committed suicide.', right: 'He died by suicide.' },
  'page/help-missing': {
    wrong: '---\n---\nMany people who think of suicide tell nobody.',
    right: '---\nsensitive: [suicide]\n---\nMany people who think of suicide tell nobody.',
  },
  'page/review-overdue': {
    wrong: '---\nnextReview: 2026-01-31\n---',
    right: '---\nnextReview: 2027-11-01\n---',
    file: 'content/posts/sleep-training/index.md',
  },
  'page/changed-since-review': {
    wrong:
      "---\nreviewed: { by: dr-a, on: 2026-10-01, scope: figures, claims: '000000000000' }\n---\nWith sleep training 58.3% responded, with tablets 44.1%.[@harrow2023]",
    right:
      "---\nreviewed: { by: dr-a, on: 2026-10-01, scope: figures, claims: 'af15088c303f' }\n---\nWith sleep training 58.3% responded, with tablets 44.1%.[@harrow2023]",
  },
  'page/disclosure-missing': {
    wrong: '---\ndisclosure: None.\n---',
    right: '---\ndisclosure: The author sells nothing and refers nobody.\n---',
  },
  'page/readability': {
    wrong:
      'Considerable cardiovascular heterogeneity complicates interpretation of pharmacological interventions.',
    right: 'People differ, so it is hard to say what a medicine did.',
    repeated: 30,
  },
  'look/contrast': {
    wrong: "look:\n  accent: '#f5c518'",
    right: "look:\n  accent: '#0c4c43'",
    file: 'content/site.yaml',
  },
  'look/font': {
    wrong: 'look:\n  fonts:\n    headings: serfi',
    right: 'look:\n  fonts:\n    headings: serif',
    file: 'content/site.yaml',
  },
  'look/family': {
    wrong: 'look:\n  fonts:\n    own:\n      - { family: serif, regular: clinic.woff2 }',
    right: 'look:\n  fonts:\n    own:\n      - { family: Clinic Serif, regular: clinic.woff2 }',
    file: 'content/site.yaml',
  },
  'look/unused': {
    wrong: 'look:\n  fonts:\n    own:\n      - { family: Clinic Serif, regular: clinic.woff2 }',
    right:
      'look:\n  fonts:\n    text: Clinic Serif\n    own:\n      - { family: Clinic Serif, regular: clinic.woff2 }',
    file: 'content/site.yaml',
  },
  'look/missing': {
    wrong: 'look:\n  logo: logo.svg, and no such file in content/look.',
    right: 'look:\n  logo: logo.svg, and content/look/logo.svg.',
    file: 'content/site.yaml',
  },
  'look/file': {
    wrong: 'look:\n  logo: logo.svg, a drawing with <script> in it.',
    right: 'look:\n  logo: logo.svg, saved as a plain SVG.',
    file: 'content/site.yaml',
  },
};
