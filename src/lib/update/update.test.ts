import { describe, expect, test } from 'vitest';
import { DEMONSTRATION_TESTS } from '../start/fresh.ts';
import { mostAlike } from './base.ts';
import { mergePackageJson, takenFrom, withoutSecrets, type PackageJson } from './package-json.ts';
import { planUpdate, unknownKeeps } from './plan.ts';
import { newEntries, refusal, report, versionName } from './words.ts';

const files = (entries: Record<string, string>) => new Map(Object.entries(entries));

describe('the plan', () => {
  const plan = (
    [base, mine, next]: Record<string, string>[],
    options?: { keep?: string[]; replace?: boolean },
  ) => planUpdate({ base: files(base!), mine: files(mine!), next: files(next!) }, options);

  test('takes what changed, came and went', () => {
    const [base, next] = [
      { 'src/a.ts': '1', 'src/gone.ts': '1', 'src/same.ts': '1' },
      { 'src/a.ts': '2', 'src/new.ts': '1', 'src/same.ts': '1' },
    ];
    expect(plan([base, base, next])).toEqual({
      write: ['src/a.ts', 'src/new.ts'],
      remove: ['src/gone.ts'],
      changed: [],
      kept: [],
    });
  });

  test('never looks at what is the owner’s, whatever each version has there', () => {
    const paths = [
      'content/site.yaml',
      'content/new.md',
      'public/favicon.svg',
      'public/icons/a.png',
    ];
    const all = (id: string) => Object.fromEntries(paths.map((path) => [path, id]));
    const none = { write: [], remove: [], changed: [], kept: [] };
    expect(plan([all('1'), all('2'), all('3')])).toEqual(none);
    expect(plan([all('1'), all('1'), {}])).toEqual(none);
    expect(plan([{}, {}, all('1')])).toEqual(none);
    expect(plan([{}, { 'src/mine.ts': '1', 'public/cv.pdf': '1' }, {}])).toEqual(none);
  });

  test('does not bring back the tests that a fresh start removes', () => {
    const later = Object.fromEntries(DEMONSTRATION_TESTS.map((path) => [path, '2']));
    expect(plan([{}, {}, later]).write).toEqual([]);
  });

  test('lists every way in which the owner changed the software, and stops there', () => {
    const base = { a: '1', b: '1', c: '1', d: '1' };
    const next = { a: '2', b: '1', c: '1', new: '1' };
    const { changed, write, remove } = plan([base, { a: 'x', b: 'x', d: 'x', new: 'x' }, next]);
    expect(changed).toEqual([
      { path: 'a', by: 'changed', both: true },
      { path: 'b', by: 'changed', both: false },
      { path: 'c', by: 'removed', both: false },
      { path: 'd', by: 'changed', both: true },
      { path: 'new', by: 'added', both: true },
    ]);
    expect([write, remove]).toEqual([[], []]);
  });

  test('writes over them when it may', () => {
    const base = { a: '1', c: '1', d: '1' };
    const done = plan([base, { a: 'x', d: 'x' }, { a: '1', c: '1' }], { replace: true });
    expect(done).toMatchObject({ write: ['a', 'c'], remove: ['d'] });
    expect(done.changed).toHaveLength(3);
  });

  test('is silent where owner and later version came to the same', () => {
    expect(plan([{ a: '1', b: '1' }, { a: '2' }, { a: '2' }]).changed).toEqual([]);
  });

  test('a file that most owners rewrite is theirs from then on, and so is what they keep', () => {
    const base = { 'README.md': '1', 'src/styles/a.css': '1', LICENSE: '1' };
    const mine = { 'README.md': 'x', 'src/styles/a.css': 'x', LICENSE: '1' };
    const next = { 'README.md': '2', 'src/styles/a.css': '1', LICENSE: '2' };
    expect(plan([base, mine, next], { keep: ['src/styles/'] })).toEqual({
      write: ['LICENSE'],
      remove: [],
      changed: [],
      kept: ['README.md'],
    });
  });

  test('the lock file is npm’s: no change in it is an owner’s', () => {
    const [base, mine, next] = ['1', 'x', '2'].map((id) => ({ 'package-lock.json': id }));
    expect(plan([base!, mine!, next!])).toMatchObject({
      write: ['package-lock.json'],
      changed: [],
    });
  });

  test('a slip in what is kept is found', () => {
    const versions = { base: files({}), mine: files({ 'src/a.ts': '1' }), next: files({}) };
    expect(unknownKeeps(['src/', 'src/a.ts', 'src/b.ts', 'src'], versions)).toEqual([
      'src/b.ts',
      'src',
    ]);
  });
});

