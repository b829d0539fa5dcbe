/**
 * Normalised discounted cumulative gain of the first `depth` (Järvelin and Kekäläinen, 2002), with
 * the grade as gain. From 0 to 1.
 */
export function ndcg(ranked: string[], grades: Map<string, number>, depth = 10): number {
  const ideal = [...grades.values()].filter((grade) => grade > 0).sort((a, b) => b - a);
  const best = gain(ideal.slice(0, depth));
  return best === 0 ? 0 : gain(ranked.slice(0, depth).map((id) => grades.get(id) ?? 0)) / best;
}

function gain(grades: number[]): number {
  return grades.reduce((sum, grade, at) => sum + Math.max(0, grade) / Math.log2(at + 2), 0);
}

/** One over the place of the first answer among the first `depth`; 0 where there is none. */
export function reciprocalRank(ranked: string[], grades: Map<string, number>, depth = 10): number {
  const at = ranked.slice(0, depth).findIndex((id) => (grades.get(id) ?? 0) > 0);
  return at === -1 ? 0 : 1 / (at + 1);
}

/** Share of all answers that are among the first `depth`. */
export function recall(ranked: string[], grades: Map<string, number>, depth = 100): number {
  const answers = [...grades].filter(([, grade]) => grade > 0).map(([id]) => id);
  const found = new Set(ranked.slice(0, depth));
  return answers.filter((id) => found.has(id)).length / Math.max(1, answers.length);
}

export function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** The value that a share of all does not exceed: 0.5 is the median. */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
