import { interfaceOf, type Interface } from '../interface/interface.ts';
import type { CslName, CslRecord } from './record.ts';

/** Authors named before `et al.`, as in the style of the ICMJE. */
const NAMED = 6;

/**
 * The reference to a work as one line of plain text, close to the Vancouver style (ICMJE, NLM): for
 * an article `Anand A, Mathew SJ, et al. Title. Journal. 2023;388(25):2315-2325. doi:…`, for a page
 * `Wellsourced editors. Title. Wellsourced. 17 August 2026. https://…`. What the record does not
 * have is left out. Days are written as the interface `t` does.
 */
export function referenceLine(record: CslRecord, t: Interface = interfaceOf('en')): string {
  const article = record.volume !== undefined || record.page !== undefined;
  return [
    authors(record),
    sentence(record.title),
    record['container-title'] && sentence(record['container-title']),
    record.publisher &&
      record.publisher !== record['container-title'] &&
      sentence(record.publisher),
    (article ? issue(record) : date(record, t)) + '.',
    record.DOI && `doi:${record.DOI}`,
    record.PMID && `PMID: ${record.PMID}`,
    !record.DOI && record.URL,
  ]
    .filter((part) => part && part !== '.')
    .join(' ')
    .replace(/\s+/g, ' ');
}

/** `Given Middle` as `GM`, `Jean-Luc` as `JL`. */
export function initials(given: string): string {
  return given
    .split(/[\s.\-‐]+/u)
    .map((part) => [...part][0]?.toUpperCase() ?? '')
    .join('');
}

function authors({ author = [], authorsComplete = true }: CslRecord): string {
  const named = author.slice(0, NAMED).map(shortName);
  if (named.length === 0) return '';
  const more = author.length > NAMED || !authorsComplete;
  return sentence([...named, ...(more ? ['et al'] : [])].join(', '));
}

function shortName(name: CslName): string {
  if ('literal' in name) return name.literal;
  return name.given ? `${name.family} ${initials(name.given)}` : name.family;
}

/** Year, volume, issue and pages: `2023;388(25):2315-2325`. */
function issue({ issued = '', volume, issue: number, page }: CslRecord): string {
  const place = (volume ?? '') + (number ? `(${number})` : '');
  return issued.slice(0, 4) + (place ? `;${place}` : '') + (page ? `:${page}` : '');
}

function date({ issued = '', updated }: CslRecord, t: Interface): string {
  const later = updated && t.say(t.words.article.updatedOn, { day: readable(updated, t) });
  return readable(issued, t) + (later ? ` (${later})` : '');
}

function readable(day: string, t: Interface): string {
  if (day.length === 10) return t.day(day);
  return day.length === 7 ? t.month(day) : day;
}

/** With a full stop at its end, unless it ends by itself. */
function sentence(text: string): string {
  return /[.!?]["'”’)]?$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}
