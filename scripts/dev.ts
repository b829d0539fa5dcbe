/**
 * `npm run dev`: the development server, in the foreground. (`astro dev` on the command line may
 * put itself into the background.)
 */
import { dev } from 'astro';

// Not `import.meta.env.DEV`: that is also true of a build where NODE_ENV happens to be set.
process.env['UNPUBLISHED'] = 'show';
await dev({ root: process.cwd() });
