import type { BuildOptions } from 'vite';

/** How the scripts that readers get are built. */
export const SCRIPTS = {
  // The policy refuses data: addresses.
  assetsInlineLimit: 0,
  // What a page loads late is small: a helper to load it sooner would be larger.
  modulePreload: false,
  // Smaller than by the faster minifier.
  minify: 'terser',
  terserOptions: { module: true, ecma: 2020, compress: { passes: 3, unsafe_arrows: true } },
  rolldownOptions: {
    output: {
      codeSplitting: {
        // What several pages need of what is kept on a device: one file and one request.
        groups: [
          {
            name: 'device',
            test: /client\/(?:stored-packs|kept-articles|place)\.ts|lib\/packs\/(?:table|kept-parts)\.ts|lib\/offline\/names\.ts/,
          },
        ],
      },
    },
  },
} satisfies BuildOptions;
