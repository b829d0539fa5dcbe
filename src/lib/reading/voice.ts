/** What is read of a browser's voice. */
export interface Voice {
  lang: string;
  /** True when the device itself speaks; false when a company's server does. */
  localService: boolean;
  default: boolean;
}

/**
 * A voice of the device for a language, the reader's own choice first. Voices of other companies'
 * servers are never taken: they would be sent the text that somebody reads.
 */
export function chooseVoice<V extends Voice>(voices: V[], language: string): V | undefined {
  const plain = (tag: string) => tag.toLowerCase().replace('_', '-');
  const wanted = plain(language);
  const fitting = voices.filter(
    ({ lang, localService }) => localService && plain(lang).split('-')[0] === wanted.split('-')[0],
  );
  return (
    fitting.find((voice) => voice.default) ??
    fitting.find(({ lang }) => plain(lang) === wanted) ??
    fitting[0]
  );
}

/** Text as it is said: without line breaks, and with a pause at its end. */
export function spoken(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' || /[.!?:;…]["'”’)]*$/.test(line) ? line : `${line}.`;
}
