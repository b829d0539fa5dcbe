/** A word of the site's texts, plain, with the number of pages that have it. */
export interface VocabularyWord {
  word: string;
  pages: number;
}

/** A part of the vocabulary: the words from `from` on, up to the next part. */
export interface VocabularyPart {
  from: string;
  text: string;
}

/** Letters of a part; in an answer that nothing compresses, these are bytes. */
const LARGEST_PART = 7_000;
/** Parts that are loaded for a misspelt word at most, by its beginning and again by its ending. */
const MOST_PARTS = 2;

/**
 * The vocabulary as parts, each small enough to be loaded for one misspelt word. A line is a word:
 * how many letters it shares with the one before (base 36), its other letters, and a figure for
 * the number of its pages (0 for one page, 1 for two or three, 2 for four to seven, and so on).
 */
export function encodeVocabulary(words: VocabularyWord[]): VocabularyPart[] {
  const parts: VocabularyPart[] = [];
  let [before, lines, size]: [string, string[], number] = ['', [], 0];
  const sorted = words.toSorted((a, b) => (a.word < b.word ? -1 : 1));
  const close = () => {
    if (lines.length > 0) parts.at(-1)!.text = lines.join('\n');
    lines = [];
    size = 0;
    before = '';
  };
  for (const { word, pages } of sorted) {
    if (size > LARGEST_PART || parts.length === 0) {
      close();
      parts.push({ from: parts.length === 0 ? '' : word, text: '' });
    }
    let shared = 0;
    while (shared < 35 && shared < word.length && word[shared] === before[shared]) shared++;
    const line = `${shared.toString(36)}${word.slice(shared)}${Math.min(9, Math.floor(Math.log2(pages)))}`;
    lines.push(line);
    size += line.length + 1;
    before = word;
  }
  close();
  return parts;
}

/** A word from behind, as the parts that are ordered by endings have it. */
export function reversed(word: string): string {
  return [...word].reverse().join('');
}

/**
 * The parts that may hold what a misspelt word stands for: those of the words that share its first
 * third, the likeliest first. The same of the reversed word, in parts of reversed words, gives those
 * that share its last third. A single slip leaves one of the two whole, wherever it is.
 */
export function partsFor<Part extends { from: string }>(word: string, parts: Part[]): Part[] {
  const start = word.slice(0, Math.max(1, Math.floor(word.length / 3)));
  const holds = (one: string) => parts.findLastIndex(({ from }) => from <= one);
  const own = holds(word);
  const [first, last] = [Math.max(0, holds(start)), holds(`${start}\uffff`)];
  return parts
    .map((part, at) => ({ part, at }))
    .slice(first, last + 1)
    .sort((a, b) => Math.abs(a.at - own) - Math.abs(b.at - own))
    .slice(0, MOST_PARTS)
    .map(({ part }) => part);
}

/** Reads the text of a part. The number of pages is the least that its figure stands for. */
export function decodeVocabulary(text: string): VocabularyWord[] {
  let before = '';
  return text === ''
    ? []
    : text.split('\n').map((line) => {
        const word = before.slice(0, parseInt(line[0]!, 36)) + line.slice(1, -1);
        before = word;
        return { word, pages: 2 ** Number(line.at(-1)) };
      });
}
