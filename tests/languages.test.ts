import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse as readYaml, stringify } from 'yaml';
import type { ScratchProject } from '../scripts/scratch-project.ts';
import { indexEngine } from '../src/lib/search/index-engine.ts';
import { bundleIn } from './bundle.ts';
import { evidenceIn, faultsOf } from './check-text.ts';
import { build, CONTENT, scratchPublication } from './publication.ts';

/** A publication in German that also has an article in English, and one in Arabic. */

const FRONT =
  'authors: [editors]\npublished: 2026-05-01\nkind: guide\nevidence: sourced\ntopics: [sleep]\ndisclosure: Nothing is sold here.';

let project: ScratchProject;
let said: string;
const page = (path: string) => readFileSync(join(project.root, 'dist', path), 'utf8');

beforeAll(async () => {
  project = await scratchPublication();
  const content = join(project.root, 'content');
  const site = readYaml(readFileSync(join(content, 'site.yaml'), 'utf8'));
  writeFileSync(join(content, 'site.yaml'), stringify({ ...site, language: 'de' }));
  const write = (slug: string, head: string, text: string) => {
    mkdirSync(join(content, 'posts', slug), { recursive: true });
    writeFileSync(
      join(content, 'posts', slug, 'index.md'),
      `---\n${head}\n${FRONT}\n---\n\n${text}\n`,
    );
  };
  write(
    'schlaftraining',
    'title: Schlaftraining\ndescription: Was eine Studie fand.\nsensitive: [suicide]',
    'Mit Training sprachen 58,3 % an, mit Tabletten 44,1 %.[@harrow2023] Mehr steht unten.[^1]\n\n## Müdigkeit am Tag\n\nSchlafstörungen sind häufig.\n\n[^1]: Eine Anmerkung.',
  );
  write('naps', 'title: Short naps\ndescription: On naps.\nlanguage: en', 'A nap helps some.');
  write('nawm', 'title: النوم\ndescription: عن النوم\nlanguage: ar', 'النوم مهم للجميع.');
  said = await build(project.root);
});
afterAll(() => project.remove());

describe('a site in German', () => {
  test('speaks German on its pages, with days and numbers as German writes them', () => {
    const article = page('posts/schlaftraining/index.html');
    expect(article).toMatch(/<html lang="de"(?: |>)/);
    for (const words of [
      'Zum Text springen',
      'Hilfe jetzt',
      'Veröffentlicht',
      '1. Mai 2026',
      'Noch nicht ärztlich geprüft',
      'In diesem Artikel geht es um Suizid.',
      '>Quellen</h2>',
      '>Anmerkungen</h2>',
      'aria-label="Quelle 1: ',
      'Was sich wann geändert hat',
    ])
      expect(article, words).toContain(words);
    expect(page('search/index.html')).toContain('Was suchen Sie?');
    expect(page('help/index.html')).toContain('Wenn ein Leben in Gefahr ist');
    expect(JSON.parse(page('manifest.webmanifest')).shortcuts[0].name).toBe('Suche');
  });

  test('leaves no English label on a page of its own', () => {
    const labels =
      /\b(?:Skip to|Published|Written by|Search|Reading settings|Related articles|Before that|Keep for offline|Sources|Newest article|minutes)\b/;
    for (const path of ['', 'search/', 'archive/', 'topics/', 'device/', 'posts/schlaftraining/']) {
      const text = page(`${path}index.html`)
        // What the fixture's own site.yaml and English articles say.
        .replace(/<(?:script|style|head)\b[\s\S]*?<\/(?:script|style|head)>/g, '')
        .replace(/<nav[^>]*>[\s\S]*?<\/nav>/g, '')
        .replace(/<li class="post-item">[\s\S]*?<\/li>/g, '')
        .replace(/<[^>]+>/g, ' ');
      expect(labels.exec(text)?.[0], path).toBeUndefined();
    }
  });

  test('tells the author and the reader what the check did not read', () => {
    expect(said).toMatch(
      /schlaftraining\/index\.md:2:1\s+Found: +The article is in German, which the rules/,
    );
    expect(page('posts/schlaftraining/index.html')).toMatch(
      /2 Zahlen geprüft an 1 Quelle: 1 randomisierte Studie\.\s*Nur die Zahlen dieses Artikels wurden geprüft/,
    );
    expect(page('posts/naps/index.html')).not.toContain('evidence-line');
  });
});

