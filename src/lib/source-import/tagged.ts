/** A line `TAG - value` of RIS or MEDLINE, with the lines that continue it. */
export interface Tagged {
  tag: string;
  value: string;
  line: number;
}

/** Values of one record by their tags. */
export class Values {
  readonly #fields: Tagged[];

  constructor(fields: Tagged[]) {
    this.#fields = fields;
  }

  /** All values of the first of these tags that has any. */
  all(...tags: string[]): string[] {
    for (const tag of tags) {
      const values = this.#fields.filter((field) => field.tag === tag && field.value !== '');
      if (values.length > 0) return values.map(({ value }) => value);
    }
    return [];
  }

  /** The first value of the first of these tags that has any. */
  first(...tags: string[]): string | undefined {
    return this.all(...tags)[0];
  }
}

/**
 * The fields of a text whose lines begin as `pattern` says (tag, then value). Other lines continue
 * the field above, blank ones end it; `stray` are those that stand before any field.
 */
export function taggedLines(
  text: string,
  pattern: RegExp,
): { fields: Tagged[]; stray: Tagged | undefined } {
  const fields: Tagged[] = [];
  let stray: Tagged | undefined;
  for (const [index, whole] of text.split(/\r\n|\r|\n/).entries()) {
    const match = pattern.exec(whole);
    const last = fields.at(-1);
    if (match) fields.push({ tag: match[1]!, value: (match[2] ?? '').trim(), line: index + 1 });
    else if (whole.trim() === '') continue;
    else if (last && last.tag !== 'ER') last.value = `${last.value} ${whole.trim()}`.trim();
    else stray ??= { tag: '', value: whole.trim(), line: index + 1 };
  }
  return { fields, stray };
}
