import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { subset } from 'semver';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/** What package.json says of the packages and of Node is what the code needs. */

const root = join(import.meta.dirname, '..');
const json = <T>(path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as T;
const { scripts, engines, dependencies, devDependencies } = json<{
  scripts: Record<string, string>;
  engines: { node: string };
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}>('package.json');

/** The commands that work after `npm install --omit=dev`: those of whoever publishes. */
const COMMANDS = [
  'start',
  'dev',
  'check',
  'new',
  'source',
  'update',
  'build',
  'preview',
  'icons',
  'fonts',
];

/** Packages that no code imports. */
const UNSEEN = {
  node: 'runs the commands of package.json (docs/decisions/0002-node.md)',
  terser: "is loaded by Vite for `minify: 'terser'`",
};

/** The script in a file: an .astro file has it above the page and in `<script>`. */
function scriptOf(file: string): string {
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.astro')) return text;
  const [, above = ''] = /^---\n([^]*?)\n---/.exec(text) ?? [];
  const named = [...text.matchAll(/<script src=("[^"]+")/g)].map(([, name]) => `import ${name};`);
  return [above, ...named].join('\n');
}

interface Named {
  /** Files of ours. */
  files: string[];
  packages: string[];
  /** Packages of which only types are used. */
  types: string[];
}

/**
 * What a file names. Each string that is the path of a module of ours counts, since workers and
 * entries of bundles are named so as well.
 */
function named(file: string): Named {
  const found: Named = { files: [], packages: [], types: [] };
  const isModule = (path: string) =>
    /\.(?:ts|mjs|astro)$/.test(path) && existsSync(path) && statSync(path).isFile();
  const visit = (node: ts.Node, typesOnly: boolean): void => {
    if (ts.isStringLiteralLike(node)) {
      const [, kept] = /^node_modules\/((?:@[^/]+\/)?[^/.][^/]*)/.exec(node.text) ?? [];
      if (kept) found.packages.push(kept);
      if (typesOnly) return;
      for (const path of [join(dirname(file), node.text), join(root, node.text)])
        if (isModule(path)) found.files.push(path);
      return;
    }
    const from = importedBy(node);
    const onlyTypes = typesOnly || isTypeOnly(node);
    if (from !== undefined && /^[@a-z]/.test(from) && !/^(?:node|astro):/.test(from)) {
      const [name] = /^(?:@[^/]+\/)?[^/]+/.exec(from)!;
      (onlyTypes ? found.types : found.packages).push(name!);
    }
    ts.forEachChild(node, (child) => visit(child, onlyTypes));
  };
  visit(ts.createSourceFile(file, scriptOf(file), ts.ScriptTarget.Latest), false);
  return found;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node))
    return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  return (ts.isExportDeclaration(node) && node.isTypeOnly) || ts.isImportTypeNode(node);
}

/** The module that a node brings in: by `import`, `export … from`, `import()` or `require()`. */
function importedBy(node: ts.Node): string | undefined {
  const isCall =
    ts.isCallExpression(node) &&
    (node.expression.kind === ts.SyntaxKind.ImportKeyword ||
      (ts.isIdentifier(node.expression) && node.expression.text === 'require'));
  const name = isCall
    ? node.arguments[0]
    : ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : undefined;
  return name && ts.isStringLiteralLike(name) ? name.text : undefined;
}

/** Packages that run when one of `entries` does, each with a file that names it. */
function reachable(entries: string[]): Map<string, string> {
  const packages = new Map<string, string>();
  const files = new Set(entries);
  for (const file of files) {
    const { files: next, packages: these } = named(file);
    for (const one of next) files.add(one);
    for (const one of these) packages.set(one, relative(root, file));
  }
  return packages;
}

const paths = (...patterns: string[]) =>
  globSync(patterns, { cwd: root }).map((p) => join(root, p));
const isTest = (path: string) => /\.test\.ts$/.test(path);

describe('package.json', () => {
  const running = reachable([
    ...COMMANDS.map((name) => join(root, /^node (\S+)$/.exec(scripts[name]!)![1]!)),
    join(root, 'astro.config.mjs'),
    join(root, 'src/content.config.ts'),
    ...paths('src/pages/**/*.{ts,astro}').filter((path) => !isTest(path)),
  ]);

  test('what publishing needs stands in dependencies', () => {
    // The walk came as far as the scripts of pages, the worker and the search index.
    expect([...running.keys()]).toEqual(expect.arrayContaining(['astro', 'pagefind', 'sharp']));
    const missing = [...running].filter(([name]) => !(name in dependencies));
    expect(missing).toEqual([]);
  });

  test('nothing else stands there', () => {
    const unused = Object.keys(dependencies).filter(
      (name) => !running.has(name) && !(name in UNSEEN),
    );
    expect(unused).toEqual([]);
  });

  test('every package that any file names is declared, types as well', () => {
    const declared = { ...dependencies, ...devDependencies };
    const files = paths('{src,scripts,tests}/**/*.{ts,astro}', '*.{ts,js,mjs}').filter(
      (path) => !path.includes('/fixtures/') && !path.includes('/node_modules/'),
    );
    const missing = files.flatMap((file) => {
      const { packages, types } = named(file);
      const undeclared = packages.filter((name) => !(name in declared));
      const untyped = types.filter(
        (name) => !(name in declared) && !(`@types/${name}` in declared),
      );
      return [...undeclared, ...untyped].map((name) => `${relative(root, file)}: ${name}`);
    });
    expect(missing).toEqual([]);
  });

  test('the Node that engines states is enough for every package that publishing needs', () => {
    const { packages } = json<{
      packages: Record<string, { dev?: boolean; optional?: boolean; engines?: { node?: string } }>;
    }>('package-lock.json');
    const tooNew = Object.entries(packages).filter(
      ([, { dev, optional, engines: needs }]) =>
        !dev && !optional && needs?.node && !subset(engines.node, needs.node),
    );
    expect(tooNew.map(([name, { engines: needs }]) => `${name}: ${needs!.node}`)).toEqual([]);
  });
});
