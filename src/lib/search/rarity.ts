/** How rare a term is, from the number of pages that have it. */
export function rarity(found: number, pages: number): number {
  return Math.log(1 + (pages - found + 0.5) / (found + 0.5));
}
