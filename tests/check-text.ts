import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkArticle } from '../src/lib/evidence/check-article.ts';
import type { Fault } from '../src/lib/evidence/article.ts';
import { Evidence } from '../src/lib/evidence/library.ts';
import { Vocabulary } from '../src/lib/evidence/vocabulary.ts';
import { statementsOf } from '../src/lib/evidence/statements.ts';
import { readFrontMatter } from '../src/lib/frontmatter/front-matter.ts';
import { validate } from '../src/lib/frontmatter/validate.ts';
import { readYaml } from '../src/lib/frontmatter/yaml.ts';
import { passagesOf } from '../src/markdown/passages.ts';
import { parseMarkdown } from '../src/markdown/pipeline.ts';
import { sourceSchema } from '../src/schemas/source.ts';
import { vocabularySchema } from '../src/schemas/vocabulary.ts';

/** The words of the fixture publication's field. */
function vocabularyOfFixture(): Vocabulary {
  const file = join(import.meta.dirname, 'fixtures/publication/vocabulary.yaml');
  const { data, diagnostics } = validate(
    vocabularySchema,
    readYaml(readFileSync(file, 'utf8'), file),
    file,
  );
  if (!data) throw new Error(JSON.stringify(diagnostics));
  return new Vocabulary(data);
}

/** Reads the source files of a folder; one that is not sound is a fault of the test. */
export function evidenceIn(folder: string): Evidence {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return new Evidence(
    files.map((name) => {
      const file = join(folder, name);
      const { data, diagnostics } = validate(
        sourceSchema,
        readYaml(readFileSync(file, 'utf8'), file),
        file,
      );
      if (!data) throw new Error(JSON.stringify(diagnostics));
      return { ...data, key: basename(name, '.yaml'), file };
    }),
    vocabularyOfFixture(),
  );
}

export interface Sample {
  /** Front matter may stand before it, between lines of `---`. */
  text: string;
  format?: 'md' | 'mdx';
  evidence?: 'sourced' | 'personal';
  sensitive?: string[];
  disclosure?: string;
}

/** The faults of a text, as those of a published article. */
export function faultsOf(sample: Sample, evidence: Evidence): Fault[] {
  const path = `content/posts/sample/index.${sample.format ?? 'md'}`;
  const source = sample.text.startsWith('---\n') ? sample.text : `---\n---\n\n${sample.text}`;
  const front = (readFrontMatter(source, path).data ?? {}) as Record<string, unknown>;
  const passages = passagesOf(parseMarkdown({ path, source }).tree);
  const article = {
    evidence: sample.evidence ?? 'sourced',
    sensitive: sample.sensitive ?? [],
    disclosure: sample.disclosure ?? 'The author sells nothing and refers nobody.',
    passages,
    statements: statementsOf(passages, front['language'] as string | undefined),
    ...front,
  };
  return checkArticle(article, evidence).faults;
}
