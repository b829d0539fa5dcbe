/**
 * `npm run build`: checks the content, then builds the site into `dist/`. A fault in the content
 * stops it before a page is written: Astro itself passes most of them in silence.
 */
import { build } from 'astro';
import { textReport } from '../src/lib/diagnostics/report.ts';
import { today } from '../src/store/today.ts';
import { checkContent } from '../src/store/check.ts';

const root = process.cwd();
const { diagnostics, summary } = await checkContent(root, { today: today() });
if (diagnostics.length > 0) console.error(textReport(diagnostics));
if (diagnostics.some(({ severity }) => severity === 'error')) {
  console.error('Nothing was built: put these right first.');
  process.exit(1);
}
console.log(summary);
// A shell with another NODE_ENV would get a development build.
process.env['NODE_ENV'] = 'production';
await build({ root, logLevel: 'warn' });
