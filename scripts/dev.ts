/**
 * `npm run dev`: the development server, in the foreground. (`astro dev` on the command line may
 * put itself into the background.) `PORT` or `--port` sets the port (4321).
 */
import { dev } from 'astro';
import { commandLine } from './command-line.ts';

const { values } = commandLine('Usage: npm run dev -- [--port NUMBER]', {
  port: { type: 'string', default: process.env['PORT'] ?? '4321' },
});
const port = Number(values.port);
if (!/^\d+$/.test(values.port) || port > 65535) {
  console.error(`The port is "${values.port}"; it must be a number up to 65535.`);
  process.exit(2);
}

// Not `import.meta.env.DEV`: that is also true of a build where NODE_ENV happens to be set.
process.env['UNPUBLISHED'] = 'show';
await dev({ root: process.cwd(), server: { port } });
