/**
 * The keyboard of the search page, as a table: what a key means where the focus is. Tab is left to
 * the browser, so sections and filters are reached as everywhere else.
 */

/** Where the focus is: in the field, or on the title of the result with this number, from 0. */
export type Focus = 'field' | number;

export type Action =
  /** Put the focus on the field or on a result. */
  | { go: Focus }
  /** Search now, without waiting for more letters, then go to the first result. */
  | { search: true }
  /** Empty the field. */
  | { clear: true };

/** What to do, or nothing: then the key keeps its ordinary meaning. */
export function keyAction(
  key: string,
  focus: Focus,
  state: { results: number; words: string },
): Action | undefined {
  if (focus === 'field') {
    if (key === 'Enter') return { search: true };
    if (key === 'ArrowDown' && state.results > 0) return { go: 0 };
    if (key === 'Escape' && state.words !== '') return { clear: true };
    return undefined;
  }
  if (key === 'ArrowDown' && focus + 1 < state.results) return { go: focus + 1 };
  if (key === 'ArrowUp') return { go: focus === 0 ? 'field' : focus - 1 };
  if (key === 'Escape') return { go: 'field' };
  return undefined;
}
