/** What a text is about: its features (words, topics), each with how much it counts. */
export type Features<Key> = Map<Key, number>;

/** A text that is like another one, by its number, with their dot product. */
export interface Neighbour {
  number: number;
  likeness: number;
}

/** The `count` features that count the most, scaled to length 1. Among equals the first stay. */
export function heaviest<Key>(features: Iterable<[Key, number]>, count: number): Features<Key> {
  const top = [...features].sort(([, a], [, b]) => b - a).slice(0, count);
  const length = Math.hypot(...top.map(([, weight]) => weight)) || 1;
  return new Map(top.map(([key, weight]) => [key, weight / length]));
}

/**
 * For each text those most like it, best first, at most `count`: those whose features have the
 * largest dot product, which for features of length 1 is the cosine (Salton and Buckley 1988).
 * Texts without a common feature are not alike.
 *
 * `tie` orders two texts that are equally like a third. With `most`, a feature compares only the
 * texts in which it counts the most, which keeps thousands of texts quick. Otherwise time grows
 * with the number of shared features, not with the square of the texts.
 */
export function nearest<Key>(
  texts: Features<Key>[],
  count: number,
  tie: (a: number, b: number) => number = (a, b) => a - b,
  most = Infinity,
): Neighbour[][] {
  const sharing = new Map<Key, [number: number, weight: number][]>();
  texts.forEach((features, number) => {
    for (const [key, weight] of features) {
      const known = sharing.get(key);
      if (known) known.push([number, weight]);
      else sharing.set(key, [[number, weight]]);
    }
  });
  // As columns of numbers, which is several times as fast as pairs.
  const columns = new Map<Key, { numbers: Uint32Array; weights: Float64Array }>();
  for (const [key, entries] of sharing) {
    if (entries.length > most) entries.sort(([, a], [, b]) => b - a).splice(most);
    columns.set(key, {
      numbers: Uint32Array.from(entries, ([number]) => number),
      weights: Float64Array.from(entries, ([, weight]) => weight),
    });
  }

  const sums = new Float64Array(texts.length);
  const before = (a: number, b: number) =>
    sums[a]! > sums[b]! || (sums[a] === sums[b] && tie(a, b) < 0);
  return texts.map((features, number) => {
    const alike: number[] = [];
    for (const [key, weight] of features) {
      const { numbers, weights } = columns.get(key)!;
      for (let at = 0; at < numbers.length; at++) {
        const other = numbers[at]!;
        if (sums[other] === 0 && other !== number) alike.push(other);
        sums[other]! += weight * weights[at]!;
      }
    }
    const best: number[] = [];
    for (const other of alike) {
      if (best.length === count && !before(other, best.at(-1)!)) continue;
      const place = best.findIndex((one) => before(other, one));
      best.splice(place === -1 ? best.length : place, 0, other);
      if (best.length > count) best.pop();
    }
    const neighbours = best.map((other) => ({ number: other, likeness: sums[other]! }));
    for (const other of alike) sums[other] = 0;
    sums[number] = 0;
    return neighbours;
  });
}
