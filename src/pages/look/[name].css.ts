import { lookFile, lookPaths } from '../../store/astro/look-files.ts';

/** The style sheet of the owner's look. */
export const getStaticPaths = () => lookPaths('css');

export const GET = lookFile;
