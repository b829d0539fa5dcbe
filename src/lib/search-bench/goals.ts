/** What one run measured, as far as there are goals for it. */
export interface Figures {
  /** nDCG@10 on the second half of the questions, by engine. */
  heldOut: Record<'ours' | 'BM25 (Porter)' | 'Lunr', number>;
  /** Questions as they are that found nothing. */
  nothing: number;
  /** nDCG@10 of the two rarest words, and of the same with a slip. */
  two: number;
  twoWithSlip: number;
  /** Of a first query, median, without the texts of its results. */
  firstBytes: number;
  /** Milliseconds of a query when all it needs is there, median. */
  warm: number;
  /** The same on a site of many pages, where that was measured. */
  warmOnMany?: number | undefined;
  /** The script of the search page, as brotli. */
  scriptBytes: number;
}

/** A goal of the search, what was measured, and whether that is enough. */
export interface Goal {
  goal: string;
  measured: string;
  must: string;
  aim: string;
  met: 'aim' | 'must' | 'no';
}

/** Holds the figures of a run against the goals of the search. */
export function goals(figures: Figures): Goal[] {
  const { ours, 'BM25 (Porter)': bm25, Lunr } = figures.heldOut;
  const times = (value: number) => `${value.toFixed(3)} ×`;
  const share = (value: number) => `${(100 * value).toFixed(1)} %`;
  const bytes = (value: number) => `${(value / 1000).toFixed(1)} kB`;
  const kib = (value: number) => `${(value / 1024).toFixed(1)} KiB`;
  const ms = (value: number) => `${value.toFixed(2)} ms`;
  const more = (goal: string, value: number, must: number, aim: number, as = times): Goal => {
    const met = value >= aim ? 'aim' : value >= must ? 'must' : 'no';
    return { goal, measured: as(value), must: as(must), aim: as(aim), met };
  };
  const less = (goal: string, value: number, must: number, aim: number, as: typeof ms): Goal => ({
    ...more(goal, -value, -must, -aim),
    measured: as(value),
    must: as(must),
    aim: as(aim),
  });
  return [
    more('nDCG@10, second half, against BM25', ours / bm25, 1, 1.08),
    more('nDCG@10, second half, against Lunr', ours / Lunr, 1, 1.08),
    less('questions without a result', figures.nothing, 0, 0, String),
    more('two words, a slip: share', figures.twoWithSlip / figures.two, 0.95, 1, share),
    less('bytes of a first query', figures.firstBytes, 200_000, 100_000, bytes),
    less('warm query', figures.warm, 25, 2, ms),
    ...(figures.warmOnMany === undefined
      ? []
      : [less('warm query, many pages', figures.warmOnMany, 60, 5, ms)]),
    // As `tests/built-site.test.ts` counts it.
    less('script of the search page', figures.scriptBytes, 12 * 1024, 8 * 1024, kib),
  ];
}
