import { describe, expect, test } from 'vitest';
import { all, context, html, render, textOf } from '../testing.ts';
import { COMPONENTS } from './index.ts';
import { didYouMean } from '../../lib/text/did-you-mean.ts';
import { parseMarkdown } from '../pipeline.ts';
import { passagesOf } from '../passages.ts';
import { readProps } from './component.ts';

describe('Aside', () => {
  test.each([
    ['note', 'Note'],
    ['caution', 'Caution'],
    ['danger', 'Danger'],
    ['help', 'Help'],
  ])('%s says in words what it is', async (kind, word) => {
    const { hast } = await render(`<Aside kind="${kind}">\n\nText.\n\n</Aside>`, 'mdx');
    const [box] = all(hast, 'div', 'aside');
    expect(box!.properties).toMatchObject({ role: 'note', ariaLabel: word });
    expect(textOf(box!)).toBe(`${word}\nText.`);
  });

  test('with a title, lists and links', async () => {
    const body =
      '<Aside kind="caution" title="With \'alcohol\'">\n\n- one\n- [two](/x/)\n\n</Aside>';
    expect(await html(body, 'mdx')).toBe(
      '<div class="aside aside-caution" role="note" aria-label="Caution: With ‘alcohol’">' +
        '<p class="aside-title"><span class="aside-kind">Caution: </span>With ‘alcohol’</p>' +
        '<ul><li>one</li><li><a href="/x/">two</a></li></ul></div>',
    );
  });
});

test('Figure draws the picture in its sizes, with caption and credit', async () => {
  const body =
    '<Figure src="./label.png" alt="A label" credit="Ours">\n\nThe *label*.\n\n</Figure>';
  const { hast } = await render(body, 'mdx');
  const [figure] = all(hast, 'figure', 'figure');
  expect(all(figure!, 'source')).toHaveLength(2);
  expect(all(figure!, 'img')[0]!.properties).toMatchObject({ alt: 'A label', width: 1000 });
  expect(textOf(all(figure!, 'figcaption')[0]!)).toBe('The label. Ours');
});

test('Figure without a caption has none', async () => {
  expect(await html('<Figure src="./flow.svg" alt="" />', 'mdx')).toMatch(
    /^<figure class="figure"><img [^>]*alt=""[^>]*><\/figure>$/,
  );
});

describe('Compare', () => {
  const arms =
    "[{ name: 'Caffeine', value: 55.4, n: 1195 }, { name: 'ECT', value: '41.0', n: 170 }]";

  test('reads as a table with both groups, and draws bars without styles', async () => {
    const body = `<Compare title="Response" unit="%" arms={${arms}} note="Open label.">\n\nBy 14.4 points.\n\n</Compare>`;
    const { hast } = await render(body, 'mdx');
    const [figure] = all(hast, 'figure', 'compare');
    expect(textOf(figure!).split('\n')).toEqual([
      ...[
        'Response',
        'Group',
        'People',
        'Result',
        'Caffeine',
        '1,195',
        '55.4%',
        'ECT',
        '170',
        '41.0%',
      ],
      ...['By 14.4 points.', 'Open label.'],
    ]);
    const bars = all(figure!, 'rect', 'compare-fill').map(({ properties }) => properties.width);
    expect(bars).toEqual(['55.4%', '41%']);
    expect(all(figure!, 'svg')[0]!.properties.ariaHidden).toBe('true');
    expect(all(figure!, 'th').map(({ properties }) => properties.scope)).toEqual([
      ...['col', 'col', 'col', 'row', 'row'],
    ]);
  });

  const scales: [props: string, widths: string[], first: string][] = [
    ['unit="points"', ['100%', '50%'], '8\u00a0points'],
    ['', ['100%', '50%'], '8'],
    ['max={16}', ['50%', '25%'], '8'],
    ['unit="%"', ['8%', '4%'], '8%'],
  ];
  test.each(scales)('with %s the bars are %s', async (props, widths, first) => {
    const body = `<Compare title="T" ${props} arms={[{ name: 'A', value: 8 }, { name: 'B', value: -4 }]} />`;
    const { hast } = await render(body, 'mdx');
    expect(all(hast, 'rect', 'compare-fill').map(({ properties }) => properties.width)).toEqual(
      widths,
    );
    expect(all(hast, 'span', 'compare-value')[0]!.children[0]).toMatchObject({ value: first });
  });

  test('where all are zero there are no bars to see', async () => {
    const body =
      "<Compare title=\"T\" arms={[{ name: 'A', value: 0 }, { name: 'B', value: 0 }]} />";
    const { hast } = await render(body, 'mdx');
    expect(all(hast, 'rect', 'compare-fill')[0]!.properties.width).toBe('0%');
  });
});

