import { defineConfig } from 'astro/config';
import { authorPanel } from './src/integrations/author-panel.ts';
import { headers } from './src/integrations/headers.ts';
import { images } from './src/integrations/images.ts';
import { packs } from './src/integrations/packs.ts';
import { privacyReport } from './src/integrations/privacy-report.ts';
import { prune } from './src/integrations/prune.ts';
import { SCRIPTS } from './src/integrations/scripts.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { serviceWorker } from './src/integrations/service-worker.ts';
import { readSite } from './src/store/reading/site.ts';

const { address, base } = readSite(import.meta.dirname);

export default defineConfig({
  site: address,
  base,
  trailingSlash: 'always',
  output: 'static',
  cacheDir: './.cache/astro',
  devToolbar: { enabled: false },
  // Two articles with one address stop the build.
  prerenderConflictBehavior: 'error',
  build: { inlineStylesheets: 'never' },
  vite: {
    cacheDir: '.cache/vite',
    build: {
      ...SCRIPTS,
      // Unchanged pages stay where they are; `prune` takes away what is gone.
      emptyOutDir: false,
    },
  },
  integrations: [
    authorPanel(),
    prune(),
    images(),
    searchIndex(),
    packs(),
    privacyReport(),
    headers(),
    serviceWorker(),
  ],
  experimental: { incrementalBuild: true },
});
