import { metaFile, type BundleEntry } from './bundle-files.ts';
import { decodeMeta } from './index-format.ts';
import { searchLanguage } from './languages.ts';
import {
  ADDED_FILE,
  LoadedIndex,
  type Added,
  type LoadBytes,
  type SearchGlossary,
} from './loaded-index.ts';
import type { PageIndex } from './page-index.ts';

/** The index of a site: that of its language, or those of all its languages as one. */
export async function openIndex(load: LoadBytes): Promise<PageIndex> {
  const json = async (path: string) => JSON.parse(new TextDecoder().decode(await load(path)));
  const [entry, added] = (await Promise.all([json('pagefind-entry.json'), json(ADDED_FILE)])) as [
    BundleEntry,
    Added,
  ];
  const glossary: Promise<SearchGlossary> = json(added.glossary);
  const indexes = await Promise.all(
    Object.entries(entry.languages)
      .sort()
      .map(async ([name, { hash }]) => {
        const [language, meta] = await Promise.all([searchLanguage(name), load(metaFile(hash))]);
        const more = added.languages[name];
        return new LoadedIndex(load, language, decodeMeta(meta), more, await glossary);
      }),
  );
  if (indexes.length === 1) return indexes[0]!;
  const { JoinedIndex } = await import('./joined-index.ts');
  return new JoinedIndex(indexes, [...(added.order ?? '')].map(Number));
}
