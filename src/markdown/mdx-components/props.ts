import { setMarks } from '../smart-punctuation.ts';

/** What a component accepts for one of its props. */
export interface Prop<T> {
  required: boolean;
  /** What to write there, as the end of a sentence: `one of "note", "caution"`. */
  expected: string;
  /** The prop as an author would write it: `kind="caution"`. */
  example: string;
  /** Whether its text is printed as it is. */
  shown?: true;
  /** The value when it will do, else `undefined`. */
  read(value: unknown): T | undefined;
}

export type Props = Record<string, Prop<unknown>>;

/** The values that a component with these props is drawn from. */
export type Values<P extends Props> = {
  [K in keyof P]: P[K] extends Prop<infer T> ? T : never;
};

/** Something wrong with the props of a component. Positions are added by the caller. */
export interface PropProblem {
  /** The prop at fault, when it stands in the file. */
  prop?: string;
  found: string;
  expected: string;
  fix: string;
}

/** Text that readers see: its marks are set like those of the article. */
export function words(example: string): Prop<string> {
  const plain = text(example);
  return {
    ...plain,
    shown: true,
    read: (value) => {
      const given = plain.read(value);
      return given === undefined ? undefined : setMarks(given);
    },
  };
}

/** Text that says something, as it is typed. */
export function text(example: string): Prop<string> {
  return {
    required: true,
    expected: 'text in quotes',
    example,
    read: (value) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined),
  };
}

/** Text that may be empty, such as the alternative text of a picture that only decorates. */
export function anyText(example: string): Prop<string> {
  return {
    ...text(example),
    read: (value) => (typeof value === 'string' ? value.trim() : undefined),
  };
}

/** One of a few words. */
export function oneOf<T extends string>(words: readonly T[]): Prop<T> {
  return {
    required: true,
    expected: `one of ${words.map((word) => `"${word}"`).join(', ')}`,
    example: `"${words[0]}"`,
    read: (value) => words.find((word) => word === value),
  };
}

/** A number above zero. */
export function positive(example: string): Prop<number> {
  return {
    required: true,
    expected: 'a number above zero, in braces',
    example,
    read: (value) => {
      const number = typeof value === 'string' ? Number(value) : value;
      return typeof number === 'number' && number > 0 && Number.isFinite(number)
        ? number
        : undefined;
    },
  };
}

/** A prop that may be left out. */
export function optional<T>(prop: Prop<T>): Prop<T | undefined> {
  return { ...prop, required: false };
}
