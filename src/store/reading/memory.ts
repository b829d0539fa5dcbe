import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipelineFingerprint } from '../../markdown/fingerprint.ts';

/** Code that what is remembered depends on besides the pipeline. */
const CODE = [
  'src/store',
  'src/schemas',
  'src/lib/check',
  'src/lib/diagnostics',
  'src/lib/evidence',
  'src/lib/frontmatter',
];

/**
 * Results remembered from run to run in `.cache/`, by a digest of what they were made from, as long
 * as the code and the packages stay the same. A file that cannot be read is as good as none.
 */
export class Memory<Result> {
  readonly #file: string;
  readonly #code: string;
  #known: Record<string, Result> = {};
  readonly #used: Record<string, Result> = {};
  #changed = false;

  /** `name` is that of the file below `.cache/wellsourced`. */
  constructor(root: string, name: string) {
    this.#file = join(root, '.cache/wellsourced', name);
    this.#code = pipelineFingerprint(process.cwd(), CODE);
    try {
      const { code, results } = JSON.parse(readFileSync(this.#file, 'utf8'));
      if (code === this.#code) this.#known = results;
    } catch {
      // None yet, or not ours.
    }
  }

  /** The result for what `parts` say; `make` is called only when it is not known. */
  recall(parts: string[], make: () => Result): Result {
    const key = createHash('sha256').update(parts.join('\0')).digest('base64url');
    const known = this.#known[key];
    if (known === undefined) this.#changed = true;
    return (this.#used[key] = known ?? make());
  }

  /** Keeps what was used in this run, and nothing else. */
  save(): void {
    const unused = Object.keys(this.#known).length > Object.keys(this.#used).length;
    if (!this.#changed && !unused) return;
    mkdirSync(dirname(this.#file), { recursive: true });
    // Moved into place: a run that is cut off leaves no half file.
    const partial = `${this.#file}.${process.pid}`;
    writeFileSync(partial, JSON.stringify({ code: this.#code, results: this.#used }));
    renameSync(partial, this.#file);
  }
}
