import { buildPublication } from './publication.ts';

/** Global setup of the site tests: the publication is built once for all of them. */
export default buildPublication;
