import type { CslName, CslRecord } from '../cite/record.ts';
import type { Interface } from '../interface/interface.ts';
import type { FindingRecord, SourceRecord } from './source.ts';

/** A source with its bibliographic fields, as its file has them. */
export interface Source extends SourceRecord, Omit<CslRecord, 'id' | 'language' | 'updated'> {
  title: string;
  country?: string[];
  funding?: string;
  interests?: string;
}

/** The source as a work to cite. */
export function sourceRecord({ key, ...source }: Source): CslRecord {
  const names = [
    'type',
    'title',
    'author',
    'container-title',
    'issued',
    'volume',
    'issue',
    'page',
    'publisher',
    'DOI',
    'PMID',
    'PMCID',
    'URL',
    'authorsComplete',
  ] as const;
  const fields = names.flatMap((name) =>
    source[name] === undefined ? [] : [[name, source[name]] as const],
  );
  return { id: key, ...Object.fromEntries(fields) } as CslRecord;
}

/** `Grunebaum 2018`; by its title where no author is known. */
export function shortName({ author, title, issued }: Source): string {
  const year = issued?.slice(0, 4);
  const name = author?.[0] ? family(author[0]) : title.split(/\s+/).slice(0, 4).join(' ');
  return year ? `${name} ${year}` : name;
}

/** Authors as they stand in a sentence: `Grunebaum and others`. */
export function authorsInText(
  { author = [], title, authorsComplete = true }: Source,
  t: Interface,
): string {
  const [first, second] = author;
  if (!first) return title;
  const { authors, twoAuthors } = t.words.sources;
  if (author.length === 2 && authorsComplete)
    return t.say(twoAuthors, { first: family(first), second: family(second!) });
  return author.length > 1 || !authorsComplete
    ? t.say(authors, { first: family(first) })
    : family(first);
}

function family(name: CslName): string {
  return 'literal' in name ? name.literal : name.family;
}

/** What kind of study it is, in how many and where: `Randomised trial, open label · 403 people`. */
export function studyLine(
  { design, details, n, subject, country = [] }: Source,
  t: Interface,
): string {
  const name = (t.words.designNames as Record<string, string>)[design] ?? design;
  const kind =
    details && !details.toLowerCase().includes(name.toLowerCase())
      ? `${name}, ${details}`
      : (details ?? name);
  const counted =
    n === undefined || subject === 'none' ? [] : [t.say(t.words.studied[subject], { n })];
  return [
    kind[0]!.toUpperCase() + kind.slice(1),
    ...counted,
    ...(country.length > 0 ? [country.join(', ')] : []),
  ].join(' · ');
}

/** How sure one can be, as a sentence; nothing where nobody has judged it. */
export function certaintyLine({ certainty }: FindingRecord, t: Interface): string | undefined {
  return certainty === 'not graded'
    ? undefined
    : t.say(t.words.sources.certainty, { certainty: t.words.certainty[certainty] });
}

/** How it was studied: `Compared with ECT · intravenous, 0.5 mg/kg · after three weeks`. */
export function methodLine({ comparator, route, dose, time }: FindingRecord, t: Interface): string {
  const given = [route === 'any' ? undefined : route, dose].filter((part) => part !== undefined);
  const line = [
    ...(comparator ? [t.say(t.words.sources.compared, { comparator })] : []),
    ...(given.length > 0 ? [given.join(', ')] : []),
    ...(time ? [t.say(t.words.sources.measured, { time })] : []),
  ].join(' · ');
  return line && line[0]!.toUpperCase() + line.slice(1);
}

/** How much of it was read, and when. */
export function seenLine({ seen, on }: FindingRecord, t: Interface): string {
  const { readTitle, readAbstract, readFull } = t.words.sources;
  const line = seen === 'title' ? readTitle : seen === 'abstract' ? readAbstract : readFull;
  return t.say(line, { day: t.day(on) });
}

/** What readers must know of its standing; nothing where it stands as published. */
export function statusLine({ status }: SourceRecord, t: Interface): string | undefined {
  if (!status || status.is === 'current') return undefined;
  const { sources } = t.words;
  const says = status.says ? `: ${status.says.replace(/\.?$/, '')}` : '';
  return `${sources[status.is]}${says}. ${t.say(sources.lookedUp, { day: t.day(status.checked) })}`;
}

/** Where the source can be read: its DOI, else PubMed, else its address. */
export function sourceLink({
  DOI,
  PMID,
  PMCID,
  URL,
}: Source): { href: string; text: string } | undefined {
  if (DOI) return { href: `https://doi.org/${DOI}`, text: `doi:${DOI}` };
  if (PMID) return { href: `https://pubmed.ncbi.nlm.nih.gov/${PMID}/`, text: `PubMed ${PMID}` };
  if (PMCID) return { href: `https://pmc.ncbi.nlm.nih.gov/articles/${PMCID}/`, text: PMCID };
  return URL
    ? { href: URL, text: URL.replace(/^https?:\/\/(?:www\.)?([^/]+).*$/, '$1') }
    : undefined;
}
