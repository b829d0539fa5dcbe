import type { Check } from '../article.ts';

/** An article that cites what speaks for something also cites what is known to speak against it. */
export const sides: Check = ({ passages }, evidence) => {
  const citations = passages.flatMap((passage) => passage.citations);
  const cited = evidence.cited(citations.flatMap(({ items }) => items));
  const keys = new Set(cited.map(({ source }) => source.key));
  const told = new Set<string>();
  return cited.flatMap(({ source, finding }) => {
    const { question, direction } = finding;
    if (question === undefined || direction !== 'for' || told.has(question)) return [];
    const against = evidence.against.get(question) ?? [];
    if (against.length === 0 || against.some((key) => keys.has(key))) return [];
    told.add(question);
    const first = citations.find(({ items }) => items.some(({ key }) => key === source.key))!;
    return [
      {
        rule: 'claim/one-sided' as const,
        offset: first.offset,
        found: `The article cites ${source.key}, which speaks for "${question}", and none that speaks against.`,
        expected: `A citation of ${against.join(' or ')}.`,
        fix: 'Tell the other side as well.',
      },
    ];
  });
};
