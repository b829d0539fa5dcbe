import type { z } from 'astro/zod';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suggestion } from '../text/did-you-mean.ts';
import type { Path, ReadYaml } from './yaml.ts';

type Issue = z.core.$ZodIssue;

/**
 * Holds what was read against its schema. Returns the values as the schema gives them, or
 * `undefined` with what is wrong, in sentences for people who never saw a schema.
 */
export function validate<T extends z.ZodType>(
  schema: T,
  read: ReadYaml,
  file: string,
): { data: z.infer<T> | undefined; diagnostics: Diagnostic[] } {
  if (read.diagnostics.length > 0) return { data: undefined, diagnostics: read.diagnostics };
  const result = schema.safeParse(read.data ?? {});
  if (result.success) return { data: result.data, diagnostics: [] };
  return {
    data: undefined,
    diagnostics: result.error.issues.flatMap((issue) => tell(issue, schema, read, file)),
  };
}

function tell(issue: Issue, schema: z.ZodType, read: ReadYaml, file: string): Diagnostic[] {
  const path = issue.path as Path;
  const name = path.join('.').replace(/\.(\d+)/g, (_, index) => ` (${Number(index) + 1})`);
  if (issue.code === 'unrecognized_keys') {
    const known = fieldsAt(schema, path);
    return issue.keys.map((key) =>
      diagnose('field/unknown', file, read.placeOf([...path, key], true), {
        found: `There is no field "${key}"${path.length > 0 ? ` in ${name}` : ''}.`,
        expected: `One of: ${known.join(', ')}.`,
        fix: `${suggestion(key, known)}Rename or remove it.`,
      }),
    );
  }
  const value = valueAt(read.data, path);
  if (value === undefined) {
    return [
      diagnose('field/missing', file, read.placeOf(path.slice(0, -1)), {
        found: `The field ${name} is missing.`,
        expected: issue.message,
        fix: `Add a line "${path.at(-1)}: …".`,
      }),
    ];
  }
  const date = issue.message.startsWith('A day of the calendar');
  const shown = JSON.stringify(value)!;
  const near =
    typeof value === 'string' && issue.code === 'invalid_value'
      ? suggestion(value, issue.values.map(String))
      : '';
  return [
    diagnose(date ? 'field/date' : 'field/value', file, read.placeOf(path), {
      found: `${name} is ${shown.length > 60 ? `${shown.slice(0, 60)}…` : shown}.`,
      expected: issue.message,
      fix: `${near}${fixFor(issue, value, path)}`,
    }),
  ];
}

function fixFor(issue: Issue, value: unknown, path: Path): string {
  if (issue.code === 'invalid_type' && issue.expected === 'array' && typeof value !== 'object') {
    return `Write ${path.at(-1)}: [${String(value)}].`;
  }
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}[T ]/.test(value)) {
    return `Write the day alone: ${value.slice(0, 10)}.`;
  }
  if (/^(?:“|‘)/.test(String(value))) return 'Use straight quotes.';
  return 'Correct the value.';
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown> | undefined | null)?.[step],
    data,
  );
}

/** Names of the fields that the schema knows at a path. */
function fieldsAt(schema: z.ZodType, path: Path): string[] {
  let at: unknown = schema;
  for (const step of path) {
    at = unwrap(at);
    const { shape, element } = at as { shape?: Record<string, unknown>; element?: unknown };
    at = shape ? shape[String(step)] : element;
  }
  return Object.keys((unwrap(at) as { shape?: object } | undefined)?.shape ?? {});
}

function unwrap(schema: unknown): unknown {
  let inner = schema as { unwrap?: () => unknown; shape?: object; element?: unknown } | undefined;
  while (inner?.unwrap && !inner.shape && !inner.element) inner = inner.unwrap() as typeof inner;
  return inner;
}
