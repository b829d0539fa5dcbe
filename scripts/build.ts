/**
 * `npm run build`: checks the content, then builds the site into `dist/`. A fault in the content
 * stops it before a page is written: Astro itself passes most of them in silence.
 */
import { enableCompileCache } from 'node:module';
import { beginIndexing } from '../src/integrations/search-index.ts';
import { commandLine } from './command-line.ts';

commandLine('Usage: npm run build, or npm start to see the site afterwards', {});

const root = process.cwd();
enableCompileCache('.cache/node');
beginIndexing(root);

// Only now: they are large, and the index is made meanwhile.
const { textReport } = await import('../src/lib/diagnostics/report.ts');
const { today } = await import('../src/store/reading/today.ts');
const { checkContent } = await import('../src/store/reading/check.ts');
const { diagnostics, summary } = await checkContent(root, { today: today() });
if (diagnostics.length > 0) console.error(textReport(diagnostics));
if (diagnostics.some(({ severity }) => severity === 'error')) {
  console.error('Nothing was built: correct these first.');
  process.exit(1);
}
console.log(summary);
// Drafts are for `npm run dev`, whatever the environment says.
delete process.env['UNPUBLISHED'];
// A shell with another NODE_ENV would get a development build.
process.env['NODE_ENV'] = 'production';
const { build } = await import('astro');
await build({ root, logLevel: 'warn' });
