/**
 * Identifiers and numbers of a record in the form that source files have. Each gives undefined for
 * what is none of its kind.
 */

/** `https://doi.org/10.1000/X`, `doi:10.1000/X` → `10.1000/X`; capitals stay as given. */
export function doiOf(value: string): string | undefined {
  const [, address] = /^https?:\/\/(?:[\w-]+\.)*doi\.org\/(.*)$/i.exec(value.trim()) ?? [];
  const bare = (address === undefined ? value.trim() : decoded(address))
    .replace(/^doi:?\s*/i, '')
    .replace(/[.,;]+$/, '');
  return /^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(bare) ? bare : undefined;
}

/** Whether an address is that of a DOI. */
export function isDoiAddress(url: string): boolean {
  return /^https?:\/\/(?:[\w-]+\.)*doi\.org\//i.test(url);
}

export function pmidOf(value: string): string | undefined {
  return /^(?:PMID:?\s*)?0*(\d{1,9})$/i.exec(value.trim())?.[1];
}

export function pmcidOf(value: string): string | undefined {
  const digits = /^(?:PMCID:?\s*)?(?:PMC)?(\d+)(?:\.\d+)?$/i.exec(value.trim())?.[1];
  return digits && `PMC${digits}`;
}

/** An address that a reader can open. */
export function urlOf(value: string): string | undefined {
  const trimmed = value.trim();
  return /^https?:\/\/\S+$/i.test(trimmed) && URL.canParse(trimmed) ? trimmed : undefined;
}

/** Pages with a plain hyphen: `2315–2325`, `2315--2325` → `2315-2325`. */
export function pagesOf(value: string): string {
  return value.replace(/\s*(?:-{2,}|[‐‑‒–—−])\s*/g, '-').replace(/-$/, '');
}

/** PMID and PMCID where reference managers without a field for them put them: in a note. */
export function identifiersInNote(note: string): { PMID?: string; PMCID?: string } {
  const pmid = /\bPMID:\s*(\d{1,9})\b/i.exec(note)?.[1];
  const pmcid = /\b(PMC\d+)\b/.exec(note)?.[1];
  return { ...(pmid && { PMID: pmid }), ...(pmcid && { PMCID: pmcid }) };
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
