/** What depends on a number: a form for one, a form for others. */
export interface Counted {
  one: string;
  other: string;
}

/** The locale that writes days, numbers and lists; English without a country as in Britain. */
export function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

/**
 * A message with `values` in the place of their `{names}`. Numbers are written as `language` does;
 * with forms, `values.n` decides by its plural rules (CLDR, through Intl).
 */
export function say(
  message: string | Counted,
  values: Record<string, string | number>,
  language: string,
): string {
  const form =
    typeof message === 'string'
      ? message
      : message[
          new Intl.PluralRules(language).select(Number(values['n'])) === 'one' ? 'one' : 'other'
        ];
  return form.replace(/\{(\w+)\}/g, (place, name) => {
    const value = values[name] ?? place;
    return typeof value === 'number' ? value.toLocaleString(language) : value;
  });
}
