import type { Interface } from '../interface/interface.ts';
import type { EvidenceSummary } from './check-article.ts';

/** `2 randomised trials` */
export function countedDesign(design: string, count: number, t: Interface): string {
  return t.say(formsOf(design, t), { n: count });
}

/** A design as a heading over several sources: `Randomised trials`. */
export function designHeading(design: string, t: Interface): string {
  return capital(t.say(formsOf(design, t).other.replace('{n} ', '')));
}

function formsOf(design: string, t: Interface) {
  const forms = t.words.designs as Record<string, { one: string; other: string }>;
  return forms[design] ?? { one: `{n} ${design}`, other: `{n} ${design}` };
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/**
 * What an article rests on, in one honest line: `14 figures checked against 9 sources: 4 randomised
 * trials, 1 product label; 3 statements are opinion.` Undefined when it cites nothing.
 */
export function evidenceLine(
  { figures, designs, opinions }: EvidenceSummary,
  t: Interface,
): string | undefined {
  const { evidence } = t.words;
  const count = designs.reduce((sum, design) => sum + design.count, 0);
  if (count === 0) return undefined;
  const sources = t.say(evidence.sources, { n: count });
  const checked = figures === 0 ? sources : t.say(evidence.figures, { n: figures, sources });
  const kinds = designs.map((one) => countedDesign(one.design, one.count, t)).join(', ');
  const opinion = opinions === 0 ? '' : `; ${t.say(evidence.opinions, { n: opinions })}`;
  return `${checked}: ${kinds}${opinion}.`;
}
