import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { accentFaults, LEAST } from '../look/accent.ts';
import { FONT_NAMES } from '../look/fonts.ts';
import { suggestion } from '../text/did-you-mean.ts';
import type { Content } from './content.ts';

/** Faults of the look that its files need not be opened for. */
export function lookFaults({ site }: Pick<Content, 'site'>): Diagnostic[] {
  const look = site?.data.look;
  if (!site || !look) return [];
  const { accent, fonts } = look;
  const own = fonts?.own ?? [];
  const families = own.map(({ family }) => family);

  const colours = (accent === undefined ? [] : accentFaults(accent)).map(
    ({ scheme, colour, on, nearest }) =>
      diagnose(
        'look/contrast',
        site.file,
        site.placeOf(['look', 'accent', ...(typeof accent === 'string' ? [] : [scheme])]),
        {
          found: `In the ${scheme}, ${colour} has a contrast of ${on.map(({ name, ratio }) => `${ratio}:1 on ${name}`).join('; ')}.`,
          expected: `${LEAST}:1 at least, so that links and labels can be read (WCAG 2.2).`,
          fix: `Write '${nearest}', the nearest colour of that hue that has it, or choose another.`,
        },
      ),
  );

  const known = [...FONT_NAMES, ...families];
  const names = (['text', 'headings'] as const).flatMap((field) => {
    const name = fonts?.[field];
    if (name === undefined || known.includes(name)) return [];
    return diagnose('look/font', site.file, site.placeOf(['look', 'fonts', field]), {
      found: `There is no font "${name}".`,
      expected: `One of: ${known.join(', ')}.`,
      fix: `${suggestion(name, known)}Correct the name, or list its files under look.fonts.own.`,
    });
  });

  const listed = families.flatMap((family, index) => {
    const place = site.placeOf(['look', 'fonts', 'own', index, 'family']);
    if (FONT_NAMES.includes(family) || families.indexOf(family) !== index) {
      return diagnose('look/family', site.file, place, {
        found: `Another font is called "${family}" already.`,
        expected: 'A name that no other font has.',
        fix: 'Give it another name.',
      });
    }
    if (fonts?.text === family || fonts?.headings === family) return [];
    return diagnose('look/unused', site.file, place, {
      found: `Nothing is set in ${family}.`,
      expected: 'The family as look.fonts.text or look.fonts.headings.',
      fix: `Write text: ${family} or headings: ${family}, or remove it.`,
    });
  });

  return [...colours, ...names, ...listed];
}