describe('package.json', () => {
  const base: PackageJson = {
    name: 'software',
    version: '0.1.0',
    scripts: { build: 'b', old: 'o' },
    dependencies: { left: '1', pad: '1' },
  };
  const next: PackageJson = {
    name: 'software',
    version: '0.2.0',
    type: 'module',
    scripts: { build: 'b2', new: 'n' },
    dependencies: { left: '2', right: '1' },
  };
  const merge = (mine: PackageJson) => {
    const { text, ...rest } = mergePackageJson({ base, mine, next }, { version: '0.2.0' });
    return { json: JSON.parse(text) as PackageJson, text, ...rest };
  };

  test('the owner’s name, packages, commands and fields stay; the software’s are the later ones', () => {
    const { json, changes, scripts } = merge({
      ...base,
      name: 'mine',
      author: 'Me',
      scripts: { build: 'b', old: 'o', letters: 'l' },
      dependencies: { extra: '7', left: '1', pad: '1' },
    });
    expect(json).toEqual({
      name: 'mine',
      version: '0.2.0',
      author: 'Me',
      type: 'module',
      scripts: { letters: 'l', build: 'b2', new: 'n' },
      dependencies: { extra: '7', left: '2', right: '1' },
      wellsourced: { version: '0.2.0' },
    });
    expect(Object.keys(json['dependencies'] as object)).toEqual(['extra', 'left', 'right']);
    expect(scripts).toEqual([]);
    expect(changes).toContainEqual({ field: 'dependencies', name: 'left', was: '1', will: '2' });
    expect(changes).toContainEqual({ field: 'dependencies', name: 'pad', was: '1' });
    expect(changes).toContainEqual({ field: 'scripts', name: 'new', will: 'n' });
    expect(changes).toHaveLength(6);
  });

  test('a command of the software that the owner changed is named', () => {
    expect(
      merge({ ...base, scripts: { build: 'mine', old: 'mine', new: 'mine' } }).scripts,
    ).toEqual(['build', 'old', 'new']);
    expect(merge({ ...base, scripts: { build: 'b2' } }).scripts).toEqual([]);
  });

  test('what somebody else wrote under "wellsourced" is refused in a sentence', () => {
    expect(takenFrom({})).toEqual({});
    expect(takenFrom({ wellsourced: { keep: ['src/'] } })).toEqual({ keep: ['src/'] });
    for (const wellsourced of [7, [], { keep: 'src/' }, { keep: [7] }, { commit: 7 }])
      expect(() => takenFrom({ wellsourced } as PackageJson)).toThrow(/^package\.json: "\w+"/);
  });

  test('no password is remembered', () => {
    expect(withoutSecrets('https://me:secret@host.example/a.git')).toBe(
      'https://host.example/a.git',
    );
    expect(withoutSecrets('ssh://git@host.example/a.git')).toBe('ssh://git@host.example/a.git');
    expect(withoutSecrets('git@host.example:a/b.git')).toBe('git@host.example:a/b.git');
  });
});

describe('the base', () => {
  const version = (name: string, entries: Record<string, string>) => ({
    name,
    files: files(entries),
  });
  const three = version('three', { a: '3', b: '2', c: '1', 'content/x': '3' });
  const two = version('two', { a: '2', b: '2', 'content/x': '2' });
  const one = version('one', { a: '1', b: '1', 'content/x': '1' });

  test('is the version of which most is there, whatever stands in content', () => {
    const mine = files({ a: '2', b: '2', 'content/x': '1', 'src/mine': '1' });
    expect(mostAlike(mine, [three, two, one])).toBe(two);
  });

  test('is none when nothing is alike', () => {
    expect(mostAlike(files({ a: '9', b: '9' }), [three, two, one])).toBeUndefined();
    expect(mostAlike(files({ a: '9' }), [])).toBeUndefined();
  });
});

describe('what is said', () => {
  const base = { version: '0.1.0', commit: 'a'.repeat(40) };

  test('a refusal names each file, how it differs, and the ways on', () => {
    const said = refusal(
      base,
      [
        { path: 'src/a.ts', by: 'changed', both: true },
        { path: 'src/b.ts', by: 'removed', both: false },
      ],
      ['build'],
    );
    expect(said).toContain('src/a.ts: changed here, and changed by the later version too');
    expect(said).toContain('src/b.ts: removed here\n');
    expect(said).toContain('the command "build"');
    expect(said).toMatch(/"keep"[^]*--replace/);
  });

  test('a report says what was done and what comes next', () => {
    const said = report({
      from: 'https://host.example/a.git',
      base,
      next: { version: '0.2.0' },
      plan: { write: ['a', 'b'], remove: [], changed: [], kept: ['README.md'] },
      mine: files({ a: '1', 'README.md': '100644 1' }),
      later: files({ 'README.md': '100644 1234567890abcdef' }),
      entries: [{ field: 'dependencies', name: 'left', was: '1', will: '2' }],
      scripts: [],
      news: '',
    });
    expect(said).toContain('0.2.0, after 0.1.0 (aaaaaaaaaa)');
    expect(said).toContain('1 file is changed, 1 added, 0 removed');
    expect(said).toContain('dependencies: left 1 is now 2');
    expect(said).toContain('git diff HEAD:README.md 1234567890ab');
    expect(said).toMatch(/npm install\n {2}npm test\n {2}git add -A && git commit/);
    expect(said).not.toContain('CHANGELOG');
  });

  test('a version without a commit is its number', () => {
    expect(versionName({ version: '0.2.0' })).toBe('0.2.0');
  });

  test('news are the lines that are new, below their headings', () => {
    const earlier =
      '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- One.\n\n## [0.1.0]\n\n- Old.\n';
    const later =
      '# Changelog\n\nWords.\n\n## [0.2.0]\n\n### Added\n\n- One.\n\n### Fixed\n\n- Two.\n\n## [0.1.0]\n\n- Old.\n';
    expect(newEntries(earlier, later)).toBe('Words.\n## [0.2.0]\n### Fixed\n- Two.');
    expect(newEntries(later, later)).toBe('');
  });
});
