import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceIn, faultsOf } from './check-text.ts';
import { CONTENT } from './publication.ts';

const evidence = evidenceIn(join(CONTENT, 'sources'));
const article = readFileSync(join(CONTENT, 'posts/iron-and-tiredness/index.md'), 'utf8').replace(
  /^---[^]*?\n---\n/,
  '',
);

const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom(
    '[@lorne2022]',
    '[@harrow2023#response; @x, p. 4]',
    '@moss2019 ',
    '[-@a#]',
    ':calc[5%]{from="a / (b - b)"}',
    '| a | b |\n| - | - |\n',
    '\n\n',
    '> ',
    '- ',
    '**',
    '[^1]',
    '\n\n[^1]: note [@lorne2022]\n\n',
    '<!-- check-ignore figure/uncited: because -->',
    '1.49',
    ' 55% ',
    'Studies show ',
    'miracle ',
    '”',
    '. ',
  ),
);

test('nothing that an author can write makes the check throw', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 60 }),
      fc.constantFrom('md' as const, 'mdx' as const),
      (pieces, format) => {
        for (const fault of faultsOf({ text: `x${pieces.join('')}`, format }, evidence)) {
          expect(fault.found).not.toContain('undefined');
          expect(fault.offset).toBeGreaterThanOrEqual(0);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('the check takes time in proportion to the article', () => {
  const time = (text: string) => {
    const start = performance.now();
    faultsOf({ text }, evidence);
    return performance.now() - start;
  };
  for (const text of [
    article,
    'A miracle 55% of x. ',
    '12x7%3 ',
    '[@lorne2022] 1.49 ',
    '**a** [x](y) `z` ',
    '<!-- check-ignore figure/uncited: x -->\n\n5% of people\n\n',
  ]) {
    const unit = text.length > 1000 ? text : text.repeat(20);
    time(unit.repeat(4));
    const few = Math.min(time(unit.repeat(4)), time(unit.repeat(4)));
    const many = Math.min(time(unit.repeat(32)), time(unit.repeat(32)));
    // Eight times the text: far below the 64 times of a square.
    expect(many, text.slice(0, 30)).toBeLessThan(30 * few + 200);
  }
  // On a busy machine the many measurements take a while.
}, 30_000);
