import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import { textReport } from '../lib/diagnostics/report.ts';
import { passagesOf } from '../markdown/passages.ts';
import { parseMarkdown } from '../markdown/pipeline.ts';
import { checkContent } from '../store/reading/check.ts';
import { today } from '../store/reading/today.ts';

/** A diagnostic with the words it is about, so that the page can show it beside them. */
export interface PanelDiagnostic extends Diagnostic {
  near?: string;
}

/** Where the panel asks for the diagnostics of a page: `?slug=omega-3`. */
const ADDRESS = '/__check';

/**
 * `npm run dev` only: reports the diagnostics of `npm run check` in the terminal whenever `content/`
 * changes, and shows those of an article in a panel on its page (`src/client/author-panel.ts`).
 */
export function authorPanel(): AstroIntegration {
  return {
    name: 'wellsourced:author-panel',
    hooks: {
      'astro:config:setup': ({ command, injectScript }) => {
        if (command !== 'dev') return;
        const script = fileURLToPath(new URL('../client/author-panel.ts', import.meta.url));
        injectScript('page', `import ${JSON.stringify(script)};`);
      },
      'astro:server:setup': ({ server }) => {
        const root = process.cwd();
        let told = '';
        let checked = check();

        async function check(): Promise<Diagnostic[]> {
          const { diagnostics, summary } = await checkContent(root, { today: today() });
          const report = diagnostics.length > 0 ? textReport(diagnostics) : `${summary} No faults.`;
          // Only what is new: the server's own lines stay in sight.
          if (report !== told) console.log(`\n${report}`);
          told = report;
          return diagnostics;
        }

        let waiting: NodeJS.Timeout | undefined;
        server.watcher.on('all', (_event, path) => {
          if (!/[/\\]content[/\\]/.test(path)) return;
          clearTimeout(waiting);
          waiting = setTimeout(() => {
            checked = check();
            void checked.then(() => server.ws.send('wellsourced:checked'));
          }, 100);
        });

        server.middlewares.use((request, response, next) => {
          const url = new URL(request.url ?? '/', 'http://localhost');
          if (!url.pathname.endsWith(ADDRESS)) return next();
          const slug = url.searchParams.get('slug') ?? '';
          checked.then(
            (all) => {
              const own = all.filter(({ file }) => file.startsWith(`content/posts/${slug}/`));
              response.setHeader('Content-Type', 'application/json');
              response.end(JSON.stringify(own.map((one) => withWords(one, root))));
            },
            (fault: unknown) => next(fault),
          );
        });
      },
    },
  };
}

/** Adds the words of the passage that a diagnostic's line stands in. */
function withWords(diagnostic: Diagnostic, root: string): PanelDiagnostic {
  const { file, line, column } = diagnostic;
  if (!/\.mdx?$/.test(file)) return diagnostic;
  const source = readFileSync(join(root, file), 'utf8');
  const before = source.split('\n').slice(0, line - 1);
  const offset = before.reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
  const passage = passagesOf(parseMarkdown({ path: file, source }).tree).findLast(
    ({ map }) => (map[0]?.[1] ?? Infinity) <= offset,
  );
  return passage ? { ...diagnostic, near: passage.text } : diagnostic;
}
