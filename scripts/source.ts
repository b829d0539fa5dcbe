/**
 * `npm run source add FILE…`: files in content/sources from exports of reference managers (CSL-JSON,
 * BibTeX, RIS, PubMed). Never overwrites; writes nothing at all if there is a fault.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { textReport } from '../src/lib/diagnostics/report.ts';
import { readYaml } from '../src/lib/frontmatter/yaml.ts';
import { planSources, type KnownSource } from '../src/lib/source-import/plan.ts';
import { readExport } from '../src/lib/source-import/read.ts';
import { importReport } from '../src/lib/source-import/report.ts';
import { CERTAINTIES } from '../src/schemas/finding.ts';
import { DESIGNS, sourceSchema } from '../src/schemas/source.ts';
import { commandLine } from './command-line.ts';

const FOLDER = 'content/sources';
const USAGE = 'Usage: npm run source add FILE…   (CSL-JSON, BibTeX .bib, RIS .ris or PubMed .nbib)';

const { positionals } = commandLine(USAGE, {});
const [command, ...files] = positionals;
const paths = files.map(pathOf);
const absent = files.filter(
  (_, index) => !statSync(paths[index]!, { throwIfNoEntry: false })?.isFile(),
);
if (command !== 'add' || files.length === 0 || absent.length > 0) {
  for (const file of absent) console.error(`There is no file ${file}.`);
  console.error(USAGE);
  process.exit(1);
}

const exports = files.map((file, index) => readExport(readFileSync(paths[index]!), file));
const faults = exports.flatMap((result) => result.faults);
const entries = exports.flatMap((result) => result.entries);
const { subject, status } = sourceSchema.shape;
const plan = planSources(entries, knownSources(), {
  designs: DESIGNS,
  subjects: subject.options,
  statuses: status.unwrap().shape.is.options,
  certainties: CERTAINTIES,
});

if (faults.length > 0) {
  console.error(textReport(faults));
  console.error(
    `Nothing was written. Without these faults there would be ${plan.files.length} more in ${FOLDER}.`,
  );
  process.exit(1);
}
mkdirSync(FOLDER, { recursive: true });
for (const { path, text } of plan.files) writeFileSync(path, text, { flag: 'wx' });
console.log(importReport(plan));

/** npm runs scripts in the project's folder; a path may be meant from where the author stands. */
function pathOf(file: string): string {
  const here = resolve(file);
  return existsSync(here) ? here : resolve(process.env['INIT_CWD'] ?? '.', file);
}

/** The sources that are there, those included that are not filled in yet and fail their schema. */
function knownSources(): KnownSource[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => {
      const file = `${FOLDER}/${name}`;
      const { data } = readYaml(readFileSync(file, 'utf8'), file);
      const fields = (data ?? {}) as Record<string, unknown>;
      const text = (field: string) =>
        typeof fields[field] === 'string' ? fields[field] : undefined;
      const key = name.replace(/\.ya?ml$/, '');
      return { key, file, title: text('title'), DOI: text('DOI'), PMID: text('PMID') };
    });
}
