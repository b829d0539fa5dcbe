/** What an update remembers in `package.json` under `wellsourced`. */
export interface Taken {
  /** The version of the software. */
  version?: string;
  /** Its commit, in the repository that it came from; a folder without git has none. */
  commit?: string;
  /** The address of that repository. */
  from?: string;
  /** Files and folders of the software that the owner has taken over. */
  keep?: string[];
}

export type PackageJson = { wellsourced?: Taken; [field: string]: unknown };

/** An entry of `package.json` that an update changes. `was` or `will` is missing where there is none. */
export interface EntryChange {
  /** `dependencies`, `scripts`, … */
  field: string;
  name: string;
  was?: string;
  will?: string;
}

export interface Merged {
  /** The whole file. */
  text: string;
  /** Every entry that is not as it was. */
  changes: EntryChange[];
  /** Commands of the software that the owner changed: these stand in the way like changed files. */
  scripts: string[];
}

/** Fields in which the owner's entries stand beside the software's. */
const SHARED = [
  'scripts',
  'engines',
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'overrides',
  'allowScripts',
];

/**
 * The owner's `package.json` with the software's entries as the later version has them. Packages,
 * commands and fields of the owner's own stay, and so does each other field that the owner changed
 * (name, description, …). `taken` becomes the new `wellsourced`. Pure.
 */
export function mergePackageJson(
  { base, mine, next }: Record<'base' | 'mine' | 'next', PackageJson>,
  taken: Taken,
): Merged {
  const fields = new Set([...Object.keys(mine), ...Object.keys(next)]);
  fields.delete('wellsourced');
  const merged: PackageJson = {};
  const changes: EntryChange[] = [];
  for (const field of fields) {
    if (SHARED.includes(field)) {
      const entries = mergeEntries(field, { base, mine, next });
      if (Object.keys(entries).length > 0 || field in next) merged[field] = entries;
      changes.push(...entryChanges(field, entriesOf(mine, field), entries));
    } else {
      const value = same(mine[field], base[field]) ? next[field] : mine[field];
      if (value !== undefined) merged[field] = value;
    }
  }
  merged.wellsourced = taken;
  const [was, is, will] = [base, mine, next].map((one) => entriesOf(one, 'scripts'));
  const scripts = Object.keys(is!).filter(
    (name) =>
      (Object.hasOwn(was!, name) || Object.hasOwn(will!, name)) &&
      !same(is![name], was![name]) &&
      !same(is![name], will![name]),
  );
  return { text: `${JSON.stringify(merged, null, 2)}\n`, changes, scripts };
}

/** The owner's own, then the software's; packages by name, as npm writes them. */
function mergeEntries(
  field: string,
  { base, mine, next }: Record<'base' | 'mine' | 'next', PackageJson>,
): Record<string, unknown> {
  const was = entriesOf(base, field);
  const own = Object.entries(entriesOf(mine, field)).filter(([name]) => !Object.hasOwn(was, name));
  const entries = { ...Object.fromEntries(own), ...entriesOf(next, field) };
  if (!/dependencies$/i.test(field)) return entries;
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function entryChanges(
  field: string,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): EntryChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const said = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  return names
    .filter((name) => !same(before[name], after[name]))
    .map((name) => ({
      field,
      name,
      ...(Object.hasOwn(before, name) && { was: said(before[name]) }),
      ...(Object.hasOwn(after, name) && { will: said(after[name]) }),
    }));
}

const entriesOf = (json: PackageJson, field: string) =>
  (json[field] ?? {}) as Record<string, unknown>;

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What is remembered in a `package.json`. Throws a sentence where somebody wrote something else there. */
export function takenFrom(json: PackageJson): Taken {
  const taken: unknown = json.wellsourced ?? {};
  const fault = (what: string, found: unknown) =>
    new Error(`package.json: ${what}, not ${JSON.stringify(found)}.`);
  if (typeof taken !== 'object' || Array.isArray(taken) || taken === null)
    throw fault('"wellsourced" is what the last update wrote, in braces', taken);
  const { version, commit, from, keep } = taken as Record<string, unknown>;
  for (const [name, value] of Object.entries({ version, commit, from }))
    if (value !== undefined && typeof value !== 'string')
      throw fault(`"${name}" of "wellsourced" is a text in quotation marks`, value);
  const isList = Array.isArray(keep) && keep.every((path) => typeof path === 'string');
  if (keep !== undefined && !isList)
    throw fault('"keep" of "wellsourced" is a list of paths, such as ["src/styles/"]', keep);
  return taken as Taken;
}

/** An address as it may stand in a file that others read: without a name and password in it. */
export function withoutSecrets(address: string): string {
  return address.replace(/^([a-z][a-z+]*:\/\/)[^/@]*@(?=[^/])/i, (whole, scheme: string) =>
    /^https?/i.test(scheme) ? scheme : whole,
  );
}
