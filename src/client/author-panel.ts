/**
 * `npm run dev` only: the diagnostics of the article on its page, each beside the sentence that it
 * is about, and all in a panel at the foot. Never part of the built site.
 */

interface Shown {
  rule: string;
  severity: 'error' | 'warning';
  file: string;
  line: number;
  found: string;
  expected: string;
  fix: string;
  near?: string;
}

const STYLE = `
  :host { all: initial; display: block; font: 14px/1.45 system-ui, sans-serif; color: #1b1b1b; }
  .remark { margin: 4px 0 12px; padding: 6px 10px; border-inline-start: 4px solid #b3261e; background: #fdf1ef; }
  .remark.warning { border-color: #8a6100; background: #fbf5e6; }
  p { margin: 0; } code { font: 12px ui-monospace, monospace; }
  .panel { position: fixed; inset: auto 8px 8px auto; z-index: 99; max-width: min(460px, calc(100vw - 16px));
    max-height: 60vh; overflow: auto; border: 1px solid #999; border-radius: 6px; background: #fff; }
  summary { padding: 8px 12px; cursor: pointer; font-weight: 600; }
  .panel .remark { margin: 0; border-block-start: 1px solid #ddd; }
`;

const marks: HTMLElement[] = [];

async function show(): Promise<void> {
  const slug = /\/posts\/([^/]+)\//.exec(location.pathname)?.[1];
  for (const mark of marks.splice(0)) mark.remove();
  if (slug === undefined) return;
  const answer = await fetch(`${location.origin}/__check?slug=${encodeURIComponent(slug)}`);
  const all = (await answer.json()) as Shown[];
  const rest = all.filter((one) => !besideItsWords(one));
  const errors = all.filter(({ severity }) => severity === 'error').length;

  const panel = document.createElement('details');
  panel.className = 'panel';
  panel.open = rest.length > 0;
  const head = document.createElement('summary');
  head.textContent =
    all.length === 0
      ? 'Check: no faults in this article'
      : `Check: ${errors} errors, ${all.length - errors} warnings in this article`;
  panel.append(head, ...all.map((one) => remark(one)));
  document.body.append(inShadow(panel));
}

/** Puts a diagnostic behind the block that holds its words. False when they are nowhere. */
function besideItsWords(one: Shown): boolean {
  const words = letters(one.near ?? '').slice(0, 60);
  if (words === '') return false;
  const blocks = document.querySelectorAll<HTMLElement>(
    '.prose :is(p, li, td, th, h2, h3, h4, figcaption, dd)',
  );
  const block = [...blocks].findLast((element) => letters(ownText(element)).startsWith(words));
  if (!block) return false;
  const row = block.closest('table') ?? block;
  row.after(inShadow(remark(one)));
  return true;
}

/** Text without marks and cards. */
function ownText(element: HTMLElement): string {
  const copy = element.cloneNode(true) as HTMLElement;
  for (const other of copy.querySelectorAll('.note-ref, [popover]')) other.remove();
  return copy.textContent;
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

function remark({ rule, severity, file, line, found, expected, fix }: Shown): HTMLElement {
  const box = document.createElement('div');
  box.className = `remark ${severity}`;
  for (const text of [`${severity}: ${rule}`, found, `Expected: ${expected}`, `To do: ${fix}`]) {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    box.append(paragraph);
  }
  const place = document.createElement('code');
  place.textContent = `${file}:${line}`;
  box.append(place);
  return box;
}

/** In a tree of its own, so that the page's styles and these do not meet. */
function inShadow(content: HTMLElement): HTMLElement {
  const host = document.createElement('author-remark');
  const root = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = STYLE;
  root.append(style, content);
  marks.push(host);
  return host;
}

void show();
import.meta.hot?.on('wellsourced:checked', () => void show());
