import type { Entry } from './entry.ts';
import { freeKey, isOfStem, keyStem } from './key.ts';
import { sourceFile, type Vocabulary } from './source-file.ts';
import { asciiWords, plainText } from './text.ts';

/** A source that is there already, as far as it can be compared. */
export interface KnownSource {
  key: string;
  file: string;
  title?: string | undefined;
  DOI?: string | undefined;
  PMID?: string | undefined;
}

/** What an import would do: the files to write, and the entries that need none. */
export interface Plan {
  files: { key: string; path: string; text: string; entry: Entry }[];
  /** `planned`: the file is one of this run, not yet there. */
  known: { entry: Entry; file: string; same: string; planned: boolean }[];
}

/** The files for `entries`, in their order, beside the sources that are there. Writes nothing. */
export function planSources(entries: Entry[], there: KnownSource[], words: Vocabulary): Plan {
  const plan: Plan = { files: [], known: [] };
  const sources = [...there];
  const taken = new Set(there.map(({ key }) => key.toLowerCase()));
  for (const entry of entries) {
    const stem = keyStem(entry.source);
    const match = find(entry, stem, sources);
    if (match) {
      const planned = plan.files.some(({ path }) => path === match.source.file);
      plan.known.push({ entry, file: match.source.file, same: match.same, planned });
      continue;
    }
    const key = freeKey(stem, (candidate) => taken.has(candidate));
    const path = `content/sources/${key}.yaml`;
    const { title, DOI, PMID } = entry.source;
    taken.add(key);
    sources.push({ key, file: path, title, DOI, PMID });
    plan.files.push({ key, path, text: sourceFile(entry, key, words), entry });
  }
  return plan;
}

/** The source that an entry is, and by what: an identifier, or a key and title that agree. */
function find({ source }: Entry, stem: string, sources: KnownSource[]) {
  const doi = source.DOI?.toLowerCase();
  const title = comparable(source.title);
  for (const other of sources) {
    if (doi !== undefined && other.DOI?.toLowerCase() === doi)
      return { source: other, same: 'DOI' };
    if (source.PMID !== undefined && other.PMID === source.PMID) {
      return { source: other, same: 'PMID' };
    }
  }
  const other = sources.find(
    (known) =>
      isOfStem(known.key, stem) && known.title !== undefined && comparable(known.title) === title,
  );
  return other && { source: other, same: 'key and title' };
}

/** A title without capitals, accents and marks; one in another script as it stands. */
function comparable(title: string): string {
  const plain = plainText(title).toLowerCase();
  return /\p{L}/u.test(plain.replace(/\p{Script=Latin}/gu, ''))
    ? plain
    : asciiWords(plain).join(' ');
}
