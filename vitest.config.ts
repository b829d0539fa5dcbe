import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        // Pure logic and adapters, beside their code.
        test: { name: 'unit', include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'] },
      },
      {
        // Commands run on whole small sites, and assertions on the fixture publication, built once for
        // all. The demonstration's own test reads `dist/`: `npm run build` first.
        test: {
          name: 'site',
          include: ['tests/*.test.ts'],
          globalSetup: 'tests/build-publication.ts',
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
