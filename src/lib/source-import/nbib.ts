import { commaName, fault, short, toExport, type Export, type RawEntry } from './entry.ts';
import { taggedLines, Values, type Tagged } from './tagged.ts';

/** Reads the MEDLINE format of PubMed (.nbib). Never throws. */
export function readNbib(text: string, file: string): Export {
  const { fields, stray } = taggedLines(text, /^([A-Z]{2,4}) {0,2}- (.*)$/);
  const records: Tagged[][] = [];
  for (const field of fields) {
    if (field.tag === 'PMID' || records.length === 0) records.push([]);
    records.at(-1)!.push(field);
  }
  const faults = stray
    ? [
        fault(
          'import/syntax',
          file,
          stray.line,
          `The line "${short(stray.value)}".`,
          'Records that begin with a line "PMID- 37224232".',
          'Export the file again from PubMed: Send to, Citation manager.',
        ),
      ]
    : [];
  return toExport(records.map(rawEntry), file, faults);
}

function rawEntry(record: Tagged[]): RawEntry {
  const values = new Values(record);
  const [title, book] = [values.first('TI'), values.first('BTI')];
  const words = values.all('PT');
  const type = book
    ? title
      ? 'chapter'
      : 'book'
    : words.includes('Newspaper Article')
      ? 'article-newspaper'
      : 'article-journal';
  const identifiers = [...values.all('LID'), ...values.all('AID')];
  return {
    line: record[0]!.line,
    label: `PMID ${values.first('PMID') ?? 'without a number'}`,
    type,
    typeWord: words[0] ?? '',
    author: [
      ...(values.all('FAU').length > 0
        ? values.all('FAU').map(commaName)
        : values.all('AU').map(medlineName)),
      ...values.all('CN').map((literal) => ({ literal })),
    ],
    fields: {
      title: (title ?? book)?.replace(/(?<!\.)\.$/, ''),
      'container-title': title && book ? book : values.first('JT', 'TA'),
      issued: values.first('DP'),
      volume: values.first('VI'),
      issue: values.first('IP'),
      page: values.first('PG'),
      publisher: values.first('PB'),
      DOI: identifiers.find((value) => value.endsWith('[doi]'))?.replace(/\s*\[doi\]$/, ''),
      PMID: values.first('PMID'),
      PMCID: values.first('PMC'),
    },
  };
}

/** `Anand A` of MEDLINE: the last word are the initials. */
function medlineName(text: string) {
  const match = /^(.+) (\p{Lu}{1,4})$/u.exec(text);
  return match ? { family: match[1]!, given: [...match[2]!].join(' ') } : { literal: text };
}