test('Timeline is an ordered list', async () => {
  const body =
    '<Timeline>\n\n<Step when="Day 1" title="Sleep">\n\nMuch.\n\n</Step>\n\n<Step when="Day 2">\n\nLess.\n\n</Step>\n\n</Timeline>';
  expect(await html(body, 'mdx')).toBe(
    '<ol class="timeline" role="list">' +
      '<li class="timeline-step"><p class="timeline-when">Day 1</p><p class="timeline-title">Sleep</p><p>Much.</p></li>' +
      '<li class="timeline-step"><p class="timeline-when">Day 2</p><p>Less.</p></li></ol>',
  );
});

test('Details opens without a script', async () => {
  expect(await html('<Details summary="More">\n\nText.\n\n</Details>', 'mdx')).toBe(
    '<details class="details"><summary>More</summary><div class="details-body"><p>Text.</p></div></details>',
  );
});

test('HTML, plain values and remarks between components', async () => {
  const body = 'H<sub>2</sub>O {"{"} {3.5} {/* not seen */}<br />end\n\n<div id="b">in</div>';
  expect(await html(body, 'mdx')).toBe('<p>H<sub>2</sub>O { 3.5 <br>end</p><div id="b">in</div>');
});

/** The value of a prop as its example has it. */
function exampleOf(name: string, example: string): unknown {
  const written = new RegExp(`^${name}=(?:"(.*)"|\\{(.*)\\})$`, 's').exec(example);
  if (!written) throw new Error(`The example of ${name} cannot be read: ${example}`);
  return written[1] ?? JSON.parse(written[2]!.replaceAll("'", '"').replace(/(\w+):/g, '"$1":'));
}

test('the example of each prop is one that the prop accepts', () => {
  for (const component of COMPONENTS.values()) {
    for (const [name, prop] of Object.entries(component.props)) {
      const given = { [name]: exampleOf(name, prop.example) };
      expect(readProps(component, given).values).toHaveProperty(name);
    }
  }
});

test.each([...COMPONENTS.values()])('what $name prints of its props, the check reads', (one) => {
  const examples = Object.entries(one.props);
  const given = Object.fromEntries(
    examples.map(([name, { example }]) => [name, exampleOf(name, example)]),
  );
  const empty = {
    type: 'root' as const,
    children: [one.render(readProps(one, given).values, [], context.t)],
  };
  const printed = textOf(empty);

  const tag = [one.name, ...examples.map(([, { example }]) => example)].join(' ');
  const { tree } = parseMarkdown({ path: 'content/posts/x/index.mdx', source: `<${tag} />` });
  const read = passagesOf(tree)
    .map(({ text }) => text)
    .join('\n');

  const strings = Object.values(given).filter((value) => typeof value === 'string');
  const figures = printed.match(/\d[\d.,]*/g) ?? [];
  for (const words of [...strings.filter((text) => printed.includes(text)), ...figures]) {
    expect(read).toContain(words);
  }
});

test.each([
  ['Asid', 'Aside'],
  ['aside', 'Aside'],
  ['Figures', 'Figure'],
  ['TimeLine', 'Timeline'],
  ['Chart', undefined],
])('%s is taken for %s', (word, meant) => {
  expect(didYouMean(word, [...COMPONENTS.keys()])).toBe(meant);
});
