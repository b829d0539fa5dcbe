import type { EvidenceSummary } from './check-article.ts';

/** What each design is called when it is counted. */
const NAMES: Record<string, [one: string, many: string]> = {
  'systematic review': ['systematic review', 'systematic reviews'],
  'randomised trial': ['randomised trial', 'randomised trials'],
  'uncontrolled trial': ['trial without a control group', 'trials without a control group'],
  cohort: ['cohort', 'cohorts'],
  'case series': ['case series', 'case series'],
  'secondary analysis': ['secondary analysis', 'secondary analyses'],
  'narrative review': ['narrative review', 'narrative reviews'],
  animal: ['animal study', 'animal studies'],
  laboratory: ['laboratory study', 'laboratory studies'],
  label: ['product label', 'product labels'],
  regulator: ['page of a regulator', 'pages of regulators'],
  guideline: ['guideline', 'guidelines'],
  method: ['paper on method', 'papers on method'],
  registry: ['trial registration', 'trial registrations'],
  report: ['report', 'reports'],
  opinion: ['opinion paper', 'opinion papers'],
  news: ['news item', 'news items'],
  correction: ['correction', 'corrections'],
};

/** `2 randomised trials` */
export function countedDesign(design: string, count: number): string {
  const [one, many] = NAMES[design] ?? [design, design];
  return `${count} ${count === 1 ? one : many}`;
}

/** A design as a heading over several sources: `Randomised trials`. */
export function designHeading(design: string): string {
  const [, many] = NAMES[design] ?? [design, design];
  return many[0]!.toUpperCase() + many.slice(1);
}

/**
 * What an article rests on, in one honest line: `14 figures checked against 9 sources: 4 randomised
 * trials, 1 product label; 3 statements are opinion.` Undefined when it cites nothing.
 */
export function evidenceLine({ figures, designs, opinions }: EvidenceSummary): string | undefined {
  const sources = designs.reduce((sum, { count }) => sum + count, 0);
  if (sources === 0) return undefined;
  const checked =
    figures === 0
      ? `${count(sources, 'source')}`
      : `${count(figures, 'figure')} checked against ${count(sources, 'source')}`;
  const kinds = designs.map((one) => countedDesign(one.design, one.count)).join(', ');
  const opinion =
    opinions === 0
      ? ''
      : `; ${count(opinions, 'statement')} ${opinions === 1 ? 'is' : 'are'} opinion`;
  return `${checked}: ${kinds}${opinion}.`;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
