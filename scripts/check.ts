/**
 * `npm run check`: tells every fault of `content/` at once. `-- --format github` or `json` for
 * machines. Exits with 1 if there is an error.
 */
import { parseArgs } from 'node:util';
import { githubReport, jsonReport, textReport } from '../src/lib/diagnostics/report.ts';
import { checkContent } from '../src/store/check.ts';
import { today } from '../src/store/today.ts';

const REPORTS = { text: textReport, github: githubReport, json: jsonReport };

const { values } = parseArgs({ options: { format: { type: 'string', default: 'text' } } });
const report = REPORTS[values.format as keyof typeof REPORTS];
if (!report) {
  console.error(`--format takes ${Object.keys(REPORTS).join(', ')}, not "${values.format}".`);
  process.exit(2);
}
const { diagnostics, summary } = await checkContent(process.cwd(), { today: today() });
if (values.format === 'json' || diagnostics.length > 0) console.log(report(diagnostics));
if (values.format === 'text')
  console.log(diagnostics.length > 0 ? summary : `${summary} No faults.`);
if (diagnostics.some(({ severity }) => severity === 'error')) process.exitCode = 1;
