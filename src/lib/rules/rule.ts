/** A named check: what holds when it is kept. */
export interface Rule {
  /** One sentence, for authors. */
  summary: string;
  severity: 'error' | 'warning';
  /** Shown on the page of rules and by editors. Those of articles are tested. */
  example?: Example;
}

/** How a rule is broken and kept. Lines that begin a file with `---` are front matter. */
export interface Example {
  wrong: string;
  right: string;
  /** What the text stands in: an article where nothing is said. */
  file?: string;
  /** The rule looks at a whole text: the lines are repeated so often. */
  repeated?: number;
}

/** The rules of an area, by their id `area/name`. An id answers exactly one rule. */
export type Rules = Record<`${string}/${string}`, Rule>;
