import { readBibtex } from './bibtex.ts';
import { readCslJson } from './csl-json.ts';
import { fault, short, type Export } from './entry.ts';
import { readNbib } from './nbib.ts';
import { readRis } from './ris.ts';

const READERS = { json: readCslJson, bib: readBibtex, ris: readRis, nbib: readNbib };
export type Format = keyof typeof READERS;

const ENDINGS: Record<string, Format> = {
  json: 'json',
  csljson: 'json',
  bib: 'bib',
  bibtex: 'bib',
  biblatex: 'bib',
  ris: 'ris',
  nbib: 'nbib',
};

/** The format of an export: by how it begins, and where that says nothing, by its ending. */
export function formatOf(text: string, file: string): Format | undefined {
  if (/^\s*[[{]/.test(text)) return 'json';
  if (/^(?:\s*%.*\n)*\s*@\w+\s*[{(]/.test(text)) return 'bib';
  if (/^\s*TY\s{0,2}-/.test(text)) return 'ris';
  if (/^\s*PMID ?- /.test(text)) return 'nbib';
  return ENDINGS[/\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? ''];
}

/** The bytes of an export as text, without a byte order mark; undefined if they are no UTF-8. */
export function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The publications of one export and its faults, in the order of its lines. `file` is the name that
 * messages have. Never throws.
 */
export function readExport(bytes: Uint8Array, file: string): Export {
  const again = 'Export the publications again.';
  const decoded = decode(bytes);
  if (decoded === undefined) {
    return failed(
      fault(
        'import/format',
        file,
        1,
        'The file is not in UTF-8.',
        'A text file in UTF-8.',
        'Choose UTF-8 when you export it, or save it as UTF-8 in an editor.',
      ),
    );
  }
  const text = decoded.replace(/\r\n?/g, '\n');
  if (text.trim() === '') {
    const expected = 'CSL-JSON, BibTeX, RIS or a PubMed file (.nbib).';
    return failed(fault('import/format', file, 1, 'The file is empty.', expected, again));
  }
  const format = formatOf(text, file);
  if (format === undefined) {
    return failed(
      fault(
        'import/format',
        file,
        1,
        `The file begins with "${short(text.trim().split('\n')[0]!)}".`,
        'CSL-JSON, BibTeX, RIS or a PubMed file (.nbib).',
        'Export the publications in one of these formats.',
      ),
    );
  }
  const result = READERS[format](text, file);
  if (result.entries.length > 0 || result.faults.length > 0) {
    return { ...result, faults: result.faults.toSorted((a, b) => a.line - b.line) };
  }
  return failed(
    fault('import/format', file, 1, 'There is no publication in it.', 'At least one.', again),
  );
}

function failed(...faults: Export['faults']): Export {
  return { entries: [], faults };
}
