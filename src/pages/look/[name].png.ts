import { lookFile, lookPaths } from '../../store/astro/look-files.ts';

/** The owner's logos that are pictures. */
export const getStaticPaths = () => lookPaths('png');

export const GET = lookFile;
