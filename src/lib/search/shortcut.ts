/** What of a key press the shortcut needs to know. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  defaultPrevented: boolean;
}

/**
 * True when `/` should go to the search field: pressed alone, while nothing is being typed, and not
 * switched off by the reader (WCAG 2.1.4).
 */
export function isSearchShortcut(press: KeyPress, typing: boolean, switchedOff: boolean): boolean {
  return (
    press.key === '/' &&
    !(press.ctrlKey || press.metaKey || press.altKey) &&
    !(press.isComposing || press.defaultPrevented || typing || switchedOff)
  );
}
