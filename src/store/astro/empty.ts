/** Stands in a collection that has nothing: Astro takes an empty one for a mistake, and warns. */
export const NONE = '(none)';
