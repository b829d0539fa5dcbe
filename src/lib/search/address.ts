import { FILTERS, type Query, type Selection } from './engine.ts';

/** Longer input than this is not a search; it is cut. In characters. */
const MOST_WORDS = 300;

/**
 * The words and filters of the search page as a fragment, `#q=…&topic=…`. The part of an address
 * after `#` is never sent to a server, so what a reader types stays out of every log. An empty
 * query gives an empty string.
 */
export function toFragment({ words, selection, sort }: Query): string {
  const pairs = new URLSearchParams();
  if (words.trim() !== '') pairs.set('q', words.trim());
  for (const filter of FILTERS) {
    const value = selection[filter];
    if (value !== undefined) pairs.set(filter, value);
  }
  if (sort) pairs.set('sort', sort);
  const text = pairs.toString();
  return text === '' ? '' : `#${text}`;
}

/** The query in a fragment, with or without its `#`. What is unknown in it is left out. */
export function fromFragment(fragment: string): Query {
  const pairs = new URLSearchParams(fragment.replace(/^#/, ''));
  const selection: Selection = {};
  for (const filter of FILTERS) {
    const value = pairs.get(filter);
    if (value) selection[filter] = value;
  }
  const words = (pairs.get('q') ?? '').trim().slice(0, MOST_WORDS);
  return { words, selection, ...(pairs.get('sort') === 'date' && { sort: 'date' }) };
}
