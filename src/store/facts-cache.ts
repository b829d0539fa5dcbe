import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TextFacts } from '../lib/check/content.ts';
import type { Diagnostic } from '../lib/diagnostics/diagnostic.ts';
import { pipelineFingerprint } from '../markdown/fingerprint.ts';
import type { MarkdownFile } from '../markdown/types.ts';
import { textFacts } from './text-facts.ts';

const FILE = '.cache/wellsourced/facts.json';

/** Code that the facts depend on besides the pipeline. */
const CODE = [
  'src/store',
  'src/schemas',
  'src/lib/check',
  'src/lib/diagnostics',
  'src/lib/frontmatter',
];

/** What is remembered of a Markdown file: its front matter, if it is sound, and its text. */
export interface FileFacts {
  front: { data: unknown; diagnostics: Diagnostic[] };
  text: TextFacts;
}

/**
 * The facts of texts, remembered from run to run in `.cache/` by a digest of path and text, as long
 * as the code and the packages stay the same. A file that cannot be read is as good as none.
 */
export class FactsCache {
  #root: string;
  #code: string;
  #known: Record<string, FileFacts> = {};
  #used: Record<string, FileFacts> = {};
  #changed = false;

  constructor(root: string) {
    this.#root = root;
    this.#code = pipelineFingerprint(process.cwd(), CODE);
    try {
      const { code, facts } = JSON.parse(readFileSync(join(root, FILE), 'utf8'));
      if (code === this.#code) this.#known = facts;
    } catch {
      // None yet, or not ours.
    }
  }

  /** The facts of a file. `readFront` is called only for a file that is not known. */
  facts(file: MarkdownFile, readFront: () => FileFacts['front']): FileFacts {
    const key = createHash('sha256').update(`${file.path}\0${file.source}`).digest('base64url');
    const known = this.#known[key];
    if (!known) this.#changed = true;
    return (this.#used[key] = known ?? { front: readFront(), text: textFacts(file) });
  }

  /** Keeps what was used in this run, and nothing else. */
  save(): void {
    const unused = Object.keys(this.#known).length > Object.keys(this.#used).length;
    if (!this.#changed && !unused) return;
    const path = join(this.#root, FILE);
    mkdirSync(dirname(path), { recursive: true });
    // Moved into place: a run that is cut off leaves no half file.
    const partial = `${path}.${process.pid}`;
    writeFileSync(partial, JSON.stringify({ code: this.#code, facts: this.#used }));
    renameSync(partial, path);
  }
}
