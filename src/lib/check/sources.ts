import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { daysBetween } from '../text/dates.ts';
import type { SourceRecord } from '../evidence/source.ts';
import type { Data } from './content.ts';

/** After so many days it must be looked up again whether a source still stands. */
const STATUS_DAYS = 180;

/** Faults of the sources. `cited` are the keys that articles and pages name, `today` is an ISO day. */
export function sourceFaults(
  sources: Data<SourceRecord>[],
  cited: Set<string>,
  today: string,
): Diagnostic[] {
  const notices = new Set(sources.flatMap(({ data }) => data.status?.notice ?? []));
  return [
    ...duplicates(sources),
    ...sources.flatMap((source) => {
      const { key } = source.data;
      if (cited.has(key)) return [...incomplete(source), ...stale(source, today)];
      return notices.has(key) ? [] : unused(source);
    }),
    ...sources.flatMap((source) => [...strayNotice(source, sources), ...untold(source)]),
  ];
}

function duplicates(sources: Data<SourceRecord>[]): Diagnostic[] {
  const seen = new Map<string, Data<SourceRecord>>();
  return sources.flatMap((source) =>
    (['DOI', 'PMID'] as const).flatMap((field) => {
      const value = source.data[field]?.toLowerCase();
      if (value === undefined) return [];
      const other = seen.get(`${field} ${value}`);
      if (!other) {
        seen.set(`${field} ${value}`, source);
        return [];
      }
      return [
        diagnose('source/duplicate', source.file, source.placeOf([field]), {
          found: `${other.file} has the ${field} ${source.data[field]} too.`,
          expected: 'One file a publication.',
          fix: 'Keep one of the two, and cite it everywhere.',
        }),
      ];
    }),
  );
}

function incomplete({ data, file, placeOf }: Data<SourceRecord>): Diagnostic[] {
  const missing = [
    ...(data.findings?.length ? [] : ['findings']),
    ...(canBeFound(data) ? [] : ['a DOI, a PMID or a URL, or a note that says why']),
  ];
  if (missing.length === 0) return [];
  return [
    diagnose('source/incomplete', file, placeOf(['title']), {
      found: `${data.key} is cited and lacks ${missing.join(' and ')}.`,
      expected: 'What it found, and where it can be read.',
      fix: 'Add them.',
    }),
  ];
}

/** By a number, an address, or the place in its journal; else a note must say why not. */
function canBeFound(source: SourceRecord): boolean {
  const { DOI, PMID, URL, volume, page, note } = source;
  return Boolean(DOI || PMID || URL || note || (source['container-title'] && volume && page));
}

/** A source that no longer stands as published says why: readers are shown it. */
function untold({ data, file, placeOf }: Data<SourceRecord>): Diagnostic[] {
  const { status } = data;
  if (!status || status.is === 'current' || status.notice || status.says) return [];
  return [
    diagnose('source/corrected', file, placeOf(['status', 'is']), {
      found: `${data.key} is marked "${status.is}", and nothing says why.`,
      expected: 'notice (the key of the published notice) or says (what it says, in short).',
      fix: 'Add one of them: readers see it wherever the source is cited.',
    }),
  ];
}

function stale({ data, file, placeOf }: Data<SourceRecord>, today: string): Diagnostic[] {
  if (!data.status || daysBetween(data.status.checked, today) <= STATUS_DAYS) return [];
  return [
    diagnose('source/status-stale', file, placeOf(['status', 'checked']), {
      found: `Whether ${data.key} still stands was looked up on ${data.status.checked}.`,
      expected: `A day in the last ${STATUS_DAYS} days.`,
      fix: 'Look it up at PubMed or the journal, and change the date.',
    }),
  ];
}

function unused({ data, file, placeOf }: Data<SourceRecord>): Diagnostic[] {
  return [
    diagnose('source/unused', file, placeOf(['title']), {
      found: `Nothing cites ${data.key}.`,
      expected: 'A citation in an article or a page.',
      fix: `Cite it as [@${data.key}], or remove the file.`,
    }),
  ];
}

function strayNotice(
  { data, file, placeOf }: Data<SourceRecord>,
  sources: Data<SourceRecord>[],
): Diagnostic[] {
  const notice = data.status?.notice;
  if (notice === undefined || sources.some((other) => other.data.key === notice)) return [];
  return [
    diagnose('source/unknown', file, placeOf(['status', 'notice']), {
      found: `There is no source "${notice}".`,
      expected: 'The key of the notice, a file of content/sources.',
      fix: 'Correct the key, or add the notice as a source.',
    }),
  ];
}
