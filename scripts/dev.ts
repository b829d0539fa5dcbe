/**
 * `npm run dev`: the development server, in the foreground. (`astro dev` on the command line may
 * put itself into the background.)
 */
import { dev } from 'astro';

await dev({ root: process.cwd() });
