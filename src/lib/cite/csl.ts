import { dateParts, type CslRecord } from './record.ts';

/**
 * Works as CSL-JSON (schema 1.0.2), the form that citation tools exchange: a list, with dates as
 * numbers. Fields of our own are left out.
 */
export function toCslJson(records: CslRecord[]): string {
  return `${JSON.stringify(records.map(item), null, 2)}\n`;
}

function item({ issued, updated, authorsComplete, ...record }: CslRecord): object {
  const parts = dateParts(issued);
  const notes = [
    updated && `Updated ${updated}`,
    authorsComplete === false && 'The list of authors is not complete.',
  ].filter(Boolean);
  return {
    ...record,
    ...(parts.length > 0 && { issued: { 'date-parts': [parts] } }),
    ...(notes.length > 0 && { note: notes.join(' ') }),
  };
}
