import eslint from '@eslint/js';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/**
 * The floors of the house: what may be imported from where. `lib` stands on nothing of ours, pages
 * and scripts stand on top, and nothing imports a page or a script.
 */
export const floors = {
  schemas: ['schemas'],
  lib: ['lib'],
  markdown: ['lib', 'markdown'],
  store: ['lib', 'schemas', 'markdown', 'store'],
  client: ['lib', 'client'],
  worker: ['lib', 'worker'],
  integrations: ['lib', 'markdown', 'store', 'worker', 'integrations'],
  components: ['lib', 'components', 'client'],
  layouts: ['lib', 'components', 'layouts', 'styles'],
};
const rooms = [...Object.keys(floors), 'styles', 'pages'];

const floorRules = Object.entries(floors).map(([room, allowed]) => ({
  files: [`src/${room}/**/*.{ts,astro}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: rooms
          .filter((other) => !allowed.includes(other))
          .map((other) => ({
            regex: `^\\.\\.?/(?:.*/)?${other}/`,
            message: `src/${room} does not import src/${other} (see the floors in eslint.config.js).`,
          })),
      },
    ],
  },
}));

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'dist-config/',
      'node_modules/',
      '.astro/',
      '.cache/',
      'tests/fixtures/',
      'test-results/',
    ],
  },
  eslint.configs.recommended,
  tseslint.configs.recommended,
  astro.configs['flat/recommended'],
  astro.configs['flat/jsx-a11y-recommended'] ?? [],
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  ...floorRules,
  // Tests stand outside the floors.
  { files: ['src/**/*.test.ts'], rules: { 'no-restricted-imports': 'off' } },
);
