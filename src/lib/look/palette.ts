/** A colour as `#rrggbb` in light and in dark. */
export interface Pair {
  light: string;
  dark: string;
}
export type Scheme = keyof Pair;

/** The colours of `styles/tokens.css` that are also needed where no style sheet is read. */
export const PALETTE = {
  paper: { light: '#fbfbf8', dark: '#121716' },
  tint: { light: '#f0f2ec', dark: '#1b2221' },
  marked: { light: '#f7e7a8', dark: '#3b3310' },
  ink: { light: '#17201e', dark: '#dde3df' },
  accent: { light: '#0c4c43', dark: '#93d5c4' },
  focus: { light: '#0c4c43', dark: '#ffd98a' },
} satisfies Record<string, Pair>;
