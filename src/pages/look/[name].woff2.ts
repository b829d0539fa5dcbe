import { lookFile, lookPaths } from '../../store/astro/look-files.ts';

/** The owner's fonts. */
export const getStaticPaths = () => lookPaths('woff2');

export const GET = lookFile;
