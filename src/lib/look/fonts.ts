/** A typeface of the owner's, in files of `content/look`. */
export interface OwnFont {
  family: string;
  regular: string;
  italic?: string | undefined;
  bold?: string | undefined;
  /** The files hold all weights. */
  variable?: boolean | undefined;
  /** Name of the stack that stands in while the files load. */
  instead?: string | undefined;
}

/** The typeface of the house, in `public/fonts` and `styles/fonts.css`. */
export const HOUSE = 'house';
/** Its file that nearly every page needs, below the site's folder. */
export const HOUSE_FILE = '/fonts/serif.woff2';

/** Typefaces that readers have, by the name that `content/site.yaml` uses. */
export const STACKS: Readonly<Record<string, string>> = {
  serif: "Charter, 'Bitstream Charter', 'Sitka Text', Cambria, Georgia, serif",
  'old-style': "'Iowan Old Style', 'Palatino Linotype', 'URW Palladio L', P052, Georgia, serif",
  system: 'var(--sans)',
  humanist: "Seravek, 'Gill Sans Nova', Ubuntu, Calibri, 'DejaVu Sans', var(--sans)",
  geometric: "Avenir, Montserrat, Corbel, 'URW Gothic', var(--sans)",
};

/** Names that `fonts` in `content/site.yaml` may use besides the owner's. */
export const FONT_NAMES: readonly string[] = [HOUSE, ...Object.keys(STACKS)];

/** What `font-family` says for a name. Throws for one that is neither ours nor among `own`. */
export function stackOf(name: string, own: OwnFont[]): string {
  if (name === HOUSE) return 'var(--serif)';
  const known = STACKS[name];
  if (known !== undefined) return known;
  const font = own.find(({ family }) => family === name);
  if (!font) throw new Error(`There is no font "${name}".`);
  return `'${font.family}', ${STACKS[font.instead ?? 'system']}`;
}
