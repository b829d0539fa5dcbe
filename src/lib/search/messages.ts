/** What the search page says, in one place, so that tests and page agree. */

/** How many pages were found, as a sentence that a screen reader reads out too. */
export function countSentence(count: number, words: string): string {
  const found = count === 1 ? '1 result' : `${count} results`;
  return words === '' ? `${found}.` : `${found} for “${words}”.`;
}

/** When nothing was found; what to try stands in the list below it. */
export function nothingSentence(words: string): string {
  return words === '' ? 'Nothing with these filters.' : `Nothing found for “${words}”.`;
}

/** What a reader can try when nothing was found. */
export function thingsToTry(words: string, filtered: boolean): string[] {
  const quoted = /^\s*".+"\s*$/.test(words);
  return [
    ...(filtered ? ['Take the filters off.'] : []),
    ...(quoted ? ['Leave the quotation marks out.'] : []),
    'Check the spelling, or try another word for the same thing.',
    'Look through the topics below.',
  ];
}

export const SEARCHING = 'Searching…';

export const COULD_NOT_LOAD =
  'The search could not be loaded, so this is not a “nothing found”. Check your connection and try again.';

/** Only in `npm run dev`. */
export const NO_INDEX_YET =
  'There is no search index yet. Run “npm run build” once; the search then uses the index of that build.';
