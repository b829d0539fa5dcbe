/**
 * `npm run check`: reports every fault of `content/` at once. `-- --format github`, `json` or `sarif`
 * for machines, `--rule claim/praise` for one rule, `--post omega-3` for one article. Exits with 1
 * if there is an error.
 */
import {
  githubReport,
  jsonReport,
  sarifReport,
  textReport,
} from '../src/lib/diagnostics/report.ts';
import { RULES } from '../src/lib/rules/rules.ts';
import { suggestion } from '../src/lib/text/did-you-mean.ts';
import { checkContent } from '../src/store/reading/check.ts';
import { today } from '../src/store/reading/today.ts';
import { commandLine } from './command-line.ts';

const REPORTS = { text: textReport, github: githubReport, json: jsonReport, sarif: sarifReport };

const { values } = commandLine(
  'Usage: npm run check -- [--format text|github|json|sarif] [--rule ID] [--post SLUG]',
  {
    format: { type: 'string', default: 'text' },
    rule: { type: 'string' },
    post: { type: 'string' },
  },
);
const report = REPORTS[values.format as keyof typeof REPORTS];
if (!report) stop(`--format takes ${Object.keys(REPORTS).join(', ')}, not "${values.format}".`);
if (values.rule !== undefined && !(values.rule in RULES))
  stop(`There is no rule "${values.rule}". ${suggestion(values.rule, Object.keys(RULES))}`);

const { diagnostics: all, summary } = await checkContent(process.cwd(), { today: today() });
const diagnostics = all.filter(
  ({ rule, file }) =>
    (values.rule === undefined || rule === values.rule) &&
    (values.post === undefined || file.startsWith(`content/posts/${values.post}/`)),
);
if (['json', 'sarif'].includes(values.format) || diagnostics.length > 0)
  console.log(report(diagnostics));
if (values.format === 'text')
  console.log(diagnostics.length > 0 ? summary : `${summary} No faults.`);
if (diagnostics.some(({ severity }) => severity === 'error')) process.exitCode = 1;

function stop(problem: string): never {
  console.error(problem.trim());
  process.exit(2);
}
