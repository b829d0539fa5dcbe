import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withReport } from '../lib/privacy/report.ts';

/** A new build was not measured: takes the report of the last one out of the page. */
export function privacyReport(): AstroIntegration {
  return {
    name: 'wellsourced:privacy-report',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const dist = fileURLToPath(dir);
        const page = join(dist, 'privacy/index.html');
        await rm(join(dist, 'privacy-report.json'), { force: true });
        if (!existsSync(page)) return;
        const html = await readFile(page, 'utf8');
        const reset = withReport(html, undefined);
        if (reset !== html) await writeFile(page, reset);
      },
    },
  };
}
