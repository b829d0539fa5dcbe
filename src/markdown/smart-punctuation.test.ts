import { expect, test } from 'vitest';
import { html, KINDS } from './testing.ts';

const cases: [typed: string, set: string][] = [
  ['"Quoted" words', '“Quoted” words'],
  ["a 'single' one", 'a ‘single’ one'],
  ['"He said \'no\'"', '“He said ‘no’”'],
  ["don't, it's, patients' own", 'don’t, it’s, patients’ own'],
  ["the 1990's and the '90s", 'the 1990’s and the ’90s'],
  ['("in brackets")', '(“in brackets”)'],
  ['*"emphasis"* and "*emphasis*"', '<em>“emphasis”</em> and “<em>emphasis</em>”'],
  ['"in 2013" it was', '“in 2013” it was'],
  ["called 'type 2' there", 'called ‘type 2’ there'],
  ['wait -- what', 'wait – what'],
  ['wait--what', 'wait—what'],
  ['wait---what', 'wait—what'],
  ['and so on...', 'and so on…'],
  // Figures stay as they are typed.
  ["after 5' and 10'", "after 5' and 10'"],
  ['5\'4" tall', '5\'4" tall'],
  ['"she is 5\'4" tall"', '“she is 5\'4" tall”'],
  ['a 3" scar', 'a 3" scar'],
  ['pages 1--2', 'pages 1--2'],
  ['pages 1 -- 2', 'pages 1 -- 2'],
  ['1...2', '1...2'],
  ['2,000 mg, 1-2, 1–2, 3.9 to 24.2', '2,000 mg, 1-2, 1–2, 3.9 to 24.2'],
  ['p = .05 and 1/2 (c)', 'p = .05 and 1/2 (c)'],
  ['`"code"` --flag', '<code>"code"</code> --flag'],
];
test.each(cases.flatMap(([typed, set]) => KINDS.map((kind) => [typed, set, kind] as const)))(
  '%s is set as %s in .%s',
  async (typed, set, kind) => {
    expect(await html(typed, kind)).toBe(`<p>${set}</p>`);
  },
);

test('p < .05 stays', async () => {
  expect(await html('p < .05 and n > 3')).toBe('<p>p &#x3C; .05 and n > 3</p>');
});

test('a note does not turn a closing mark into an opening one', async () => {
  expect(await html('"word[^1]" and more\n\n[^1]: N')).toMatch(/“word<span.*?<\/span>” and more/);
});

test('addresses stay as they are', async () => {
  expect(await html("https://example.org/it's--here")).toContain(
    ">https://example.org/it's--here<",
  );
});

test('a heading has the same id whatever its marks', async () => {
  expect(await html('## What\'s "new"?')).toContain('<h2 id="whats-new">What’s “new”?</h2>');
});
