import { expect, test } from 'vitest';
import { interfaceOf } from '../interface/interface.ts';
import { evidenceLine } from './summary.ts';

const t = interfaceOf('en');

test('the line counts figures, sources by design, and opinions', () => {
  const designs = [
    { design: 'randomised trial', count: 4 },
    { design: 'label', count: 1 },
  ];
  expect(evidenceLine({ figures: 14, designs, opinions: 3 }, t)).toBe(
    '14 figures checked against 5 sources: 4 randomised trials, 1 product label; 3 statements are opinion.',
  );
  expect(evidenceLine({ figures: 1, designs: designs.slice(1), opinions: 1 }, t)).toBe(
    '1 figure checked against 1 source: 1 product label; 1 statement is opinion.',
  );
});

test('an article without figures names its sources, and one without sources says nothing', () => {
  const designs = [{ design: 'guideline', count: 2 }];
  expect(evidenceLine({ figures: 0, designs, opinions: 0 }, t)).toBe('2 sources: 2 guidelines.');
  expect(evidenceLine({ figures: 0, designs: [], opinions: 0 }, t)).toBeUndefined();
});

test('the line is written as its language counts', () => {
  const designs = [{ design: 'randomised trial', count: 1 }];
  expect(evidenceLine({ figures: 1200, designs, opinions: 0 }, interfaceOf('de'))).toBe(
    '1.200 Zahlen geprüft an 1 Quelle: 1 randomisierte Studie.',
  );
});
