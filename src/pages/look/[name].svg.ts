import { lookFile, lookPaths } from '../../store/astro/look-files.ts';

/** The owner's logos that are drawings. */
export const getStaticPaths = () => lookPaths('svg');

export const GET = lookFile;
