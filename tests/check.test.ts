import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Rule } from '../src/lib/rules/rule.ts';
import { imports } from '../src/lib/rules/imports.ts';
import { RULES } from '../src/lib/rules/rules.ts';
import { checkContent } from '../src/store/reading/check.ts';
import { readContent } from '../src/store/reading/read.ts';

/** Every fault that `check` knows is planted in a small sound site, and must be told rightly. */

const CLEAN = join(import.meta.dirname, 'fixtures/check');
const TODAY = '2026-06-01';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'check-'));
  cpSync(CLEAN, root, { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const path = (file: string) => join(root, 'content', file);

/** Replaces text in a file; a replacement that changes nothing is a fault of the test. */
function replace(file: string, from: string | RegExp, to: string): void {
  const before = readFileSync(path(file), 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`"${String(from)}" does not stand in ${file}.`);
  writeFileSync(path(file), after);
}

function write(file: string, text: string | Buffer): void {
  mkdirSync(dirname(path(file)), { recursive: true });
  writeFileSync(path(file), text);
}

/** 1-based line of the first place where `text` stands now. */
function lineOf(file: string, text: string): number {
  const before = readFileSync(path(file), 'utf8').split(text);
  if (before.length === 1) throw new Error(`"${text}" does not stand in ${file}.`);
  return before[0]!.split('\n').length;
}

const MD = 'posts/first/index.md';
const MDX = 'posts/second/index.mdx';

interface Fault {
  what: string;
  rule: keyof typeof RULES;
  plant: (file: string) => void | Promise<void>;
  /** Text of the line that must be named; the first line where absent. */
  at?: string;
  /** What the three sentences must say. */
  says?: RegExp;
  /** Where it can stand; both kinds of article where absent. */
  files?: string[];
}

const field = (from: RegExp, to: string) => (file: string) => replace(file, from, to);
const body = (text: string) => (file: string) =>
  writeFileSync(path(file), `${readFileSync(path(file), 'utf8')}\n${text}\n`);

const FAULTS: Fault[] = [
  // Front matter
  {
    what: 'an impossible date',
    rule: 'field/date',
    plant: field(/^published: .*/m, 'published: 2026-02-31'),
    at: '2026-02-31',
    says: /2026-02-31.*day of the calendar/s,
  },
  {
    what: 'an impossible month',
    rule: 'field/date',
    plant: field(/^published: .*/m, 'published: 2026-13-45'),
    at: '2026-13-45',
  },
  {
    what: 'a time with a zone',
    rule: 'field/date',
    plant: field(/^published: .*/m, 'published: 2026-01-21T23:30-08:00'),
    at: 'T23:30',
    says: /day alone: 2026-01-21\./,
  },
  {
    what: 'a mistyped draft',
    rule: 'field/unknown',
    plant: field(/^kind:/m, 'darft: true\nkind:'),
    at: 'darft',
    says: /Did you mean "draft"/,
  },
  {
    what: 'an unknown field inside another',
    rule: 'field/unknown',
    plant: field(
      /^kind:/m,
      'reviewed: { by: editors, on: 2026-05-03, scop: all, scope: all }\nkind:',
    ),
    at: 'scop',
    says: /Did you mean "scope"/,
  },
  {
    what: 'a field of the draft that was never written',
    rule: 'post/unfinished',
    plant: field(/^description: .*/m, "description: 'To be written.'"),
    at: 'description:',
    says: /draft: true/,
  },
  {
    what: 'a missing field',
    rule: 'field/missing',
    plant: field(/^description: .*\n/m, ''),
    at: 'title:',
    says: /description is missing/,
  },
  {
    what: 'an empty title',
    rule: 'field/value',
    plant: field(/^title: .*/m, "title: ''"),
    at: 'title:',
  },
  {
    what: 'one topic where a list is wanted',
    rule: 'field/value',
    plant: field(/^topics: .*/m, 'topics: sleep'),
    at: 'topics: sleep',
    says: /Write topics: \[sleep\]/,
  },
  {
    what: 'a kind that is none',
    rule: 'field/value',
    plant: field(/^kind: .*/m, 'kind: giude'),
    at: 'giude',
    says: /Did you mean "guide"/,
  },
  {
    what: 'a colon in a title',
    rule: 'yaml/colon',
    plant: field(/^title: .*/m, 'title: Iron: the promise'),
    at: 'Iron: the',
    says: /title: 'Iron: the promise'/,
  },
  {
    what: 'a tab',
    rule: 'yaml/tab',
    plant: field(/^topics: .*/m, 'topics:\n\t- sleep'),
    at: '\t- sleep',
  },
  {
    what: 'curly quotes around a title',
    rule: 'yaml/quotes',
    plant: field(/^title: .*/m, 'title: “A title”'),
    at: '“A title”',
    says: /"A title"/,
  },
  {
    what: 'a field that stands twice',
    rule: 'yaml/syntax',
    plant: field(/^kind: .*/m, 'kind: news\nkind: news'),
    at: 'kind: news\nevidence',
    says: /second time/,
  },
  {
    what: 'a bracket that is not closed',
    rule: 'yaml/syntax',
    plant: field(/^authors: .*/m, 'authors: [editors'),
    at: 'published',
  },
  { what: 'no front matter', rule: 'yaml/missing', plant: field(/^---\n[\s\S]*?\n---\n/, '') },
  { what: 'front matter without an end', rule: 'yaml/missing', plant: field(/\n---\n/, '\n') },
  // Names
  {
    what: 'an unknown author',
    rule: 'name/unknown',
    plant: field(/^authors: .*/m, 'authors: [editor]'),
    at: 'authors:',
    says: /Did you mean "editors"/,
  },
  {
    what: 'an unknown topic',
    rule: 'name/unknown',
    plant: field(/^topics: .*/m, 'topics: [slepe]'),
    at: 'topics:',
    says: /Did you mean "sleep"/,
  },
  {
    what: 'an unknown reviewer',
    rule: 'name/unknown',
    plant: field(/^kind:/m, 'reviewed: { by: nobody, on: 2026-05-03, scope: all }\nkind:'),
    at: 'reviewed:',
    says: /reviewer "nobody"/,
  },
  // Articles
  {
    what: 'no text',
    rule: 'post/empty',
    plant: (file) => replace(file, /(\n---\n)[\s\S]*$/, '$1'),
  },
  {
    what: 'two files in a folder',
    rule: 'post/duplicate-slug',
    plant: (file) => {
      const other = file.endsWith('.mdx')
        ? file.replace('.mdx', '.md')
        : file.replace('.md', '.mdx');
      write(
        other,
        readFileSync(path(file), 'utf8')
          .replace(/^title: .*/m, 'title: Another one')
          .replace(/^series: .*\n/m, '')
          .replace(/^slugHistory: .*\n/m, ''),
      );
    },
    files: [MD],
  },
  {
    what: 'a title twice',
    rule: 'post/duplicate-title',
    plant: () => replace(MDX, /^title: .*/m, 'title: The first article'),
    at: 'title:',
    files: [MDX],
  },
  {
    what: 'a part of a series twice',
    rule: 'post/duplicate-part',
    plant: () => replace(MDX, /^kind:/m, 'series: { name: nights, part: 1 }\nkind:'),
    at: 'series:',
    files: [MDX],
  },
  {
    what: 'an old address that is in use',
    rule: 'post/duplicate-slug',
    plant: () => replace(MDX, '[second-as-it-was]', '[first]'),
    at: 'slugHistory',
    files: [MDX],
  },
  // Headings
  {
    what: 'a skipped level',
    rule: 'heading/level',
    plant: body('## Level two\n\n#### Level four'),
    at: '#### Level four',
  },
  { what: 'a second title', rule: 'heading/title', plant: body('# Level one'), at: '# Level one' },
  // Links
  {
    what: 'a dead link',
    rule: 'link/dead',
    plant: body('Go [there](/nowhere/).'),
    at: '/nowhere/',
  },
  {
    what: 'a link without its slash',
    rule: 'link/dead',
    plant: body('Go [there](/posts/first).'),
    at: 'Go [there]',
    says: /Write \/posts\/first\/\./,
  },
  { what: 'a dead anchor', rule: 'link/anchor', plant: body('Go [there](#nope).'), at: '#nope' },
  {
    what: 'a dead anchor of another article',
    rule: 'link/anchor',
    plant: body('Go [there](/posts/second/#how-it-want).'),
    at: 'how-it-want',
    says: /Did you mean "how-it-went"/,
  },
  {
    what: 'a link to a draft',
    rule: 'link/draft',
    plant: (file) => {
      write(
        'posts/third/index.md',
        readFileSync(path(MD), 'utf8')
          .replace(/^title: .*/m, 'title: The third')
          .replace(/^series: .*\n/m, 'draft: true\n'),
      );
      body('Go [there](/posts/third/).')(file);
    },
    at: '/posts/third/',
  },
  // Pictures
  {
    what: 'a missing picture',
    rule: 'image/missing',
    plant: body('![A tree](./nope.png)'),
    at: 'nope.png',
  },
  {
    what: 'a picture without words',
    rule: 'image/alt',
    plant: async (file) => {
      write(
        `${dirname(file)}/tree.png`,
        await sharp({ create: { width: 8, height: 8, channels: 3, background: 'green' } })
          .png()
          .toBuffer(),
      );
      body('![](./tree.png)')(file);
    },
    at: '![](./tree.png)',
  },
  {
    what: 'a picture in HTML without words',
    rule: 'image/alt',
    plant: async (file) => {
      write(
        `${dirname(file)}/tree.png`,
        await sharp({ create: { width: 8, height: 8, channels: 3, background: 'green' } })
          .png()
          .toBuffer(),
      );
      body('<img src="./tree.png" />')(file);
    },
    at: '<img',
  },
  // HTML
  {
    what: 'a script',
    rule: 'html/forbidden',
    plant: body('<script src="https://example.com/x.js"></script>'),
    at: '<script',
  },
  {
    what: 'a style',
    rule: 'html/forbidden',
    plant: body('<p style="color: red">Red.</p>'),
    at: '<p style',
    files: [MD],
  },
  {
    what: 'a handler',
    rule: 'html/forbidden',
    plant: body('<p onclick="x()">Press.</p>'),
    at: '<p onclick',
    files: [MD],
  },
  {
    what: 'a frame of another site',
    rule: 'html/forbidden',
    plant: body('<iframe src="https://example.com/"></iframe>'),
    at: '<iframe',
  },
  {
    what: 'a tag that is not closed',
    rule: 'html/torn',
    plant: body('<div>\n\nText.'),
    at: '<div>',
    files: [MD],
  },
  {
    what: 'an item outside of a list',
    rule: 'html/torn',
    plant: body('Text <li>item</li> on.'),
    at: '<li>',
  },
  {
    what: 'a citation in a block of HTML',
    rule: 'html/citation',
    plant: body('<p>Some slept better.[@doe2020]</p>'),
    at: '[@doe2020]',
    files: [MD],
  },
  // MDX
  {
    what: 'a figure below zero',
    rule: 'mdx/syntax',
    plant: body('It was p <0.05 there.'),
    at: 'p <0.05',
    files: [MDX],
  },
  {
    what: 'braces',
    rule: 'mdx/syntax',
    plant: body('A {word} in braces.'),
    at: '{word}',
    files: [MDX],
  },
  {
    what: 'a comment of HTML',
    rule: 'mdx/syntax',
    plant: body('<!-- not in MDX -->'),
    at: '<!--',
    files: [MDX],
  },
  {
    what: 'an import',
    rule: 'mdx/import',
    plant: field(/(\n---\n)/, "$1\nimport Aside from './Aside.astro'\n"),
    at: 'import Aside',
    files: [MDX],
  },
  {
    what: 'an unknown component',
    rule: 'mdx/component',
    plant: body('<Asside kind="note" title="A">\n\nWords.\n\n</Asside>'),
    at: '<Asside',
    says: /Aside/,
    files: [MDX],
  },
];

test('the clean site has no fault', async () => {
  expect((await checkContent(root, { today: TODAY })).diagnostics).toEqual([]);
});

describe.each(
  FAULTS.flatMap((fault) => (fault.files ?? [MD, MDX]).map((file) => ({ ...fault, file }))),
)('$what in $file', ({ rule, plant, at, says, file }) => {
  test(`is told as ${rule}, with its line`, async () => {
    await plant(file);
    const line = at === undefined ? 1 : lineOf(file, at);
    const { diagnostics } = await checkContent(root, { today: TODAY });
    const told = diagnostics.filter((one) => one.rule === rule);
    expect(told.map(({ file: name, line }) => [name.replace(/\.mdx?$/, ''), line])).toContainEqual([
      `content/${file}`.replace(/\.mdx?$/, ''),
      line,
    ]);
    const { found, expected, fix } = told.find((one) => one.line === line)!;
    for (const sentence of [found, expected, fix]) expect(sentence).toMatch(/\w.*[.:)]?$/s);
    if (says) expect(`${found} ${expected} ${fix}`).toMatch(says);
  });
});

/** Sets the look of the small site: `fields` come second in its file. */
const look = (fields: string) => replace('site.yaml', /^/, `look:\n  ${fields}\n`);
const WOFF2 = Buffer.from('wOF2');
const CLINIC =
  'fonts:\n    text: Clinic\n    own:\n      - family: Clinic\n        regular: a.woff2';

test('an accent that cannot be read: what it has, what it needs, and the nearest that does', async () => {
  look("accent: '#f5c518'");
  const [fault, ...others] = (await checkContent(root, { today: TODAY })).diagnostics;
  expect(others).toEqual([]);
  expect(fault!.found).toMatch(/#f5c518.*1\.57:1 on the page/);
  expect(fault!.expected).toContain('4.5:1');
  const [nearest] = /#[0-9a-f]{6}/.exec(fault!.fix)!;
  replace('site.yaml', '#f5c518', nearest);
  expect((await checkContent(root, { today: TODAY })).diagnostics).toEqual([]);
});

test('a missing logo: the file most like it is proposed', async () => {
  write('look/logo.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  look('logo: lgoo.svg');
  const [fault] = (await checkContent(root, { today: TODAY })).diagnostics;
  expect(fault!.fix).toContain('Did you mean "logo.svg"');
});

describe('faults that are not of one article', () => {
  const elsewhere: [
    rule: keyof typeof RULES,
    file: string,
    line: number,
    plant: () => void | Promise<void>,
  ][] = [
    [
      'name/unknown',
      'content/posts/first/index.md',
      7,
      () => replace(MD, 'name: nights', 'name: nigths'),
    ],
    [
      'field/unknown',
      'content/people/editors.yaml',
      2,
      () => replace('people/editors.yaml', 'kind:', 'kinde: x\nkind:'),
    ],
    ['field/date', 'content/site.yaml', 23, () => replace('site.yaml', '2026-06-01', '2026-06-31')],
    [
      'field/value',
      'content/sources/doe2020.yaml',
      3,
      () => replace('sources/doe2020.yaml', "'2020'", 'long ago'),
    ],
    [
      'source/unknown',
      'content/posts/first/index.md',
      19,
      () => replace(MD, '@doe2020#sleep', '@deo2020#sleep'),
    ],
    [
      'source/unknown',
      'content/sources/doe2020.yaml',
      8,
      () => replace('sources/doe2020.yaml', 'is: current', 'is: corrected, notice: nobody2020'),
    ],
    [
      'source/corrected',
      'content/sources/doe2020.yaml',
      8,
      () => replace('sources/doe2020.yaml', 'is: current', 'is: corrected'),
    ],
    [
      'source/status-stale',
      'content/sources/doe2020.yaml',
      8,
      () => replace('sources/doe2020.yaml', "checked: '2026-05-01'", "checked: '2025-05-01'"),
    ],
    [
      'source/incomplete',
      'content/sources/doe2020.yaml',
      2,
      () => replace('sources/doe2020.yaml', /findings:[^]*/, ''),
    ],
    [
      'source/unused',
      'content/sources/doe2020.yaml',
      2,
      () => replace(MD, '[@doe2020#sleep]', '[@doe2021]'),
    ],
    [
      'source/duplicate',
      'content/sources/doe2020a.yaml',
      4,
      () => write('sources/doe2020a.yaml', readFileSync(path('sources/doe2020.yaml'))),
    ],
    [
      'figure/not-in-source',
      'content/posts/first/index.md',
      3,
      () =>
        replace(MD, 'It found that all is in order.', 'Of the warm 56% slept, of the cold 41%.'),
    ],
    [
      'page/review-overdue',
      'content/posts/first/index.md',
      10,
      () => replace(MD, 'disclosure:', 'nextReview: 2026-05-31\ndisclosure:'),
    ],
    [
      'page/changed-since-review',
      'content/posts/first/index.md',
      10,
      () =>
        replace(
          MD,
          'disclosure:',
          "reviewed: { by: editors, on: 2026-05-01, scope: all, claims: '000000000000' }\ndisclosure:",
        ),
    ],
    [
      'field/missing',
      'content/glossary.yaml',
      1,
      () => replace('glossary.yaml', ', meaning: A part of sleep.', ''),
    ],
    [
      'yaml/syntax',
      'content/people/editors.yaml',
      5,
      () => write('people/editors.yaml', 'name: A\nkind: person\nrole: R\nbio: B\nbio: C\n'),
    ],
    [
      'comment/post',
      'content/comments/frist/one.yaml',
      1,
      () => write('comments/frist/one.yaml', 'name: A\nmonth: 2026-05\ntext: Hello.\n'),
    ],
    ['file/place', 'content/posts/loose.md', 1, () => write('posts/loose.md', '# Loose')],
    ['file/place', 'content/posts/empty/notes.txt', 1, () => write('posts/empty/notes.txt', 'x')],
    ['file/place', 'content/posts/first/deep/a.png', 1, () => write('posts/first/deep/a.png', 'x')],
    ['file/place', 'content/soruces/a2020.yaml', 1, () => write('soruces/a2020.yaml', 'x: 1')],
    ['file/place', 'content/people/someone.yalm', 1, () => write('people/someone.yalm', 'x: 1')],
    ['file/place', 'content/glosary.yaml', 1, () => write('glosary.yaml', '[]')],
    ['page/missing', 'content/pages/privacy.md', 1, () => rmSync(path('pages/privacy.md'))],
    [
      'link/dead',
      'content/site.yaml',
      2,
      () => replace('site.yaml', /^/, 'navigation:\n  - { name: Contact, to: /contact/ }\n'),
    ],
    ['look/contrast', 'content/site.yaml', 2, () => look("accent: '#f5c518'")],
    [
      'look/contrast',
      'content/site.yaml',
      4,
      () => look("accent:\n    light: '#0c4c43'\n    dark: '#0c4c43'"),
    ],
    ['field/value', 'content/site.yaml', 2, () => look('accent: #0c4c43')],
    ['look/font', 'content/site.yaml', 2, () => look('fonts: { headings: serfi }')],
    [
      'look/family',
      'content/site.yaml',
      4,
      () => {
        write('look/a.woff2', WOFF2);
        look('fonts:\n    own:\n      - family: serif\n        regular: a.woff2');
      },
    ],
    [
      'look/unused',
      'content/site.yaml',
      4,
      () => {
        write('look/a.woff2', WOFF2);
        look('fonts:\n    own:\n      - family: Clinic\n        regular: a.woff2');
      },
    ],
    ['look/missing', 'content/site.yaml', 6, () => look(CLINIC)],
    [
      'look/file',
      'content/site.yaml',
      6,
      () => {
        write('look/a.woff2', Buffer.from('\0\x01\0\0 a TrueType file'));
        look(CLINIC);
      },
    ],
    ['look/missing', 'content/site.yaml', 2, () => look('logo: logo.svg')],
    [
      'look/file',
      'content/site.yaml',
      2,
      () => {
        write(
          'look/logo.svg',
          '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>',
        );
        look('logo: logo.svg');
      },
    ],
    [
      'look/file',
      'content/site.yaml',
      2,
      () => {
        write('look/logo.png', 'no picture');
        look('logo: logo.png');
      },
    ],
    ['site/missing', 'content/site.yaml', 1, () => rmSync(path('site.yaml'))],
    [
      'site/language',
      'content/site.yaml',
      6,
      () => replace('site.yaml', 'language: en', 'language: it'),
    ],
    ['field/unknown', 'content/vocabulary.yaml', 1, () => write('vocabulary.yaml', 'praize: []\n')],
    [
      'field/value',
      'content/vocabulary.yaml',
      5,
      () =>
        write(
          'vocabulary.yaml',
          'populations:\n  - name: children\n    recorded: [child*]\n    told: [child*]\n    includes: [babies]\n',
        ),
    ],
    [
      'help/stale',
      'content/site.yaml',
      23,
      () => replace('site.yaml', 'checked: 2026-06-01', 'checked: 2025-06-01'),
    ],
    [
      'image/location',
      'content/posts/first/photo.jpg',
      1,
      async () => {
        const photo = sharp({ create: { width: 8, height: 8, channels: 3, background: 'green' } });
        write(
          'posts/first/photo.jpg',
          await photo
            .withExif({
              IFD0: { Artist: 'Somebody' },
              IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
            })
            .jpeg()
            .toBuffer(),
        );
      },
    ],
  ];
  test.each(elsewhere)('%s in %s:%i', async (rule, file, line, plant) => {
    await plant();
    const { diagnostics } = await checkContent(root, { today: TODAY });
    expect(diagnostics.map((one) => [one.rule, one.file, one.line])).toContainEqual([
      rule,
      file,
      line,
    ]);
  });

  test.each([
    ['2025-12-03', []],
    ['2025-12-02', ['help/stale']],
  ])('a help line looked up on %s, 180 or 181 days ago: %j', async (day, rules) => {
    replace('site.yaml', 'checked: 2026-06-01', `checked: ${day}`);
    const { diagnostics } = await checkContent(root, { today: TODAY });
    expect(diagnostics.map(({ rule }) => rule)).toEqual(rules);
  });

  test('a wrong figure is an error in an article and a warning in a draft', async () => {
    const told = async () =>
      (await checkContent(root, { today: TODAY })).diagnostics
        .filter(({ rule }) => rule === 'figure/not-in-source')
        .map(({ severity }) => severity);
    replace(MD, 'warm feet 55%', 'warm feet 57%');
    expect(await told()).toEqual(['error']);
    replace(MD, /^kind:/m, 'draft: true\nkind:');
    expect(await told()).toEqual(['warning']);
  });

  test('an article has another digest when only a picture beside it changed', () => {
    const digest = () => readContent(root).records.posts.map((post) => post.digest);
    write('posts/first/scan.svg', '<svg><title>One</title></svg>');
    const [first, second] = digest();
    write('posts/first/scan.svg', '<svg><title>Two</title></svg>');
    const after = digest();
    expect(after[0]).not.toBe(first);
    expect(after[1]).toBe(second);
  });

  test('an article that was published and is gone is missed, a draft is not', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { cwd: root });
    write(
      'posts/draft/index.md',
      readFileSync(path(MD), 'utf8')
        .replace(/^title: .*/m, 'title: A draft\ndraft: true')
        .replace(/^series: .*\n/m, ''),
    );
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'one');
    rmSync(path('posts/draft'), { recursive: true });
    cpSync(path('posts/first'), path('posts/renamed'), { recursive: true });
    rmSync(path('posts/first'), { recursive: true });
    replace(MDX, '/posts/first/', '/posts/renamed/');
    rmSync(path('comments'), { recursive: true });
    const rules = async () =>
      (await checkContent(root, { today: TODAY })).diagnostics.map(({ rule, file }) => [
        rule,
        file,
      ]);
    // Before and after the commit of the move.
    expect(await rules()).toEqual([['post/moved', 'content/posts/first/index.md']]);
    git('add', '-A');
    git('commit', '-qm', 'two');
    expect(await rules()).toEqual([['post/moved', 'content/posts/first/index.md']]);
    replace('posts/renamed/index.md', /^kind:/m, 'slugHistory: [first]\nkind:');
    expect(await rules()).toEqual([]);
  });

  test('every rule is planted in this file or has examples that are tested', () => {
    const planted = new Set<string>([
      ...Object.entries<Rule>(RULES).flatMap(([rule, { example }]) =>
        example && example.file === undefined ? rule : [],
      ),
      // In src/lib/source-import/read.test.ts.
      ...Object.keys(imports),
      // In tests/fixtures/faulty.
      'person/method',
      ...FAULTS.map(({ rule }) => rule),
      ...elsewhere.map(([rule]) => rule),
      'post/moved',
    ]);
    expect(Object.keys(RULES).filter((rule) => !planted.has(rule))).toEqual([]);
  });
});

test('what is remembered is never stale: an edit is seen, and so is its undoing', async () => {
  const count = async () => (await checkContent(root, { today: TODAY })).diagnostics.length;
  expect(await count()).toBe(0);
  replace(MD, '## What was found', '#### What was found');
  expect(await count()).toBeGreaterThan(0);
  replace(MD, '#### What was found', '## What was found');
  expect(await count()).toBe(0);
  write('../.cache/wellsourced/facts.json', '{ half');
  expect(await count()).toBe(0);
});

test('all faults are told at once, in the order of files and lines', async () => {
  replace(MD, /^kind: .*/m, 'kind: giude');
  body('[there](/nowhere/)')(MD);
  body('A {word} in braces.')(MDX);
  const { diagnostics } = await checkContent(root, { today: TODAY });
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['field/value', 'link/dead', 'mdx/syntax']);
});
