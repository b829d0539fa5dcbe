/** `npm start`: checks the content, builds the site and serves it. */
import './build.ts';
import { serveAndPrint } from './serve.ts';

await serveAndPrint(process.cwd());