test('an article in another language has its own labels, and the frame says whose it is', () => {
  const naps = page('posts/naps/index.html');
  expect(naps).toMatch(/<html lang="en"(?: |>)/);
  expect(naps).toContain('Not yet reviewed by a clinician');
  expect(naps).toMatch(/<header class="masthead"[^>]* lang="de"/);
  expect(naps).toMatch(/<footer class="colophon"[^>]* lang="de"/);
  // In a list its title is read in its own language.
  expect(page('topics/sleep/index.html')).toMatch(/<h2[^>]* lang="en"[^>]*>\s*<a[^>]*>Short naps/);
});

test('a script from the right runs from the right, and the frame around it from the left', () => {
  const article = page('posts/nawm/index.html');
  expect(article).toContain('<html lang="ar" dir="rtl">');
  expect(article).toMatch(/<header class="masthead"[^>]* lang="de" dir="ltr"/);
  expect(article).toMatch(/<dl class="facts"[^>]* lang="de" dir="ltr"/);
  expect(article).toContain('Die Zahlen dieses Artikels wurden nicht geprüft');
  expect(page('topics/sleep/index.html')).toMatch(/<h2[^>]* lang="ar" dir="rtl"/);
});

test('one search finds what any of its languages says', async () => {
  const engine = await indexEngine(bundleIn(join(project.root, 'dist/pagefind')), '/');
  const first = async (words: string) => {
    const [hit] = (await engine.search({ words, selection: {} })).hits;
    return hit?.load();
  };
  expect((await first('Schlafstörung '))?.href).toContain('/posts/schlaftraining/');
  expect((await first('muedigkeit '))?.href).toContain('/posts/schlaftraining/');
  expect(await first('napping ')).toMatchObject({
    href: expect.stringContaining('/posts/naps/'),
    language: 'en',
  });
  expect(await first('النوم ')).toMatchObject({ language: 'ar' });
  expect((await first('Schlafstörung '))?.language).toBeUndefined();
});

describe('figures in another language', () => {
  const evidence = evidenceIn(join(CONTENT, 'sources'));
  const rules = (text: string) =>
    faultsOf({ text: `---\nlanguage: de\n---\n\n${text}` }, evidence).map(({ rule }) => rule);

  test('are held against the source with the signs of the language', () => {
    expect(rules('Mit Training sprachen 58,3 % an, mit Tabletten 44,1 %.[@harrow2023]')).toEqual([
      'page/language',
    ]);
    expect(rules('Mit Training sprachen 53,8 % an, mit Tabletten 44,1 %.[@harrow2023]')).toContain(
      'figure/not-in-source',
    );
    expect(rules('Mit Training sprachen 58,3 % an.')).toContain('figure/uncited');
  });

  test('a citation that leads nowhere is a fault in any language', () => {
    expect(rules('Das hilft.[@harow2023]')).toContain('source/unknown');
  });
});

test('a language without words of the interface is reported, and the labels say that they are English', async () => {
  const other = await scratchPublication();
  try {
    const file = join(other.root, 'content/site.yaml');
    const site = readYaml(readFileSync(file, 'utf8'));
    writeFileSync(file, stringify({ ...site, language: 'ar' }));
    expect(await build(other.root)).toContain('The interface has no words in Arabic');
    const home = readFileSync(join(other.root, 'dist/index.html'), 'utf8');
    expect(home).toContain('<html lang="ar" dir="rtl">');
    expect(home).toMatch(/<header class="masthead"[^>]* lang="en" dir="ltr"/);
  } finally {
    await other.remove();
  }
});
