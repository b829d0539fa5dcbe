import { Blob, Buffer, Face, Font, shape, Variation } from 'harfbuzzjs';

/** Text as outlines: glyphs with their distance from the beginning of the line, in units. */
export interface ShapedText {
  glyphs: { id: string; x: number }[];
  /** Width of the whole, in units. */
  width: number;
}

/** Turns text into outlines. Lengths are in units, `unitsPerEm` to the height of the type. */
export interface Typeface {
  unitsPerEm: number;
  shape(text: string): ShapedText;
  /** Path data of a glyph, upwards positive. */
  outline(id: string): string;
}

/** A cut of a variable font, such as `{ wght: 600, opsz: 72 }`. */
export type Cut = Record<string, number>;

/**
 * A typeface out of TrueType files that each hold a part of its characters (Latin, Greek, …), with
 * kerning and ligatures as the font's designer made them. A character is taken from the first file
 * that has it; one that none has is left out.
 */
export function typefaceOf(files: Uint8Array[], cut: Cut): Typeface {
  const fonts = files.map((file) => {
    const face = new Face(new Blob(file));
    const font = new Font(face);
    font.setVariations(Object.entries(cut).map(([axis, value]) => new Variation(axis, value)));
    return { font, characters: new Set(face.collectUnicodes()), unitsPerEm: face.upem };
  });
  const outlines = new Map<string, string>();
  const fontOf = (character: string) =>
    fonts.findIndex(({ characters }) => characters.has(character.codePointAt(0)!));

  return {
    unitsPerEm: fonts[0]!.unitsPerEm,

    shape(text) {
      const shaped: ShapedText = { glyphs: [], width: 0 };
      for (const { font, run } of runsOf(text, fontOf)) {
        const buffer = new Buffer();
        buffer.addText(run);
        buffer.guessSegmentProperties();
        shape(fonts[font]!.font, buffer);
        for (const { codepoint, xAdvance, xOffset } of buffer.getGlyphInfosAndPositions()) {
          shaped.glyphs.push({ id: `${font}-${codepoint}`, x: shaped.width + (xOffset ?? 0) });
          shaped.width += xAdvance ?? 0;
        }
      }
      return shaped;
    },

    outline(id) {
      let path = outlines.get(id);
      if (path === undefined) {
        const [font, glyph] = id.split('-').map(Number);
        path = fonts[font!]!.font.glyphToPath(glyph!);
        outlines.set(id, path);
      }
      return path;
    },
  };
}

/** The text in pieces of one font each. */
function runsOf(
  text: string,
  fontOf: (character: string) => number,
): { font: number; run: string }[] {
  const runs: { font: number; run: string }[] = [];
  for (const character of text) {
    const font = fontOf(character);
    if (font === -1) continue;
    const last = runs.at(-1);
    if (last?.font === font) last.run += character;
    else runs.push({ font, run: character });
  }
  return runs;
}
