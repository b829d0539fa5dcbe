import type { AccentSetting } from './accent.ts';
import type { OwnFont } from './fonts.ts';
import type { Pair } from './palette.ts';

/** `look` of `content/site.yaml`. Files are names in `content/look`. */
export interface LookRecord {
  accent?: AccentSetting | undefined;
  fonts?: { text?: string | undefined; headings?: string | undefined; own: OwnFont[] } | undefined;
  logo?: string | Pair | undefined;
}

/** A logo at the size at which the header shows it. */
export interface Logo {
  href: string;
  width: number;
  height: number;
}

/** What pages show of the look. Addresses hold the base and a digest of what they lead to. */
export interface LookView {
  /** The style sheet, where something differs from the house's. */
  style?: string;
  /** Fonts to fetch at once. */
  preload: string[];
  /** Where it is not the house's. */
  accent?: Pair;
  logo?: { light: Logo; dark?: Logo };
}

/** A file that the look names, and the field that does. */
export interface LookFile {
  name: string;
  kind: 'font' | 'logo';
  path: (string | number)[];
}

/** Every file that a look names. */
export function filesOf({ fonts, logo }: LookRecord): LookFile[] {
  const inFonts = (fonts?.own ?? []).flatMap((own, index) =>
    (['regular', 'italic', 'bold'] as const).flatMap((cut): LookFile[] =>
      own[cut] === undefined
        ? []
        : [{ name: own[cut], kind: 'font', path: ['look', 'fonts', 'own', index, cut] }],
    ),
  );
  const logos: LookFile[] =
    logo === undefined
      ? []
      : typeof logo === 'string'
        ? [{ name: logo, kind: 'logo', path: ['look', 'logo'] }]
        : (['light', 'dark'] as const).map((scheme) => ({
            name: logo[scheme],
            kind: 'logo',
            path: ['look', 'logo', scheme],
          }));
  return [...inFonts, ...logos];
}
