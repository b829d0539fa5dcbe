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
 * Wrong and right examples of the rules on evidence, for authors. They lean on sources of this
 * publication, and are tested: the wrong one breaks its rule, the right one does not.
 */
export const EXAMPLES: Partial<Record<RuleId, Example>> = {
  'source/unknown': {
    wrong: 'More people responded than with ECT.[@anand2032]',
    right: 'More people responded than with ECT.[@anand2023]',
  },
  'source/unknown-finding': {
    wrong: 'More people responded than with ECT.[@anand2023#respons]',
    right: 'More people responded than with ECT.[@anand2023#response]',
  },
  'source/unused': {
    wrong: 'A file of content/sources that nothing cites.',
    right: 'The same file, and [@anand2023] in an article.',
    file: 'content/sources/anand2023.yaml',
  },
  'source/duplicate': {
    wrong: 'DOI: 10.1056/NEJMoa2302399 in anand2023.yaml and in ketamine-ect.yaml.',
    right: 'DOI: 10.1056/NEJMoa2302399 in anand2023.yaml alone.',
    file: 'content/sources/',
  },
  'source/incomplete': {
    wrong: 'A source that is cited, without findings.',
    right: 'findings:\n  - id: response\n    says: …',
    file: 'content/sources/anand2023.yaml',
  },
  'source/retracted': {
    wrong: 'A second trial agreed.[@withdrawn2019]',
    right: 'A second trial that agreed was withdrawn, so we leave it out.',
  },
  'source/corrected': {
    wrong: 'status:\n  is: corrected\n  checked: 2026-11-01\n  where: the journal',
    right:
      'status:\n  is: corrected\n  checked: 2026-11-01\n  where: the journal\n  notice: liao2021correction',
    file: 'content/sources/liao2019.yaml',
  },
  'source/status-stale': {
    wrong: 'status: { is: current, checked: 2025-01-10, where: PubMed }',
    right: 'status: { is: current, checked: 2026-11-01, where: PubMed }',
    file: 'content/sources/anand2023.yaml',
  },
  'figure/unread': {
    wrong: 'They were given 0.5.0 mg/kg.[@anand2023]',
    right: 'They were given 0.5 mg/kg.[@anand2023]',
  },
  'figure/not-in-source': {
    wrong: 'With ketamine 54.5% responded, with ECT 41.2%.[@anand2023]',
    right: 'With ketamine 55.4% responded, with ECT 41.2%.[@anand2023]',
  },
  'figure/uncited': {
    wrong: 'With ketamine 55.4% responded, with ECT 41.2%.',
    right: 'With ketamine 55.4% responded, with ECT 41.2%.[@anand2023]',
  },
  'figure/one-arm': {
    wrong: 'With ketamine 55.4% responded.[@anand2023]',
    right: 'With ketamine 55.4% responded, with ECT 41.2%.[@anand2023]',
  },
  'claim/certainty': {
    wrong: 'Ketamine relieves depression that did not lift.[@anand2023]',
    right: 'Ketamine may relieve depression that did not lift.[@anand2023]',
  },
  'claim/animal': {
    wrong: 'Ketamine lets new connections grow.[@modasava2019]',
    right: 'In mice, new connections grew after ketamine.[@modasava2019]',
  },
  'claim/population': {
    wrong:
      'In people with depression the network was less connected a day later.[@scheidegger2012]',
    right: 'In healthy people the network was less connected a day later.[@scheidegger2012]',
  },
  'claim/route': {
    wrong: 'A lozenge under the tongue may help people whom nothing has helped.[@anand2023]',
    right: 'Ketamine into a vein may help people whom nothing has helped.[@anand2023]',
  },
  'claim/praise': {
    wrong: 'Ketamine is a breakthrough.',
    right: 'In one open-label trial more people responded to ketamine than to ECT.[@anand2023]',
  },
  'claim/uncited': {
    wrong: 'Studies show that omega-3 lifts the mood.',
    right: 'Studies show better scores at some amounts of omega-3.[@kelaiditis2023]',
  },
  'claim/one-sided': {
    wrong: 'Ketamine may relieve depression.[@anand2023]',
    right:
      'Ketamine may relieve depression.[@anand2023] A smaller trial found no clear difference from midazolam.[@jelovac2025]',
  },
  'dose/open-ended': {
    wrong: 'Take at least 1 g a day.[@gencer2021]',
    right:
      'The trials gave up to 1 g a day, or more.[@gencer2021] Do not start on your own if your heart beats unevenly: ask your prescriber.',
  },
  'person/wording': { wrong: 'He committed suicide.', right: 'He died by suicide.' },
  'page/help-missing': {
    wrong: '---\n---\nMany people who think of suicide tell nobody.',
    right: '---\nsensitive: [suicide]\n---\nMany people who think of suicide tell nobody.',
  },
  'page/review-overdue': {
    wrong: '---\nnextReview: 2026-01-31\n---',
    right: '---\nnextReview: 2027-11-01\n---',
    file: 'content/posts/omega-3/index.md',
  },
  'page/changed-since-review': {
    wrong:
      "---\nreviewed: { by: dr-a, on: 2026-10-01, scope: figures, claims: '000000000000' }\n---\nWith ketamine 55.4% responded, with ECT 41.2%.[@anand2023]",
    right:
      "---\nreviewed: { by: dr-a, on: 2026-10-01, scope: figures, claims: '8b662e247d11' }\n---\nWith ketamine 55.4% responded, with ECT 41.2%.[@anand2023]",
  },
  'page/disclosure-missing': {
    wrong: '---\ndisclosure: None.\n---',
    right: '---\ndisclosure: The author sells nothing and refers nobody.\n---',
  },
  'page/readability': {
    wrong:
      'Considerable neurobiological heterogeneity complicates interpretation of pharmacological interventions.',
    right: 'People differ, so it is hard to say what a medicine did.',
    repeated: 30,
  },
};
