import { stackOf, type OwnFont } from './fonts.ts';
import { PALETTE, type Pair } from './palette.ts';

/** What differs from the house's look. */
export interface Style {
  accent?: Pair | undefined;
  /** Names of fonts: of the house, of a stack, or a family of `own`. */
  text?: string | undefined;
  headings?: string | undefined;
  own: OwnFont[];
}

/**
 * The style sheet of an owner's look; empty where nothing differs. `urlOf` gives the address of a
 * font's file. Its selector weighs more than the one of `tokens.css`, in whatever order the two
 * come, and less than the reader's settings.
 */
export function lookCss(style: Style, urlOf: (file: string) => string): string {
  const { accent, text, headings, own } = style;
  const used = own.filter(({ family }) => family === text || family === headings);
  const tokens = [
    ...(accent
      ? [
          `--accent: light-dark(${accent.light}, ${accent.dark});`,
          `--focus: light-dark(${accent.light}, ${PALETTE.focus.dark});`,
        ]
      : []),
    ...(text === undefined ? [] : [`--text-face: ${stackOf(text, own)};`]),
    ...(headings === undefined ? [] : [`--heading-face: ${stackOf(headings, own)};`]),
  ];
  const faces = used.flatMap(({ family, regular, italic, bold, variable }) => {
    const face = (file: string, weight: string, slant: string) =>
      `@font-face {
  font-family: '${family}';
  src: url('${urlOf(file)}') format('woff2');
  font-weight: ${weight};
  font-style: ${slant};
  font-display: swap;
}\n`;
    const all = variable ? '100 900' : '400';
    return [
      face(regular, all, 'normal'),
      ...(italic === undefined ? [] : [face(italic, all, 'italic')]),
      ...(bold === undefined ? [] : [face(bold, '700', 'normal')]),
    ];
  });
  const root = tokens.length > 0 ? [`html:root {\n  ${tokens.join('\n  ')}\n}\n`] : [];
  return [...faces, ...root].join('\n');
}
